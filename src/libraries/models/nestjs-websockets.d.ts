/* Web socket gateways of NestJS. */

declare module '@nestjs/websockets' {
  export function WebSocketGateway(...args: any[]): ClassDecorator
  export function WebSocketServer(): PropertyDecorator
  /** @entry consumer path=0 */
  export function SubscribeMessage(message: any): MethodDecorator
  /** @source message client */
  export function MessageBody(...args: any[]): ParameterDecorator
  export function ConnectedSocket(): ParameterDecorator
  export function Ack(): ParameterDecorator
  export class WsException extends Error {
    constructor(error: any)
    getError(): any
  }
  export interface OnGatewayInit<T = any> {
    afterInit(server: T): any
  }
  export interface OnGatewayConnection<T = any> {
    handleConnection(client: T, ...args: any[]): any
  }
  export interface OnGatewayDisconnect<T = any> {
    handleDisconnect(client: T): any
  }
  export interface WsResponse<T = any> {
    event: string
    data: T
  }
}
