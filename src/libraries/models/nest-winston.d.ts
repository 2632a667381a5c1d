/* nest-winston: winston for NestJS. */

declare module 'nest-winston' {
  import { Logger } from 'winston'

  export const WINSTON_MODULE_PROVIDER: string
  export const WINSTON_MODULE_NEST_PROVIDER: string
  export class WinstonLogger {
    /** @effect log debug */
    verbose(...values: any[]): void
    /** @effect log debug */
    debug(...values: any[]): void
    /** @effect log info */
    log(...values: any[]): void
    /** @effect log warn */
    warn(...values: any[]): void
    /** @effect log error */
    error(...values: any[]): void
    /** @effect log error */
    fatal(...values: any[]): void
    setContext(context: string): void
    getWinstonLogger(): Logger
  }
  export class WinstonModule {
    /** @redacts functions=0.format,0.transports */
    static forRoot(options: any): any
    /** @redacts functions=0.useFactory */
    static forRootAsync(options: any): any
    /** @redacts functions=0.format,0.transports */
    static createLogger(options: any): WinstonLogger
  }
  export const utilities: any
  export type WinstonModuleOptions = any
}
