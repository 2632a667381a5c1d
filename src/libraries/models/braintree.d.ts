/* Braintree: payments; no idempotency key, duplicates are refused by an account setting at best. */

declare module 'braintree' {
  namespace braintree {
    class BraintreeGateway {
      constructor(config: any)
      transaction: TransactionGateway
      customer: CustomerGateway
      paymentMethod: PaymentMethodGateway
      subscription: SubscriptionGateway
      clientToken: ClientTokenGateway
      webhookNotification: any
    }
    interface TransactionGateway {
      /** @effect payment write */
      sale(...values: any[]): Promise<any>
      /** @effect payment write */
      refund(...values: any[]): Promise<any>
      /** @effect payment write @upsert */
      void(...values: any[]): Promise<any>
      /** @effect payment write */
      submitForSettlement(...values: any[]): Promise<any>
      /** @effect payment write */
      submitForPartialSettlement(...values: any[]): Promise<any>
      /** @effect payment write */
      cloneTransaction(...values: any[]): Promise<any>
      /** @effect payment read */
      find(...values: any[]): Promise<any>
      /** @effect payment read */
      search(...values: any[]): Promise<any>
    }
    interface CustomerGateway {
      /** @effect payment write */
      create(...values: any[]): Promise<any>
      /** @effect payment write @upsert */
      update(...values: any[]): Promise<any>
      /** @effect payment delete */
      delete(...values: any[]): Promise<any>
      /** @effect payment read */
      find(...values: any[]): Promise<any>
    }
    interface PaymentMethodGateway {
      /** @effect payment write */
      create(...values: any[]): Promise<any>
      /** @effect payment write @upsert */
      update(...values: any[]): Promise<any>
      /** @effect payment delete */
      delete(...values: any[]): Promise<any>
      /** @effect payment read */
      find(...values: any[]): Promise<any>
    }
    interface SubscriptionGateway {
      /** @effect payment write */
      create(...values: any[]): Promise<any>
      /** @effect payment write @upsert */
      update(...values: any[]): Promise<any>
      /** @effect payment write @upsert */
      cancel(...values: any[]): Promise<any>
      /** @effect payment read */
      find(...values: any[]): Promise<any>
      /** @effect payment write */
      retryCharge(...values: any[]): Promise<any>
    }
    interface ClientTokenGateway {
      /** @effect payment read */
      generate(...values: any[]): Promise<any>
    }
    const Environment: any
  }
  export = braintree
}
