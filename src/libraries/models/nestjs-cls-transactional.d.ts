/* @nestjs-cls/transactional: a transaction that async local storage carries, whatever the database. */

declare module '@nestjs-cls/transactional' {
  export interface TransactionalAdapter<TConnection, TTx, TOptions> {
    connectionToken?: any
    connection?: TConnection
    defaultTxOptions?: Partial<TOptions>
    optionsFactory: (connection: TConnection, extraProviders?: any[]) => TransactionalAdapterOptions<TTx, TOptions>
  }
  export interface TransactionalAdapterOptions<TTx, TOptions> {
    wrapWithTransaction: (options: TOptions, fn: (...args: any[]) => Promise<any>, setTx: (client?: TTx) => void) => Promise<any>
    getFallbackInstance: () => TTx
  }
  export interface TransactionalPluginOptions<TConnection, TTx, TOptions> {
    adapter: TransactionalAdapter<TConnection, TTx, TOptions>
    imports?: any[]
    connectionName?: string
    enableTransactionProxy?: boolean
  }
  type TxOf<Adapter> = Adapter extends TransactionalAdapter<any, infer Tx, any> ? Tx : any
  export type Transaction<Adapter> = TxOf<Adapter>
  export enum Propagation {
    Required = 'REQUIRED',
    RequiresNew = 'REQUIRES_NEW',
    NotSupported = 'NOT_SUPPORTED',
    Mandatory = 'MANDATORY',
    Never = 'NEVER',
    Supports = 'SUPPORTS',
    Nested = 'NESTED',
  }
  export class TransactionHost<Adapter = any> {
    static getInstance<Adapter = any>(connectionName?: string): TransactionHost<Adapter>
    /** The transaction that is open here, else the client itself. */
    readonly tx: TxOf<Adapter>
    /** @transaction last handle=none implicit */
    withTransaction<R>(fn: (...args: any[]) => Promise<R>): Promise<R>
    /** @transaction last handle=none implicit */
    withTransaction<R>(propagationOrOptions: any, fn: (...args: any[]) => Promise<R>): Promise<R>
    /** @transaction last handle=none implicit */
    withTransaction<R>(propagation: Propagation, options: any, fn: (...args: any[]) => Promise<R>): Promise<R>
    /** @calls 0 once */
    withoutTransaction<R>(fn: (...args: any[]) => Promise<R>): Promise<R>
    isTransactionActive(): boolean
  }
  /** @transaction decorator */
  export function Transactional(...nameAndPropagationAndOptions: any[]): MethodDecorator
  export function InjectTransactionHost(connectionName?: string): PropertyDecorator & ParameterDecorator
  export function InjectTransaction(connectionName?: string): PropertyDecorator & ParameterDecorator
  export function getTransactionHostToken(connectionName?: string): any
  export function getTransactionToken(connectionName?: string): symbol
  export class ClsPluginTransactional {
    constructor(options: TransactionalPluginOptions<any, any, any>)
  }
  export class NoOpTransactionalAdapter<TConnection = any> implements TransactionalAdapter<TConnection, TConnection, any> {
    constructor(options: any)
    optionsFactory: (connection: TConnection) => TransactionalAdapterOptions<TConnection, any>
  }
}
