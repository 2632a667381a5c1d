/* tslog: masks values by key or pattern, as its settings say; `password` by itself. */

declare module 'tslog' {
  export class Logger<LogObj = any> {
    /** @redacts keys=0.maskValuesOfKeys,0.mask.keys functions=0.maskValuesRegEx,0.mask.regex,0.overwrite.mask known=password */
    constructor(settings?: any, logObj?: any, stackDepthLevel?: any)
    /** @effect log info @logged 2+ */
    log(levelId: number, levelName: string, ...values: any[]): any
    /** @effect log debug */
    silly(...values: any[]): void
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
    /** @returns this */
    getSubLogger(settings?: any, logObj?: any): Logger<LogObj>
    settings: any
  }
  export type ILogObj = any
  export type ISettingsParam<LogObj = any> = any
}
