/* Mailgun: transactional mail and address validation. */

declare module 'mailgun.js' {
  class Mailgun {
    constructor(formData: any)
    client(options: any): IMailgunClient
  }
  interface IMailgunClient {
    messages: IMessagesClient
    validate: IValidationClient
  }
  interface IMessagesClient {
    /** @effect email write */
    create(domain: string, data: any): Promise<any>
  }
  interface IValidationClient {
    /** @effect http read */
    get(address: string): Promise<any>
  }
  export default Mailgun
}
