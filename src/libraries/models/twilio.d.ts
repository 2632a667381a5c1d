/* Twilio: messages, calls and verification codes. */

declare module 'twilio' {
  interface MessageListInstance {
    (sid: string): any
    /** @effect sms write */
    create(params: any, callback?: (error: any, item: any) => any): Promise<any>
    /** @effect http read */
    list(...params: any[]): Promise<any[]>
  }
  interface CallListInstance {
    (sid: string): any
    /** @effect sms write */
    create(params: any, callback?: (error: any, item: any) => any): Promise<any>
    /** @effect http read */
    list(...params: any[]): Promise<any[]>
  }
  interface VerificationListInstance {
    (sid: string): any
    /** @effect sms write */
    create(params: any, callback?: (error: any, item: any) => any): Promise<any>
  }
  interface VerificationCheckListInstance {
    /** @effect http write */
    create(...params: any[]): Promise<any>
  }
  interface ServiceContext {
    verifications: VerificationListInstance
    verificationChecks: VerificationCheckListInstance
  }
  interface ServiceListInstance {
    (sid: string): ServiceContext
  }
  interface Verify {
    v2: { services: ServiceListInstance }
    services: ServiceListInstance
  }
  const twilio: {
    /** @timeout 2.timeout|2.httpClient default=30000 -- DEFAULT_TIMEOUT of its RequestClient */
    (accountSid?: string, authToken?: string, options?: any): twilio.Twilio
    new (accountSid?: string, authToken?: string, options?: any): twilio.Twilio
    Twilio: { new (accountSid?: string, authToken?: string, options?: any): twilio.Twilio }
    jwt: any
    twiml: any
    validateRequest(...values: any[]): boolean
    validateExpressRequest(...values: any[]): boolean
    webhook(...values: any[]): any
  }
  namespace twilio {
    interface Twilio {
      messages: MessageListInstance
      calls: CallListInstance
      verify: Verify
      lookups: any
      conversations: any
      api: any
    }
  }
  export = twilio
}
