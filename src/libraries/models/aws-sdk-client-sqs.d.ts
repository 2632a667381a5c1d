/* AWS SDK 3, SQS: queues. Only FIFO queues drop repeated messages. */

declare module '@aws-sdk/client-sqs' {
  export class SQSClient {
    constructor(options?: any)
    /** @effect http command=0 */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SQS extends SQSClient {
    /** @effect enqueue write @idempotency 0.MessageDeduplicationId */
    sendMessage(input: any, ...options: any[]): Promise<any>
    /** @effect enqueue write @idempotency 0.Entries */
    sendMessageBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http read */
    receiveMessage(input: any, ...options: any[]): Promise<any>
    /** @effect http delete */
    deleteMessage(input: any, ...options: any[]): Promise<any>
    /** @effect http delete */
    deleteMessageBatch(input: any, ...options: any[]): Promise<any>
    /** @effect http write @upsert */
    changeMessageVisibility(input: any, ...options: any[]): Promise<any>
    /** @effect http read */
    getQueueUrl(input: any, ...options: any[]): Promise<any>
    /** @effect http read */
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
