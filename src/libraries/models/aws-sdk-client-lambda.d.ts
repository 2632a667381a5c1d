/* AWS SDK 3, Lambda: functions run by a request. */

declare module '@aws-sdk/client-lambda' {
  export class LambdaClient {
    constructor(options?: any)
    /** @effect http command=0 */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class Lambda extends LambdaClient {
    /** @effect http write */
    invoke(input: any, ...options: any[]): Promise<any>
    /** @effect http write */
    invokeAsync(input: any, ...options: any[]): Promise<any>
    /** @effect http write */
    invokeWithResponseStream(input: any, ...options: any[]): Promise<any>
  }
  /** @command http write */
  export class InvokeCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http write */
  export class InvokeAsyncCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command http write */
  export class InvokeWithResponseStreamCommand {
    constructor(input?: any)
    readonly input: any
  }
}
