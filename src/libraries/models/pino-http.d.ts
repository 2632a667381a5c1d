/* pino-http: a middleware that logs each request; `req.log` is a child of its logger. */

declare module 'pino-http' {
  import pino from 'pino'

  /** @request-log @redacts paths=0.redact,0.redact.paths,0.logger.redact serializers=0.serializers functions=0.formatters.log */
  function PinoHttp(options?: any, stream?: any): HttpLogger
  export interface HttpLogger<T1 = any, T2 = any, T3 = any> {
    (req: any, res: any, next?: () => void): void
    logger: pino.Logger
  }
  export type Options<T1 = any, T2 = any, T3 = any> = any
  export const stdSerializers: any
  export default PinoHttp
  export { PinoHttp as pinoHttp }
}
