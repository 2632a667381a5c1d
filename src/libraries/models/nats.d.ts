/* NATS: publish and request, and the persistent streams of JetStream. */

declare module 'nats' {
  export interface NatsConnection {
    /** @effect publish write */
    publish(subject: string, payload?: any, options?: any): void
    /** @effect publish */
    request(subject: string, payload?: any, options?: any): Promise<any>
    /** @calls 1.callback deferred @drops 1.callback */
    subscribe(subject: string, options?: any): any
    jetstream(options?: any): JetStreamClient
    drain(): Promise<void>
    close(): Promise<void>
  }
  export interface JetStreamClient {
    /** @effect publish write @idempotency 2.msgID */
    publish(subject: string, payload?: any, options?: any): Promise<any>
    readonly consumers: any
  }
  export function connect(options?: any): Promise<NatsConnection>
  export function StringCodec(): any
  export function JSONCodec<T = any>(reviver?: any): any
}
