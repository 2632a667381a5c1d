/* AWS SDK 3, SQS: queues. Only FIFO queues drop repeated messages. */

declare module '@aws-sdk/client-sqs' {
  export class SQSClient {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SQS extends SQSClient {
    /** @effect enqueue write @idempotency 0.MessageDeduplicationId @timeout 1.abortSignal|1.requestTimeout default=none */
    sendMessage(input: any, ...options: any[]): Promise<any>
    /** @effect enqueue write @idempotency 0.Entries @timeout 1.abortSignal|1.requestTimeout default=none */
    sendMessageBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http read @timeout 1.abortSignal|1.requestTimeout default=none */
    receiveMessage(input: any, ...options: any[]): Promise<any>
    /** @effect http delete @timeout 1.abortSignal|1.requestTimeout default=none */
    deleteMessage(input: any, ...options: any[]): Promise<any>
    /** @effect http delete @timeout 1.abortSignal|1.requestTimeout default=none */
    deleteMessageBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
    changeMessageVisibility(input: any, ...options: any[]): Promise<any>
    /** @effect http read @timeout 1.abortSignal|1.requestTimeout default=none */
    getQueueUrl(input: any, ...options: any[]): Promise<any>
    /** @effect http read @timeout 1.abortSignal|1.requestTimeout default=none */
    getQueueAttributes(input: any, ...options: any[]): Promise<any>
  }
  /** @command enqueue write @idempotency 0.MessageDeduplicationId */
  export class SendMessageCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command enqueue write @idempotency 0.Entries */
  export class SendMessageBatchCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http read */
  export class ReceiveMessageCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http delete */
  export class DeleteMessageCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http delete */
  export class DeleteMessageBatchCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http write @upsert */
  export class ChangeMessageVisibilityCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http read */
  export class GetQueueUrlCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http read */
  export class GetQueueAttributesCommand {
    constructor(input?: any)
    readonly input: any
  }
}
