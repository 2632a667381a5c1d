/*
 * Stripe: the resources that backends commonly call. Each call is one request; writes take an idempotency key in the
 * options that come last.
 */

declare module 'stripe' {
  const Stripe: {
    /** @timeout 1.timeout default=80000 -- DEFAULT_TIMEOUT of stripe-node */
    new (key: string, config?: any): StripeClient
    /** @timeout 1.timeout default=80000 */
    (key: string, config?: any): StripeClient
    Stripe: { new (key: string, config?: any): StripeClient }
    webhooks: any
  }
  interface Stripe extends StripeClient {}
  namespace Stripe {
    interface Stripe extends StripeClient {}
    type RequestOptions = any
  }

  interface StripeClient {
    accountLinks: AccountLinkResource
    accounts: AccountResource
    balance: BalanceResource
    balanceTransactions: BalanceTransactionResource
    charges: ChargeResource
    coupons: CouponResource
    creditNotes: CreditNoteResource
    customers: CustomerResource
    disputes: DisputeResource
    ephemeralKeys: EphemeralKeyResource
    events: EventResource
    invoiceItems: InvoiceItemResource
    invoices: InvoiceResource
    paymentIntents: PaymentIntentResource
    paymentLinks: PaymentLinkResource
    paymentMethods: PaymentMethodResource
    payouts: PayoutResource
    plans: PlanResource
    prices: PriceResource
    products: ProductResource
    promotionCodes: PromotionCodeResource
    quotes: QuoteResource
    refunds: RefundResource
    setupIntents: SetupIntentResource
    sources: SourceResource
    subscriptionItems: SubscriptionItemResource
    subscriptionSchedules: SubscriptionScheduleResource
    subscriptions: SubscriptionResource
    taxRates: TaxRateResource
    tokens: TokenResource
    topups: TopupResource
    transfers: TransferResource
    webhookEndpoints: WebhookEndpointResource
    billing: Billing
    billingPortal: BillingPortal
    checkout: Checkout
    webhooks: any
    /** @effect payment method=0 @idempotency 3.idempotencyKey */
    rawRequest(method: string, path: string, params?: any, options?: any): Promise<any>
  }
  interface ApiListPromise<T1 = any> extends Promise<any>, AsyncIterable<any> {
    autoPagingToArray(options?: any): Promise<any[]>
    /** @iterates this 0 */
    autoPagingEach(handler: (item: any) => any): Promise<void>
  }

