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
    /** @effect email write @idempotency 1.idempotencyKey @settles result since=resend@4 */
    send(payload: any, options?: any): Promise<any>
    /** @effect email write @idempotency 1.idempotencyKey @settles result since=resend@4 */
    create(payload: any, options?: any): Promise<any>
    /** @effect http read @settles result since=resend@4 */
    get(id: string, options?: any): Promise<any>
    /** @effect http write @upsert @settles result since=resend@4 */
    update(payload: any, options?: any): Promise<any>
    /** @effect http write @upsert @settles result since=resend@4 */
    cancel(id: string, options?: any): Promise<any>
  }
  interface Batch$1 {
    /** @effect email write @idempotency 1.idempotencyKey @settles result since=resend@4 */
    send(payload: any[], options?: any): Promise<any>
    /** @effect email write @idempotency 1.idempotencyKey @settles result since=resend@4 */
    create(payload: any[], options?: any): Promise<any>
  }
  interface Broadcasts {
    /** @effect http write @settles result since=resend@4 */
    create(payload: any, options?: any): Promise<any>
    /** @effect email write @settles result since=resend@4 */
    send(id: string, payload?: any, options?: any): Promise<any>
  }
  interface Contacts {
    /** @effect http write @settles result since=resend@4 */
    create(payload: any, options?: any): Promise<any>
    /** @effect http read @settles result since=resend@4 */
    get(options: any): Promise<any>
    /** @effect http write @upsert @settles result since=resend@4 */
    update(options: any): Promise<any>
    /** @effect http delete @settles result since=resend@4 */
    remove(payload: any): Promise<any>
  }
}
