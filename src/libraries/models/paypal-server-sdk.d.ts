/* PayPal: orders, payments, stored payment methods; a request id makes a repeated write harmless. */

declare module '@paypal/paypal-server-sdk' {
  export class Client {
    constructor(config?: any)
  }
  export class OrdersController {
    constructor(client: Client)
    /** @effect payment write @idempotency 0.paypalRequestId */
    createOrder(request: any, options?: any): Promise<any>
    /** @effect payment read */
    getOrder(request: any, options?: any): Promise<any>
    /** @effect payment write */
    patchOrder(request: any, options?: any): Promise<any>
    /** @effect payment write */
    confirmOrder(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    authorizeOrder(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    captureOrder(request: any, options?: any): Promise<any>
    /** @effect payment write */
    createOrderTracking(request: any, options?: any): Promise<any>
  }
  export class PaymentsController {
    constructor(client: Client)
    /** @effect payment read */
    getAuthorizedPayment(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    captureAuthorizedPayment(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    reauthorizePayment(request: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 0.paypalRequestId */
    voidPayment(request: any, options?: any): Promise<any>
    /** @effect payment read */
    getCapturedPayment(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    refundCapturedPayment(request: any, options?: any): Promise<any>
    /** @effect payment read */
    getRefund(request: any, options?: any): Promise<any>
  }
  export class VaultController {
    constructor(client: Client)
    /** @effect payment write @idempotency 0.paypalRequestId */
    createPaymentToken(request: any, options?: any): Promise<any>
    /** @effect payment read */
    listCustomerPaymentTokens(request: any, options?: any): Promise<any>
    /** @effect payment read */
    getPaymentToken(request: any, options?: any): Promise<any>
    /** @effect payment delete */
    deletePaymentToken(request: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 0.paypalRequestId */
    createSetupToken(request: any, options?: any): Promise<any>
  }
  export const Environment: any
  export const LogLevel: any
}
