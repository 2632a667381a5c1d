/* bunyan: an object with fields and a message; serializers stand for whole fields. */

declare module 'bunyan' {
  class Logger {
    /** @redacts serializers=0.serializers */
    constructor(options: any)
    /** @returns this @redacts serializers=0.serializers */
    child(options: any, simple?: boolean): Logger
    /** @redacts serializers=0 */
    addSerializers(serializers: any): void
    level(value?: any): any
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
    fields: any
  }
  namespace Logger {
    /** @redacts serializers=0.serializers */
    function createLogger(options: any): Logger
    const stdSerializers: any
    type LoggerOptions = any
  }
  export = Logger
}
