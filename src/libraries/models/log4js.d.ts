/* log4js: whatever is given is formatted into one line. */

declare module 'log4js' {
  export interface Logger {
    level: any
    /** @effect log info @logged 1+ */
    log(level: any, ...values: any[]): void
    /** @effect log debug */
    trace(...values: any[]): void
    /** @effect log debug */
    debug(...values: any[]): void
    /** @effect log info */
    info(...values: any[]): void
    /** @effect log warn */
    warn(...values: any[]): void
    /** @effect log error */
    error(...values: any[]): void
    /** @effect log error */
    fatal(...values: any[]): void
    /** @effect log info */
    mark(...values: any[]): void
    addContext(key: string, value: any): void
  }
  export function getLogger(category?: string): Logger
  export function configure(configuration: any): any
  export function shutdown(callback?: (error?: any) => void): any
  export function connectLogger(logger: Logger, options: any): any
}
