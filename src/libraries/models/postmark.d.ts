/* Postmark: transactional mail. */

declare module 'postmark' {
  export class ServerClient {
    constructor(token: string, options?: any)
    /** @effect email write */
    sendEmail(email: any, callback?: (error: any, result: any) => void): Promise<any>
    /** @effect email write */
    sendEmailBatch(emails: any[], callback?: (error: any, result: any) => void): Promise<any[]>
    /** @effect email write */
    sendEmailWithTemplate(template: any, callback?: (error: any, result: any) => void): Promise<any>
    /** @effect email write */
    sendEmailBatchWithTemplates(templates: any[], callback?: (error: any, result: any) => void): Promise<any[]>
    /** @effect email write */
    sendBulkEmail(email: any, callback?: (error: any, result: any) => void): Promise<any>
  }
  export class Client extends ServerClient {}
}
