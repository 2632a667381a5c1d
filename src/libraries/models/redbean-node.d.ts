/* redbean-node: tables by name, conditions as SQL text, rows as beans that are stored. */

declare module 'redbean-node/dist/bean' {
  export class Bean {
    getType(): string
    import(values: any, ...rest: any[]): any
    export(): any
    [column: string]: any
  }
}

declare module 'redbean-node/dist/bean-model' {
  import { Bean } from 'redbean-node/dist/bean'
  export class BeanModel extends Bean {}
}

declare module 'redbean-node' {
  /** @placeholder ? @connection */
  export class RedBeanNode {
    readonly knex: any
    setup(...args: any[]): void
    freeze(value?: boolean): void
    debug(value: boolean): void
    dispense(type: string): any
    /** @query read one @table 0 @where 1 */
    load(type: string, id: any): Promise<any>
    /** @query write one */
    store(bean: any, changedFieldsOnly?: boolean): Promise<number>
    /** @query write many */
    storeAll(beans: any[], changedFieldsOnly?: boolean): Promise<any[]>
    /** @query delete */
    trash(bean: any): Promise<void>
    /** @query delete */
    trashAll(beans: any[]): Promise<void>
    /** @query read many @table 0 @where 1 @fragment 1 @params 2 */
    find(type: string, clause?: string, data?: readonly any[]): Promise<any[]>
    /** @query read many @table 0 @where 1 @fragment 1 @params 2 @stream */
    findStream(type: string, clause?: string, data?: readonly any[]): any
    /** @query read many @table 0 @where 1 @fragment 1 @params 2 */
    findAll(type: string, clause?: string, data?: readonly any[]): Promise<any[]>
    /** @query read one @table 0 @where 1 @fragment 1 @params 2 */
    findOne(type: string, clause?: string, data?: readonly any[]): Promise<any>
    /** @query aggregate @table 0 @where 1 @fragment 1 @params 2 */
    count(type: string, clause?: string, data?: readonly any[], autoLimit?: boolean): Promise<any>
    /** @query raw @sql 0 @params 1 */
    exec(sql: string, data?: readonly any[]): Promise<void>
    /** @query raw @sql 0 @params 1 */
    getAll(sql: string, data?: readonly any[]): Promise<any[]>
    /** @query raw @sql 0 @params 1 @stream */
    getAllStream(sql: string, data?: readonly any[]): any
    /** @query raw @sql 0 @params 1 */
    getRow(sql: string, data?: readonly any[], autoLimit?: boolean): Promise<any>
    /** @query raw @sql 0 @params 1 */
    getCol(sql: string, data?: readonly any[]): Promise<any[]>
    /** @query raw @sql 0 @params 1 */
    getCell(sql: string, data?: readonly any[], autoLimit?: boolean): Promise<any>
    /** @query raw @sql 0 @params 1 */
    getAssoc(sql: string, data?: readonly any[]): Promise<any>
    convertToBean(type: string, values: any): any
    convertToBeans(type: string, list: any): any[]
    hasTable(name: string): any
    /** @transaction begin handle=return */
    begin(): Promise<RedBeanNode>
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    /** @transaction 0 */
    transaction(run: (transaction: RedBeanNode) => any): Promise<void>
    isoDate(date?: any): string
    isoTime(date?: any): string
    isoDateTime(date?: any): string
    isoDateTimeMillis(date?: any): string
    close(): Promise<void>
    autoloadModels(directory: string, language?: any): void
  }
  export const R: RedBeanNode
}