  interface Created {
    /** @effect payment write @idempotency 1.idempotencyKey */
    create(params?: any, options?: any): Promise<any>
  }
  /** What leads to a page for a while, or stands for a card once: another one does no harm. */
  interface CreatedForAWhile {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey */
    create(params?: any, options?: any): Promise<any>
  }
  interface Retrieved {
    /** @effect payment read */
    retrieve(id: string, params?: any, options?: any): Promise<any>
  }
  interface Updated {
    /** @effect payment write @upsert @idempotency 2.idempotencyKey */
    update(id: string, params?: any, options?: any): Promise<any>
  }
  interface Listed {
    /** @effect payment read */
    list(params?: any, options?: any): ApiListPromise
  }
  interface Deleted {
    /** @effect payment delete */
    del(id: string, params?: any, options?: any): Promise<any>
  }
  interface AccountLinkResource extends CreatedForAWhile {}
  interface AccountResource extends Deleted, Updated, Listed, Created {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    reject(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    createExternalAccount(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    createLoginLink(id: string, params?: any, options?: any): Promise<any>
  }
  interface BalanceResource {
    /** @effect payment read */
    retrieve(params?: any, options?: any): Promise<any>
  }
  interface BalanceTransactionResource extends Listed, Retrieved {}
  interface ChargeResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    capture(id: string, params?: any, options?: any): Promise<any>
  }
  interface CouponResource extends Deleted, Retrieved, Updated, Listed, Created {}
  interface CreditNoteResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment read */
    listLineItems(id: string, params?: any, options?: any): ApiListPromise
  }
  interface CustomerResource extends Deleted, Retrieved, Updated, Listed, Created {
    /** @effect payment delete */
    deleteDiscount(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    createBalanceTransaction(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    listPaymentMethods(id: string, params?: any, options?: any): ApiListPromise
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    createSource(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment delete */
    deleteSource(customerId: string, id: string, params?: any, options?: any): Promise<any>
  }
  interface DisputeResource extends Listed, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    close(id: string, params?: any, options?: any): Promise<any>
  }
  interface EphemeralKeyResource extends Deleted, CreatedForAWhile {}
  interface EventResource extends Listed, Retrieved {}
  interface InvoiceItemResource extends Deleted, Retrieved, Updated, Listed, Created {}
  interface InvoiceResource extends Deleted, Retrieved, Updated, Listed, Created {
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    addLines(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    finalizeInvoice(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    markUncollectible(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    pay(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    sendInvoice(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    voidInvoice(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    createPreview(params?: any, options?: any): Promise<any>
    /** @effect payment read */
    listLineItems(id: string, params?: any, options?: any): ApiListPromise
  }
  interface PaymentIntentResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    applyCustomerBalance(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    capture(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    confirm(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    incrementAuthorization(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    verifyMicrodeposits(id: string, params?: any, options?: any): Promise<any>
  }
  interface PaymentLinkResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment read */
    listLineItems(id: string, params?: any, options?: any): ApiListPromise
  }
  interface PaymentMethodResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    attach(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    detach(id: string, params?: any, options?: any): Promise<any>
  }
  interface PayoutResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    reverse(id: string, params?: any, options?: any): Promise<any>
  }
  interface PlanResource extends Deleted, Retrieved, Updated, Listed, Created {}
  interface PriceResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
  }
  interface ProductResource extends Deleted, Retrieved, Updated, Listed, Created {
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
  }
  interface PromotionCodeResource extends Listed, Created, Retrieved, Updated {}
  interface QuoteResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    accept(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    finalizeQuote(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    listLineItems(id: string, params?: any, options?: any): ApiListPromise
  }
  interface RefundResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
  }
  interface SetupIntentResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    confirm(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    verifyMicrodeposits(id: string, params?: any, options?: any): Promise<any>
  }
  interface SourceResource extends Retrieved, Updated, Created {}
  interface SubscriptionItemResource extends Deleted, Retrieved, Updated, Listed, Created {}
  interface SubscriptionScheduleResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    release(id: string, params?: any, options?: any): Promise<any>
  }
  interface SubscriptionResource extends Retrieved, Updated, Listed, Created {
    /** @effect payment delete */
    cancel(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment delete */
    deleteDiscount(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    search(params?: any, options?: any): ApiListPromise
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    migrate(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    resume(id: string, params?: any, options?: any): Promise<any>
  }
  interface TaxRateResource extends Listed, Created, Retrieved, Updated {}
  interface TokenResource extends Retrieved, CreatedForAWhile {}
  interface TopupResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    cancel(id: string, params?: any, options?: any): Promise<any>
  }
  interface TransferResource extends Listed, Created, Retrieved, Updated {
    /** @effect payment write @idempotency 1.idempotencyKey|2.idempotencyKey */
    createReversal(id: string, params?: any, options?: any): Promise<any>
  }
  interface WebhookEndpointResource extends Deleted, Retrieved, Updated, Listed, Created {}
  interface Checkout {
    sessions: SessionResource
  }
  interface BillingPortal {
    sessions: BillingPortal.SessionResource
  }
  namespace BillingPortal {
    interface SessionResource extends CreatedForAWhile {}
  }
  interface SessionResource extends Created, Retrieved, Listed, Updated {
    /** @effect payment write @upsert @idempotency 1.idempotencyKey|2.idempotencyKey */
    expire(id: string, params?: any, options?: any): Promise<any>
    /** @effect payment read */
    listLineItems(id: string, params?: any, options?: any): ApiListPromise
  }
  interface Billing {
    meterEvents: MeterEventResource
  }
  interface MeterEventResource {
    /** @effect payment write @idempotency 0.identifier|1.idempotencyKey */
    create(params?: any, options?: any): Promise<any>
  }
  export = Stripe
}
