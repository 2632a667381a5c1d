/* nestjs-pino: pino for NestJS, and a log line for each request. */

declare module 'nestjs-pino' {
  import pino from 'pino'

  export class LoggerModule {
    /** @request-log @redacts paths=0.pinoHttp.redact,0.pinoHttp.redact.paths serializers=0.pinoHttp.serializers functions=0.pinoHttp.formatters.log */
    static forRoot(params?: any): any
    /** @redacts functions=0.useFactory */
    static forRootAsync(params: any): any
  }
  export class PinoLogger {
    readonly logger: pino.Logger
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
    setContext(value: string): void
    assign(fields: any): void
  }
  export class Logger {
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
  }
  export class LoggerErrorInterceptor {}
  export function InjectPinoLogger(context?: string): ParameterDecorator
  export function getLoggerToken(context: string): string
  export type Params = any
}
