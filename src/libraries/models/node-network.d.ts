/*
 * Network of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

declare module 'net' {
  import { Duplex } from 'stream'
  import EventEmitter = require('events')
  export interface AddressInfo {
    address: string
    family: string
    port: number
  }
  export class Socket extends Duplex {
    constructor(options?: any)
    /** @effect http */
    connect(...args: any[]): this
    setTimeout(timeout: number, callback?: () => void): this
    setNoDelay(on?: boolean): this
    setKeepAlive(on?: boolean, delay?: number): this
    address(): AddressInfo | {}
    unref(): this
    ref(): this
    readonly remoteAddress?: string
    readonly remotePort?: number
    readonly localAddress?: string
    readonly localPort?: number
    readonly connecting: boolean
  }
  export class Server extends EventEmitter {
    constructor(options?: any, listener?: (socket: Socket) => void)
    listen(...args: any[]): this
    close(callback?: (err?: Error) => void): this
    address(): AddressInfo | string
    getConnections(callback: (err: Error, count: number) => void): this
    ref(): this
    unref(): this
    readonly listening: boolean
  }
  /** @calls last deferred @drops last */
  export function createServer(options?: any, listener?: (socket: Socket) => void): Server
  /** @effect http */
  export function connect(...args: any[]): Socket
  /** @effect http */
  export function createConnection(...args: any[]): Socket
  export function isIP(input: string): number
  export function isIPv4(input: string): boolean
  export function isIPv6(input: string): boolean
}
declare module 'tls' {
  import * as net from 'net'
  export class TLSSocket extends net.Socket {
    authorized: boolean
    encrypted: true
    getPeerCertificate(detailed?: boolean): any
    getProtocol(): string
  }
  export class Server extends net.Server {}
  export interface ConnectionOptions {
    [option: string]: any
  }
  export interface SecureContext {
    context: any
  }
  /** @effect http */
  export function connect(...args: any[]): TLSSocket
  export function createSecureContext(options?: any): SecureContext
  /** @calls last deferred @drops last */
  export function createServer(options?: any, listener?: (socket: TLSSocket) => void): Server
  export function checkServerIdentity(host: string, certificate: any): Error
  export const rootCertificates: readonly string[]
}
declare module 'http' {
  import * as stream from 'stream'
  import * as net from 'net'
  export interface IncomingHttpHeaders extends NodeJS.Dict<string | string[]> {
    authorization?: string
    cookie?: string
    host?: string
    origin?: string
    referer?: string
    'content-type'?: string
    'content-length'?: string
    'user-agent'?: string
    'set-cookie'?: string[]
  }
  export type OutgoingHttpHeaders = NodeJS.Dict<number | string | string[]>
  export type OutgoingHttpHeader = number | string | string[]
  export interface RequestOptions {
    [option: string]: any
  }
  export interface ClientRequestArgs extends RequestOptions {}
  export interface ServerOptions<T1 = any, T2 = any> {
    [option: string]: any
  }
  export interface AgentOptions {
    [option: string]: any
  }
  export type RequestListener<T1 = any, T2 = any> = (req: any, res: any) => void
  export class IncomingMessage extends stream.Readable {
    constructor(socket: net.Socket)
    aborted: boolean
    complete: boolean
    connection: net.Socket
    /** @source headers */
    headers: IncomingHttpHeaders
    headersDistinct: NodeJS.Dict<string[]>
    httpVersion: string
    method?: string
    /** @source headers */
    rawHeaders: string[]
    socket: net.Socket
    statusCode?: number
    statusMessage?: string
    setTimeout(ms: number, callback?: () => void): this
    trailers: NodeJS.Dict<string>
    /** @source query */
    url?: string
  }
  export class OutgoingMessage<T1 = any> extends stream.Writable {
    headersSent: boolean
    chunkedEncoding: boolean
    shouldKeepAlive: boolean
    sendDate: boolean
    finished: boolean
    readonly req: any
    readonly connection: net.Socket
    readonly socket: net.Socket
    setTimeout(ms: number, callback?: () => void): this
    setHeader(name: string, value: number | string | readonly string[]): this
    appendHeader(name: string, value: string | readonly string[]): this
    getHeader(name: string): number | string | string[]
    getHeaders(): OutgoingHttpHeaders
    getHeaderNames(): string[]
    hasHeader(name: string): boolean
    removeHeader(name: string): void
    addTrailers(headers: any): void
    flushHeaders(): void
  }
  /** @transport response */
  export class ServerResponse<Req = IncomingMessage> extends OutgoingMessage {
    constructor(req: IncomingMessage)
    statusCode: number
    statusMessage: string
    assignSocket(socket: net.Socket): void
    detachSocket(socket: net.Socket): void
    writeContinue(callback?: () => void): void
    writeProcessing(): void
    writeHead(statusCode: number, reason?: any, headers?: any): this
    /** @responds */
    end(chunk?: any, encoding?: any, callback?: () => void): this
  }
  export class ClientRequest extends OutgoingMessage {
    aborted: boolean
    host: string
    method: string
    path: string
    protocol: string
    abort(): void
    onSocket(socket: net.Socket): void
    setNoDelay(noDelay?: boolean): void
    setSocketKeepAlive(enable?: boolean, delay?: number): void
  }
  export class Server<T1 = any, T2 = any> extends net.Server {
    timeout: number
    headersTimeout: number
    requestTimeout: number
    keepAliveTimeout: number
    maxHeadersCount: number
    maxRequestsPerSocket: number
    setTimeout(ms?: any, callback?: () => void): this
    closeAllConnections(): void
    closeIdleConnections(): void
  }
  export class Agent {
    constructor(options?: AgentOptions)
    maxSockets: number
    maxFreeSockets: number
    readonly sockets: any
    readonly requests: any
    destroy(): void
  }
  /** @entry route handler=0 @drops 0 handler */
  export function createServer(listener?: (req: IncomingMessage, res: ServerResponse) => void): Server
  /** @entry route handler=1 @drops 1 handler */
  export function createServer(options: ServerOptions, listener?: (req: IncomingMessage, res: ServerResponse) => void): Server
  /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 1 once @drops 1 */
  export function request(url: string | URL | RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 2 once @drops 2 */
  export function request(url: string | URL, options: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 1 once @drops 1 */
  export function get(url: string | URL | RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 2 once @drops 2 */
  export function get(url: string | URL, options: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  export let globalAgent: Agent
  export const METHODS: string[]
  export const STATUS_CODES: { [code: number]: string }
  export const maxHeaderSize: number
}
declare module 'https' {
  import * as http from 'http'
  import * as tls from 'tls'
  export interface RequestOptions extends http.RequestOptions {}
  export interface ServerOptions<T1 = any, T2 = any> extends http.ServerOptions {}
  export interface AgentOptions extends http.AgentOptions {}
  export class Agent extends http.Agent {
    constructor(options?: AgentOptions)
  }
  export class Server<T1 = any, T2 = any> extends http.Server {}
  /** @entry route handler=0 @drops 0 handler */
  export function createServer(listener?: (req: http.IncomingMessage, res: http.ServerResponse) => void): Server
  /** @entry route handler=1 @drops 1 handler */
  export function createServer(
    options: ServerOptions,
    listener?: (req: http.IncomingMessage, res: http.ServerResponse) => void,
  ): Server
  /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 1 once @drops 1 */
  export function request(url: string | URL | RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest
  /** @effect http @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 2 once @drops 2 */
  export function request(
    url: string | URL,
    options: RequestOptions,
    callback?: (res: http.IncomingMessage) => void,
  ): http.ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 1 once @drops 1 */
  export function get(url: string | URL | RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none @calls 2 once @drops 2 */
  export function get(
    url: string | URL,
    options: RequestOptions,
    callback?: (res: http.IncomingMessage) => void,
  ): http.ClientRequest
  export let globalAgent: Agent
}
declare module 'http2' {
  import { Duplex } from 'stream'
  import * as net from 'net'
  export interface Http2Session extends NodeJS.EventEmitter {
    close(callback?: () => void): void
    destroy(error?: Error, code?: number): void
  }
  export interface ClientHttp2Session extends Http2Session {
    /** @effect http */
    request(headers?: any, options?: any): Duplex
  }
  export interface Http2Server<T1 = any, T2 = any, T3 = any, T4 = any> extends net.Server {}
  export interface Http2SecureServer<T1 = any, T2 = any, T3 = any, T4 = any> extends net.Server {}
  /** @effect http */
  export function connect(authority: string | URL, ...args: any[]): ClientHttp2Session
  /** @entry route handler=last @drops last handler */
  export function createServer(options?: any, handler?: (req: any, res: any) => void): Http2Server
  /** @entry route handler=last @drops last handler */
  export function createSecureServer(options?: any, handler?: (req: any, res: any) => void): Http2SecureServer
  export const constants: any
}
declare module 'dgram' {
  import EventEmitter = require('events')
  export class Socket extends EventEmitter {
    bind(...args: any[]): this
    close(callback?: () => void): this
    send(...args: any[]): void
  }
  /** @calls 1 deferred @drops 1 */
  export function createSocket(type: any, callback?: (message: Buffer, remote: any) => void): Socket
}
declare module 'dns' {
  import * as promises from 'dns/promises'
  export { promises }
  /** @effect http */
  export function lookup(hostname: string, options: any, callback?: (err: Error, address: string, family: number) => void): void
  /** @effect http */
  export function resolve(hostname: string, type: any, callback?: (err: Error, addresses: any) => void): void
  /** @effect http */
  export function resolveMx(hostname: string, callback: (err: Error, addresses: any[]) => void): void
  /** @effect http */
  export function resolveTxt(hostname: string, callback: (err: Error, addresses: string[][]) => void): void
  /** @effect http */
  export function reverse(ip: string, callback: (err: Error, hostnames: string[]) => void): void
  export function setDefaultResultOrder(order: any): void
}
declare module 'dns/promises' {
  /** @effect http */
  export function lookup(hostname: string, options?: any): Promise<any>
  /** @effect http */
  export function resolve(hostname: string, type?: any): Promise<any>
  /** @effect http */
  export function resolve4(hostname: string, options?: any): Promise<any>
  /** @effect http */
  export function resolveMx(hostname: string): Promise<any[]>
  /** @effect http */
  export function resolveTxt(hostname: string): Promise<string[][]>
  /** @effect http */
  export function resolveCname(hostname: string): Promise<string[]>
  /** @effect http */
  export function reverse(ip: string): Promise<string[]>
}
declare module 'url' {
  export interface UrlObject {
    [part: string]: any
  }
  export interface UrlWithStringQuery {
    href: string
    protocol: string
    host: string
    hostname: string
    port: string
    pathname: string
    path: string
    search: string
    query: string
    hash: string
    auth: string
  }
  export interface UrlWithParsedQuery {
    href: string
    protocol: string
    host: string
    hostname: string
    port: string
    pathname: string
    path: string
    search: string
    query: NodeJS.Dict<string | string[]>
    hash: string
    auth: string
  }
  /** @propagates 0 */
  export function parse(url: string, parseQueryString?: false): UrlWithStringQuery
  /** @propagates 0 */
  export function parse(url: string, parseQueryString: true, slashesDenoteHost?: boolean): UrlWithParsedQuery
  /** @propagates 0 */
  export function format(url: any, options?: any): string
  /** @propagates 0 1 */
  export function resolve(from: string, to: string): string
  /** @propagates 0 */
  export function fileURLToPath(url: string | URL): string
  /** @propagates 0 */
  export function pathToFileURL(path: string): URL
  export function domainToASCII(domain: string): string
  export function domainToUnicode(domain: string): string
  const URL: typeof globalThis.URL
  type URL = globalThis.URL
  const URLSearchParams: typeof globalThis.URLSearchParams
  type URLSearchParams = globalThis.URLSearchParams
  export { URL, URLSearchParams }
}
declare module 'querystring' {
  export interface ParsedUrlQuery extends NodeJS.Dict<string | string[]> {}
  export interface ParsedUrlQueryInput extends NodeJS.Dict<any> {}
  /** @propagates 0 */
  export function stringify(value?: any, separator?: string, equals?: string, options?: any): string
  /** @propagates 0 */
  export function parse(text: string, separator?: string, equals?: string, options?: any): ParsedUrlQuery
  /** @propagates 0 */
  export function encode(value?: any, separator?: string, equals?: string, options?: any): string
  /** @propagates 0 */
  export function decode(text: string, separator?: string, equals?: string, options?: any): ParsedUrlQuery
  /** @propagates 0 */
  export function escape(text: string): string
  /** @propagates 0 */
  export function unescape(text: string): string
}

declare module 'node:net' {
  export * from 'net'
}
declare module 'node:tls' {
  export * from 'tls'
}
declare module 'node:http' {
  export * from 'http'
}
declare module 'node:https' {
  export * from 'https'
}
declare module 'node:http2' {
  export * from 'http2'
}
declare module 'node:dgram' {
  export * from 'dgram'
}
declare module 'node:dns' {
  export * from 'dns'
}
declare module 'node:dns/promises' {
  export * from 'dns/promises'
}
declare module 'node:url' {
  export * from 'url'
}
declare module 'node:querystring' {
  export * from 'querystring'
}
