/* @google-cloud/functions-framework 3 and 4: functions register under a name. */
declare module '@google-cloud/functions-framework' {
  import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'

  export interface Request extends ExpressRequest {
    rawBody?: Buffer
  }
  export interface Response extends ExpressResponse {}

  /** @entry route ALL path=0 handler=1 */
  export const http: (name: string, handler: (request: Request, response: Response) => any) => void
  /** @entry consumer path=0 handler=1 */
  export const cloudEvent: <T = unknown>(name: string, handler: (event: any) => any) => void
}
