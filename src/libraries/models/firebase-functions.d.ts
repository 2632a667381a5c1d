/* firebase-functions 4 to 7: a function is what a call makes of a handler; what calls it is in the name of the call. */
declare module 'firebase-functions/v2/https' {
  import type { Request as ExpressRequest, Response } from 'express'

  export interface Request extends ExpressRequest {
    rawBody: Buffer
  }

  export interface CallableRequest<T = any> {
    /** @source args */
    data: T
    auth?: any
    app?: any
    /** @transport request */
    rawRequest: Request
  }

  /** @entry route ALL handler=0 */
  export function onRequest(handler: (request: Request, response: Response) => void | Promise<void>): any
  /** @entry route ALL handler=1 options=0 */
  export function onRequest(options: any, handler: (request: Request, response: Response) => void | Promise<void>): any
  /** @entry procedure handler=0 */
  export function onCall<T = any, R = any>(handler: (request: CallableRequest<T>) => R): any
  /** @entry procedure handler=1 options=0 */
  export function onCall<T = any, R = any>(options: any, handler: (request: CallableRequest<T>) => R): any

  export class HttpsError extends Error {
    constructor(code: string, message: string, details?: any)
  }
}

declare module 'firebase-functions/https' {
  export * from 'firebase-functions/v2/https'
}

declare module 'firebase-functions/v2/scheduler' {
  /** @entry cron path=0|0.schedule handler=1 */
  export function onSchedule(schedule: any, handler: (event: any) => void | Promise<void>): any
}

declare module 'firebase-functions/scheduler' {
  export * from 'firebase-functions/v2/scheduler'
}

declare module 'firebase-functions/v2/pubsub' {
  /** @entry consumer path=0|0.topic handler=1 */
  export function onMessagePublished<T = any>(topic: any, handler: (event: any) => any): any
}

declare module 'firebase-functions/pubsub' {
  export * from 'firebase-functions/v2/pubsub'
}

declare module 'firebase-functions/v2/firestore' {
  /** @entry consumer path=0|0.document handler=1 */
  export function onDocumentCreated(document: any, handler: (event: any) => any): any
  /** @entry consumer path=0|0.document handler=1 */
  export function onDocumentUpdated(document: any, handler: (event: any) => any): any
  /** @entry consumer path=0|0.document handler=1 */
  export function onDocumentDeleted(document: any, handler: (event: any) => any): any
  /** @entry consumer path=0|0.document handler=1 */
  export function onDocumentWritten(document: any, handler: (event: any) => any): any
}

declare module 'firebase-functions/firestore' {
  export * from 'firebase-functions/v2/firestore'
}

declare module 'firebase-functions/v2/tasks' {
  /** @entry job handler=0 */
  export function onTaskDispatched<T = any>(handler: (request: any) => void | Promise<void>): any
  /** @entry job handler=1 */
  export function onTaskDispatched<T = any>(options: any, handler: (request: any) => void | Promise<void>): any
}

declare module 'firebase-functions/tasks' {
  export * from 'firebase-functions/v2/tasks'
}

declare module 'firebase-functions/v1/https' {
  import type { Request as ExpressRequest, Response } from 'express'

  export interface Request extends ExpressRequest {
    rawBody: Buffer
  }

  /** @entry route ALL handler=last */
  export function onRequest(options: any, handler?: (request: Request, response: Response) => void | Promise<void>): any
  /** @entry procedure handler=0 */
  export function onCall(handler: (data: any, context: any) => any): any

  export class HttpsError extends Error {
    constructor(code: string, message: string, details?: any)
  }
}
