/* AWS SDK 3, SNS: topics, text messages and push. */

declare module '@aws-sdk/client-sns' {
  export class SNSClient {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SNS extends SNSClient {
    /** @effect publish write @idempotency 0.MessageDeduplicationId @timeout 1.abortSignal|1.requestTimeout default=none */
    publish(input: any, ...options: any[]): Promise<any>
    /** @effect publish write @timeout 1.abortSignal|1.requestTimeout default=none */
    publishBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
    subscribe(input: any, ...options: any[]): Promise<any>
    /** @effect http delete @timeout 1.abortSignal|1.requestTimeout default=none */
    unsubscribe(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
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
