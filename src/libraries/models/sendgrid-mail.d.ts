/* SendGrid: one request a call, also for many recipients. */

declare module '@sendgrid/mail' {
  class MailService {
    setApiKey(key: string): void
    setClient(client: any): void
    setTimeout(milliseconds: number): void
    /** @effect email write */
    send(data: any, isMultiple?: boolean, callback?: (error: any, result: any) => void): Promise<[any, {}]>
    /** @effect email write */
    sendMultiple(data: any, callback?: (error: any, result: any) => void): Promise<[any, {}]>
  }
  const mail: MailService
  namespace mail {
    type MailDataRequired = any
    type ClientResponse = any
    type ResponseError = any
  }
  export = mail
}

declare module '@sendgrid/client' {
  class Client {
    setApiKey(key: string): void
    setDefaultHeader(key: any, value?: any): this
    setDefaultRequest(key: any, value?: any): this
    /** @effect http method=0.method */
    request(data: any, callback?: (error: any, response: any) => void): Promise<[any, any]>
  }
  const client: Client
  export = client
}
