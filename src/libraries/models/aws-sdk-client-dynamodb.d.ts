/* AWS SDK 3, DynamoDB: a page of a query ends after a megabyte; a scan reads (and costs) that much of the whole table. */

declare module '@aws-sdk/client-dynamodb' {
  export class DynamoDBClient {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class DynamoDB extends DynamoDBClient {
    /** @query read one @table 0.TableName @where 0.Key */
    getItem(input: any, ...options: any[]): Promise<any>
    /** @query write one @table 0.TableName @data 0.Item @upsert @conditional 0.ConditionExpression */
    putItem(input: any, ...options: any[]): Promise<any>
    /** @query write one @table 0.TableName @where 0.Key @changes 0.UpdateExpression 0.ExpressionAttributeValues @conditional 0.ConditionExpression */
    updateItem(input: any, ...options: any[]): Promise<any>
    /** @query delete one @table 0.TableName @where 0.Key */
    deleteItem(input: any, ...options: any[]): Promise<any>
    /** @query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
    query(input: any, ...options: any[]): Promise<any>
    /** @query read many @table 0.TableName @bound 0.Limit */
    scan(input: any, ...options: any[]): Promise<any>
    /** @query read many @bound 0 */
    batchGetItem(input: any, ...options: any[]): Promise<any>
    /** @query write many */
    batchWriteItem(input: any, ...options: any[]): Promise<any>
    /** @query read many @bound 0 */
    transactGetItems(input: any, ...options: any[]): Promise<any>
    /** @query write many */
    transactWriteItems(input: any, ...options: any[]): Promise<any>
  }
  /** @command query read one @table 0.TableName @where 0.Key */
  export class GetItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write one @table 0.TableName @data 0.Item @upsert @conditional 0.ConditionExpression */
  export class PutItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write one @table 0.TableName @where 0.Key @changes 0.UpdateExpression 0.ExpressionAttributeValues @conditional 0.ConditionExpression */
  export class UpdateItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query delete one @table 0.TableName @where 0.Key */
  export class DeleteItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
  export class QueryCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @table 0.TableName @bound 0.Limit */
  export class ScanCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @bound 0 */
  export class BatchGetItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write many */
  export class BatchWriteItemCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @bound 0 */
  export class TransactGetItemsCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write many */
  export class TransactWriteItemsCommand {
    constructor(input?: any)
    readonly input: any
  }
}
declare module '@aws-sdk/lib-dynamodb' {
  export class DynamoDBDocumentClient {
    static from(client: any, options?: any): DynamoDBDocumentClient
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class DynamoDBDocument extends DynamoDBDocumentClient {
    static from(client: any, options?: any): DynamoDBDocument
    /** @query read one @table 0.TableName @where 0.Key */
    get(input: any, ...options: any[]): Promise<any>
    /** @query write one @table 0.TableName @data 0.Item @upsert @conditional 0.ConditionExpression */
    put(input: any, ...options: any[]): Promise<any>
    /** @query write one @table 0.TableName @where 0.Key @changes 0.UpdateExpression 0.ExpressionAttributeValues @conditional 0.ConditionExpression */
    update(input: any, ...options: any[]): Promise<any>
    /** @query delete one @table 0.TableName @where 0.Key */
    delete(input: any, ...options: any[]): Promise<any>
    /** @query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
    query(input: any, ...options: any[]): Promise<any>
    /** @query read many @table 0.TableName @bound 0.Limit */
    scan(input: any, ...options: any[]): Promise<any>
    /** @query read many @bound 0 */
    batchGet(input: any, ...options: any[]): Promise<any>
    /** @query write many */
    batchWrite(input: any, ...options: any[]): Promise<any>
    /** @query read many @bound 0 */
    transactGet(input: any, ...options: any[]): Promise<any>
    /** @query write many */
    transactWrite(input: any, ...options: any[]): Promise<any>
  }
  /** @command query read one @table 0.TableName @where 0.Key */
  export class GetCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write one @table 0.TableName @data 0.Item @upsert @conditional 0.ConditionExpression */
  export class PutCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write one @table 0.TableName @where 0.Key @changes 0.UpdateExpression 0.ExpressionAttributeValues @conditional 0.ConditionExpression */
  export class UpdateCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query delete one @table 0.TableName @where 0.Key */
  export class DeleteCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @table 0.TableName @where 0.KeyConditionExpression @bound 0 */
  export class QueryCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @table 0.TableName @bound 0.Limit */
  export class ScanCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @bound 0 */
  export class BatchGetCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write many */
  export class BatchWriteCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query read many @bound 0 */
  export class TransactGetCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command query write many */
  export class TransactWriteCommand {
    constructor(input?: any)
    readonly input: any
  }
}
