/* Web sockets: servers and connections are event emitters, which throw away what listeners return. */

declare module 'ws' {
  import { EventEmitter } from 'events'
  class WebSocket extends EventEmitter {
    constructor(address: any, protocols?: any, options?: any)
    readonly readyState: number
    send(data: any, callback?: any): void
    close(code?: number, data?: any): void
    terminate(): void
    /** @calls 1 deferred @drops 1 */
    addEventListener(type: string, listener: (event: any) => void, options?: any): void
    /**
     * What a client sends; a socket that the program opens itself hears what it asked for.
     * @entry procedure path=0 handler=1 on=given @calls 1 deferred @drops 1
     */
    on(event: 'message', listener: (this: WebSocketAlias, data: WebSocket.RawData, isBinary: boolean) => void): this
    /** @calls 1 deferred @drops 1 */
    on(event: string | symbol, listener: (this: WebSocketAlias, ...values: any[]) => void): this
  }
  const WebSocketAlias: typeof WebSocket
  interface WebSocketAlias extends WebSocket {}
  namespace WebSocket {
    /** @source message client */
    interface RawData {
      /** @propagates this */
      toString(encoding?: string): string
      readonly length: number
    }
    class WebSocketServer extends EventEmitter {
      constructor(options?: any, callback?: any)
      readonly clients: Set<WebSocketAlias>
      /** @calls 1 deferred @drops 1 */
      on(event: 'connection', listener: (socket: WebSocketAlias, request: any) => void): this
      /** @calls 1 deferred @drops 1 */
      on(event: string | symbol, listener: (...values: any[]) => void): this
      close(callback?: any): void
      handleUpgrade(request: any, socket: any, head: any, callback: any): void
    }
    const Server: typeof WebSocketServer
    const OPEN: number
    const WebSocket: typeof WebSocketAlias
    interface WebSocket extends WebSocketAlias {}
  }
  export = WebSocket
}

declare module 'socket.io' {
  import { EventEmitter } from 'events'
  /** @source message client */
  interface Message {
    [member: string]: any
  }
  export class Socket<T1 = any, T2 = any, T3 = any, T4 = any> extends EventEmitter {
    readonly id: string
    readonly handshake: any
    readonly rooms: Set<string>
    data: any
    /** @calls 1 deferred @drops 1 */
    on(event: 'disconnect' | 'disconnecting' | 'error' | 'connect' | 'connection', listener: (...values: any[]) => void): this
    /**
     * What a client asks for.
     * @entry procedure path=0 handler=1 @calls 1 deferred @drops 1
     */
    on(event: string, listener: (message: Message, ...values: any[]) => void): this
    /** @calls 1 deferred @drops 1 */
    once(event: string, listener: (...values: any[]) => void): this
    join(rooms: any): any
    leave(room: string): any
    to(room: any): any
    emit(event: string, ...values: any[]): boolean
    disconnect(close?: boolean): this
  }
  export class Namespace<T1 = any, T2 = any, T3 = any, T4 = any> extends EventEmitter {
    /** @calls 0 deferred @drops 0 */
    use(middleware: (socket: Socket, next: (error?: any) => void) => void): this
    /** @calls 1 deferred @drops 1 */
    on(event: 'connection' | 'connect', listener: (socket: Socket) => void): this
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...values: any[]) => void): this
    to(room: any): any
    emit(event: string, ...values: any[]): boolean
  }
  export class Server<T1 = any, T2 = any, T3 = any, T4 = any> extends EventEmitter {
    constructor(server?: any, options?: any)
    /** @calls 1 deferred @drops 1 */
    on(event: 'connection' | 'connect', listener: (socket: Socket) => void): this
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...values: any[]) => void): this
    /** @calls 0 deferred @drops 0 */
    use(middleware: (socket: Socket, next: (error?: any) => void) => void): this
    of(name: any): Namespace
    to(room: any): any
    in(room: any): any
    emit(event: string, ...values: any[]): boolean
    /** @settles */
    close(callback?: any): Promise<void>
  }
}
