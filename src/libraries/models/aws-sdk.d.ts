/* AWS SDK 2: calls give a request that is sent by `promise()` or a callback. */

declare module 'aws-sdk' {
  export class Request<D = any, E = any> {
    promise(): Promise<D>
    send(callback?: (error: E, data: D) => void): void
    on(event: string, listener: (...values: any[]) => void): this
    createReadStream(): any
  }
  export const config: any
  export class Credentials {}
  export class Endpoint {
    constructor(url: string)
  }
  export class S3 {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @effect storage write @upsert */
    upload(input: any, ...rest: any[]): S3.ManagedUpload
    getSignedUrl(operation: string, input: any, ...rest: any[]): string
    getSignedUrlPromise(operation: string, input: any): Promise<string>
    /** @effect storage write @upsert */
    putObject(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage read */
    getObject(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage read */
    headObject(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage delete */
    deleteObject(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage delete */
    deleteObjects(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage write @upsert */
    copyObject(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage read */
    listObjectsV2(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage read */
    listObjects(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage write */
    createMultipartUpload(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage write @upsert */
    uploadPart(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage write */
    completeMultipartUpload(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage delete */
    abortMultipartUpload(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage read */
    headBucket(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect storage write */
    createBucket(input?: any, callback?: (error: any, data: any) => void): Request
  }
  export class SQS {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @effect enqueue write @idempotency 0.MessageDeduplicationId */
    sendMessage(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect enqueue write @idempotency 0.Entries */
    sendMessageBatch(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http read */
    receiveMessage(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http delete */
    deleteMessage(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http delete */
    deleteMessageBatch(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http write @upsert */
    changeMessageVisibility(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http read */
    getQueueUrl(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http read */
    getQueueAttributes(input?: any, callback?: (error: any, data: any) => void): Request
  }
  export class SNS {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @effect publish write @idempotency 0.MessageDeduplicationId */
    publish(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect publish write */
    publishBatch(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http write @upsert */
    subscribe(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http delete */
    unsubscribe(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http write @upsert */
    createPlatformEndpoint(input?: any, callback?: (error: any, data: any) => void): Request
  }
  export class SES {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @effect email write */
    sendEmail(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect email write */
    sendRawEmail(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect email write */
    sendTemplatedEmail(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect email write */
    sendBulkTemplatedEmail(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect email write */
    sendCustomVerificationEmail(input?: any, callback?: (error: any, data: any) => void): Request
  }
  export class Lambda {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @effect http write */
    invoke(input?: any, callback?: (error: any, data: any) => void): Request
    /** @effect http write */
    invokeAsync(input?: any, callback?: (error: any, data: any) => void): Request
  }
  export namespace S3 {
    class ManagedUpload {
      promise(): Promise<any>
      send(callback?: (error: any, data: any) => void): void
      on(event: string, listener: (progress: any) => void): this
    }
  }
  export class DynamoDB {
    /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
    /** @query read one @table 0.TableName @where 0.Key */
    getItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query write one @table 0.TableName @data 0.Item @upsert */
    putItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query write one @table 0.TableName @where 0.Key @atomic */
    updateItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query delete one @table 0.TableName @where 0.Key */
    deleteItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
    query(input: any, callback?: (error: any, data: any) => void): Request
    /** @query read many @table 0.TableName @bound 0.Limit */
    scan(input: any, callback?: (error: any, data: any) => void): Request
    /** @query read many @bound 0 */
    batchGetItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query write many */
    batchWriteItem(input: any, callback?: (error: any, data: any) => void): Request
    /** @query read many @bound 0 */
    transactGetItems(input: any, callback?: (error: any, data: any) => void): Request
    /** @query write many */
    transactWriteItems(input: any, callback?: (error: any, data: any) => void): Request
  }
  export namespace DynamoDB {
    class DocumentClient {
      /** @timeout 0.httpOptions.timeout|0.httpOptions default=120000 */
    constructor(options?: any)
      /** @query read one @table 0.TableName @where 0.Key */
      get(input: any, callback?: (error: any, data: any) => void): Request
      /** @query write one @table 0.TableName @data 0.Item @upsert */
      put(input: any, callback?: (error: any, data: any) => void): Request
      /** @query write one @table 0.TableName @where 0.Key @atomic */
      update(input: any, callback?: (error: any, data: any) => void): Request
      /** @query delete one @table 0.TableName @where 0.Key */
      delete(input: any, callback?: (error: any, data: any) => void): Request
      /** @query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
      query(input: any, callback?: (error: any, data: any) => void): Request
      /** @query read many @table 0.TableName @bound 0.Limit */
      scan(input: any, callback?: (error: any, data: any) => void): Request
      /** @query read many @bound 0 */
      batchGet(input: any, callback?: (error: any, data: any) => void): Request
      /** @query write many */
      batchWrite(input: any, callback?: (error: any, data: any) => void): Request
      /** @query read many @bound 0 */
      transactGet(input: any, callback?: (error: any, data: any) => void): Request
      /** @query write many */
      transactWrite(input: any, callback?: (error: any, data: any) => void): Request
    }
  }
}
declare module 'aws-sdk/clients/s3' {
  import { S3 } from 'aws-sdk'
  export = S3
}
declare module 'aws-sdk/clients/sqs' {
  import { SQS } from 'aws-sdk'
  export = SQS
}
declare module 'aws-sdk/clients/sns' {
  import { SNS } from 'aws-sdk'
  export = SNS
}
declare module 'aws-sdk/clients/ses' {
  import { SES } from 'aws-sdk'
  export = SES
}
declare module 'aws-sdk/clients/lambda' {
  import { Lambda } from 'aws-sdk'
  export = Lambda
}
declare module 'aws-sdk/clients/dynamodb' {
  import { DynamoDB } from 'aws-sdk'
  export = DynamoDB
}
