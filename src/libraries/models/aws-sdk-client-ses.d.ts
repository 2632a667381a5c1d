/* AWS SDK 3, SES: mail. */

declare module '@aws-sdk/client-ses' {
  export class SESClient {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SES extends SESClient {
    /** @effect email write @timeout 1.abortSignal|1.requestTimeout default=none */
    sendEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write @timeout 1.abortSignal|1.requestTimeout default=none */
    sendRawEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write @timeout 1.abortSignal|1.requestTimeout default=none */
    sendTemplatedEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write @timeout 1.abortSignal|1.requestTimeout default=none */
    sendBulkTemplatedEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write @timeout 1.abortSignal|1.requestTimeout default=none */
    sendCustomVerificationEmail(input: any, ...options: any[]): Promise<any>
  }
  /** @command email write */
  export class SendEmailCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command email write */
  export class SendRawEmailCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command email write */
  export class SendTemplatedEmailCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command email write */
  export class SendBulkTemplatedEmailCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command email write */
  export class SendCustomVerificationEmailCommand {
    constructor(input?: any)
    readonly input: any
  }
}
