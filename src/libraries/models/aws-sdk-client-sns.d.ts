/* AWS SDK 3, SNS: topics, text messages and push. */

declare module '@aws-sdk/client-sns' {
  export class SNSClient {
    constructor(options?: any)
    /** @effect http command=0 */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SNS extends SNSClient {
    /** @effect publish write @idempotency 0.MessageDeduplicationId */
    publish(input: any, ...options: any[]): Promise<any>
    /** @effect publish write */
    publishBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert */
    subscribe(input: any, ...options: any[]): Promise<any>
    /** @effect http delete */
    unsubscribe(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert */
    createPlatformEndpoint(input: any, ...options: any[]): Promise<any>
  }
  /** @command publish write @idempotency 0.MessageDeduplicationId */
  export class PublishCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command publish write */
  export class PublishBatchCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http write @upsert */
  export class SubscribeCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http delete */
  export class UnsubscribeCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http write @upsert */
  export class CreatePlatformEndpointCommand {
    constructor(input?: any)
    readonly input: any
  }
}
