/* loglevel: the console with levels. */

declare module 'loglevel' {
  const log: log.RootLogger
  namespace log {
    interface Logger {
      /** @effect log debug */
      trace(...values: any[]): void
      /** @effect log debug */
      debug(...values: any[]): void
      /** @effect log info */
      log(...values: any[]): void
      /** @effect log info */
      info(...values: any[]): void
      /** @effect log warn */
      warn(...values: any[]): void
      /** @effect log error */
      error(...values: any[]): void
      setLevel(level: any, persist?: boolean): void
      setDefaultLevel(level: any): void
      getLevel(): any
      methodFactory: any
    }
    interface RootLogger extends Logger {
      getLogger(name: string | symbol): Logger
      getLoggers(): any
    }
  }
  export = log
}
