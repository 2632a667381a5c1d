/* AWS SDK 3, SES: mail. */

declare module '@aws-sdk/client-ses' {
  export class SESClient {
    constructor(options?: any)
    /** @effect http command=0 */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class SES extends SESClient {
    /** @effect email write */
    sendEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write */
    sendRawEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write */
    sendTemplatedEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write */
    sendBulkTemplatedEmail(input: any, ...options: any[]): Promise<any>
    /** @effect email write */
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
