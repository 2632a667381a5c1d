/* Messages to a Slack channel through its webhook address. */

declare module '@slack/webhook' {
  export class IncomingWebhook {
    constructor(url: string, defaults?: any)
    /** @effect publish write */
    send(message: any): Promise<any>
  }
}
