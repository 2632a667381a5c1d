/* typeorm-transactional: transactions of TypeORM that every repository reached inside takes part in by itself. */

declare module 'typeorm-transactional' {
  import { DataSource } from 'typeorm'
  export interface WrapInTransactionOptions {
    connectionName?: string
    propagation?: any
    isolationLevel?: any
    name?: any
  }
  /** @transaction decorator */
  export function Transactional(options?: WrapInTransactionOptions): MethodDecorator
  /** @transaction 0 implicit */
  export function runInTransaction<R>(run: () => R, options?: WrapInTransactionOptions): R
  /** @returns 0 */
  export function wrapInTransaction<F extends (...args: any[]) => any>(run: F, options?: WrapInTransactionOptions): F
  /** @calls 0 deferred */
  export function runOnTransactionCommit(run: () => void): void
  /** @calls 0 deferred */
  export function runOnTransactionRollback(run: (error: Error) => void): void
  /** @calls 0 deferred */
  export function runOnTransactionComplete(run: (error?: Error) => void): void
  export function initializeTransactionalContext(options?: any): any
  export function addTransactionalDataSource(source: DataSource | { name?: string; dataSource: DataSource; patch?: boolean }): DataSource
  export function getDataSourceByName(name: string): DataSource
  export function deleteDataSourceByName(name: string): boolean
  export const Propagation: any
  export const IsolationLevel: any
  export const StorageDriver: any
  export class TransactionalError extends Error {}
}
