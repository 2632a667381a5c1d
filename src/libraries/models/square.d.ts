/* Square: payments and what belongs to them; writes take an idempotency key in the request. */

declare module 'square' {
  export class SquareClient {
    constructor(options?: any)
    payments: PaymentsClient
    refunds: RefundsClient
    orders: OrdersClient
    customers: CustomersClient
    cards: CardsClient
    invoices: InvoicesClient
    subscriptions: SubscriptionsClient
    checkout: CheckoutClient
    terminal: TerminalClient
  }
  interface CheckoutClient {
    paymentLinks: PaymentLinksClient
  }
  interface TerminalClient {
    checkouts: CheckoutsClient
  }
  interface PaymentsClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    update(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    cancel(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    complete(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    cancelByIdempotencyKey(request?: any, options?: any): Promise<any>
  }
  interface RefundsClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    refundPayment(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
  }
  interface OrdersClient {
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    batchGet(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    update(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    pay(request?: any, options?: any): Promise<any>
  }
  interface CustomersClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write */
    update(request?: any, options?: any): Promise<any>
    /** @effect payment delete */
    delete(request?: any, options?: any): Promise<any>
  }
  interface CardsClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    disable(request?: any, options?: any): Promise<any>
  }
  interface InvoicesClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    update(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    publish(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    cancel(request?: any, options?: any): Promise<any>
  }
  interface SubscriptionsClient {
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write */
    update(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    cancel(request?: any, options?: any): Promise<any>
    /** @effect payment write */
    pause(request?: any, options?: any): Promise<any>
    /** @effect payment write */
    resume(request?: any, options?: any): Promise<any>
  }
  interface PaymentLinksClient {
    /** @effect payment read */
    list(request?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
  }
  interface CheckoutsClient {
    /** @effect payment write @idempotency 0.idempotencyKey */
    create(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(request?: any, options?: any): Promise<any>
    /** @effect payment read */
    get(request?: any, options?: any): Promise<any>
    /** @effect payment write @upsert */
    cancel(request?: any, options?: any): Promise<any>
  }
  export const SquareEnvironment: any
}
