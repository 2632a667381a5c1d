/* consola: levels and kinds of messages; reporters write them. */

declare module 'consola' {
  export interface ConsolaInstance {
    /** @effect log error */
    fatal(...values: any[]): void
    /** @effect log error */
    error(...values: any[]): void
    /** @effect log warn */
    warn(...values: any[]): void
    /** @effect log info */
    log(...values: any[]): void
    /** @effect log info */
    info(...values: any[]): void
    /** @effect log info */
    success(...values: any[]): void
    /** @effect log error */
    fail(...values: any[]): void
    /** @effect log info */
    ready(...values: any[]): void
    /** @effect log info */
    start(...values: any[]): void
    /** @effect log info */
    box(...values: any[]): void
    /** @effect log debug */
    debug(...values: any[]): void
    /** @effect log debug */
    trace(...values: any[]): void
    /** @effect log debug */
    verbose(...values: any[]): void
    /** @returns this */
    withTag(tag: string): ConsolaInstance
    /** @returns this */
    withDefaults(defaults: any): ConsolaInstance
    create(options: any): ConsolaInstance
    addReporter(reporter: any): any
    wrapConsole(): void
    restoreConsole(): void
    level: number
  }
  export type ConsolaOptions = any
  /** @redacts functions=0.reporters */
  export function createConsola(options?: any): ConsolaInstance
  export const consola: ConsolaInstance
  export default consola
}
