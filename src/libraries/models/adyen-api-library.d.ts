/* Adyen: payments; each call takes an idempotency key in the options that come last. */

declare module '@adyen/api-library' {
  export class Client {
    constructor(config: any)
  }
  export class Config {
    constructor(options?: any)
  }
  export class CheckoutAPI {
    constructor(client: Client)
    readonly PaymentsApi: PaymentsApi
    readonly ModificationsApi: ModificationsApi
    readonly OrdersApi: OrdersApi
    readonly PaymentLinksApi: PaymentLinksApi
  }
  interface PaymentsApi {
    /** @effect payment write @idempotency 1.idempotencyKey */
    payments(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 1.idempotencyKey */
    paymentsDetails(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 1.idempotencyKey */
    sessions(request: any, options?: any): Promise<any>
    /** @effect payment read */
    paymentMethods(request: any, options?: any): Promise<any>
  }
  interface ModificationsApi {
    /** @effect payment write @idempotency 1.idempotencyKey */
    cancelAuthorisedPayment(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    cancelAuthorisedPaymentByPspReference(reference: string, request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    captureAuthorisedPayment(reference: string, request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    refundCapturedPayment(reference: string, request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    refundOrCancelPayment(reference: string, request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    updateAuthorisedAmount(reference: string, request: any, options?: any): Promise<any>
  }
  interface OrdersApi {
    /** @effect payment write @idempotency 1.idempotencyKey */
    orders(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 1.idempotencyKey */
    cancelOrder(request: any, options?: any): Promise<any>
  }
  interface PaymentLinksApi {
    /** @effect payment write @idempotency 1.idempotencyKey */
    paymentLinks(request: any, options?: any): Promise<any>
    /** @effect payment read */
    getPaymentLink(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 2.idempotencyKey */
    updatePaymentLink(reference: string, request: any, options?: any): Promise<any>
  }
  export const EnvironmentEnum: any
}
