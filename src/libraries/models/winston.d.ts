/* winston: a message and an object with fields; formats may change both before they are written. */

declare module 'winston' {
  type LogFn = (...values: any[]) => Logger
  export class Logger {
    level: string
    transports: any
    exceptions: any
    rejections: any
    defaultMeta?: any
    format: any
    /** @effect log info @logged 0+ */
    log: LogFn
    /** @effect log error */
    error: LogFn
    /** @effect log warn */
    warn: LogFn
    /** @effect log info */
    help: LogFn
    /** @effect log info */
    data: LogFn
    /** @effect log info */
    info: LogFn
    /** @effect log debug */
    debug: LogFn
    /** @effect log info */
    prompt: LogFn
    /** @effect log info */
    http: LogFn
    /** @effect log debug */
    verbose: LogFn
    /** @effect log info */
    input: LogFn
    /** @effect log debug */
    silly: LogFn
    /** @effect log error */
    emerg: LogFn
    /** @effect log error */
    alert: LogFn
    /** @effect log error */
    crit: LogFn
    /** @effect log warn */
    warning: LogFn
    /** @effect log info */
    notice: LogFn
    /** @returns this */
    child(options: any): this
    add(transport: any): this
    remove(transport: any): this
    /** @redacts functions=0.format */
    configure(options: any): void
    on(event: string, listener: (...values: any[]) => void): this
    end(...values: any[]): this
    close(): this
    profile(id: any, meta?: any): this
    startTimer(): any
  }
  export const format: any
  export const transports: any
  export const config: any
  export const addColors: (colors: any) => any
  /** @redacts functions=0.format,0.transports */
  export const createLogger: (options?: any) => Logger
  /** @redacts functions=0.format,0.transports */
  export const configure: (options: any) => void
  export const add: (transport: any) => Logger
  /** @effect log info */
  export const log: LogFn
  /** @effect log error */
  export const error: LogFn
  /** @effect log warn */
  export const warn: LogFn
  /** @effect log info */
  export const info: LogFn
  /** @effect log info */
  export const http: LogFn
  /** @effect log debug */
  export const verbose: LogFn
  /** @effect log debug */
  export const debug: LogFn
  /** @effect log debug */
  export const silly: LogFn
  export type LoggerOptions = any
  export const loggers: {
    /** @redacts functions=1.format,1.transports */
    add(id: string, options?: any): Logger
    get(id: string, options?: any): Logger
  }
}
