/* pino: the first argument is an object with fields, or the message; what is redacted is said where the logger is made. */

declare module 'pino' {
  /** @redacts paths=0.redact,0.redact.paths serializers=0.serializers functions=0.formatters.log,0.hooks.logMethod,0.hooks.streamWrite */
  function pino(options?: any, stream?: any): pino.Logger
  namespace pino {
    /** @redacts paths=0.redact,0.redact.paths serializers=0.serializers functions=0.formatters.log,0.hooks.logMethod,0.hooks.streamWrite */
    function pino(options?: any, stream?: any): Logger
    function destination(options?: any): any
    function transport(options: any): any
    function multistream(streams: any, options?: any): any
    const stdSerializers: any
    const stdTimeFunctions: any
    const levels: any
    interface BaseLogger {
      level: string
      /** @effect log debug */
      trace: LogFn
      /** @effect log debug */
      debug: LogFn
      /** @effect log info */
      info: LogFn
      /** @effect log warn */
      warn: LogFn
      /** @effect log error */
      error: LogFn
      /** @effect log error */
      fatal: LogFn
      silent: LogFn
    }
    interface LogFn {
      (...values: any[]): void
    }
    interface LoggerExtras<T1 = any, T2 = any> {
      /** @returns this @redacts paths=1.redact,1.redact.paths serializers=1.serializers */
      child(bindings: any, options?: any): Logger
      bindings(): any
      setBindings(bindings: any): void
      flush(callback?: (error?: any) => void): void
      isLevelEnabled(level: string): boolean
    }
    interface Logger<T1 = any, T2 = any> extends BaseLogger, LoggerExtras {}
    type LoggerOptions<T1 = any, T2 = any> = any
    type Level = string
    type LevelWithSilent = string
    type Bindings = any
    type DestinationStream = any
  }
  export = pino
}
