/* Resend: transactional mail; sending takes an idempotency key. */

declare module 'resend' {
  export class Resend {
    constructor(key?: string, options?: any)
    readonly emails: Emails
    readonly batch: Batch$1
    readonly broadcasts: Broadcasts
    readonly contacts: Contacts
  }
  interface Emails {
    /** @effect email write @idempotency 1.idempotencyKey */
    send(payload: any, options?: any): Promise<any>
    /** @effect email write @idempotency 1.idempotencyKey */
    create(payload: any, options?: any): Promise<any>
    /** @effect http read */
    get(id: string, options?: any): Promise<any>
    /** @effect http write @upsert */
    update(payload: any, options?: any): Promise<any>
    /** @effect http write @upsert */
    cancel(id: string, options?: any): Promise<any>
  }
  interface Batch$1 {
    /** @effect email write @idempotency 1.idempotencyKey */
    send(payload: any[], options?: any): Promise<any>
    /** @effect email write @idempotency 1.idempotencyKey */
    create(payload: any[], options?: any): Promise<any>
  }
  interface Broadcasts {
    /** @effect http write */
    create(payload: any, options?: any): Promise<any>
    /** @effect email write */
    send(id: string, payload?: any, options?: any): Promise<any>
  }
  interface Contacts {
    /** @effect http write */
    create(payload: any, options?: any): Promise<any>
    /** @effect http read */
    get(options: any): Promise<any>
    /** @effect http write @upsert */
    update(options: any): Promise<any>
    /** @effect http delete */
    remove(payload: any): Promise<any>
  }
}
