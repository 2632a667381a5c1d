/* Google Cloud Pub/Sub. */

declare module '@google-cloud/pubsub' {
  export class PubSub {
    constructor(options?: any)
    topic(name: string, options?: any): Topic
    subscription(name: string, options?: any): Subscription
  }
  export class Topic {
    name: string
    /** @effect publish write */
    publishMessage(message: any, callback?: any): Promise<string>
    /** @effect publish write */
    publish(data: Buffer, attributes?: any, callback?: any): Promise<string>
    /** @effect publish write */
    publishJSON(json: object, attributes?: any, callback?: any): Promise<string>
  }
  export class Subscription {
    /** @entry listener path=0 handler=1 */
    on(event: string, listener: (message: any) => void): this
    close(): Promise<void>
  }
  export class Message {
    ack(): void
    nack(): void
    /** @source message */
    data: Buffer
    /** @source message */
    attributes: any
    id: string
  }
}
