/* AWS SDK 3, Lambda: functions run by a request. */

declare module '@aws-sdk/client-lambda' {
  export class LambdaClient {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class Lambda extends LambdaClient {
    /** @effect http write @timeout 1.abortSignal|1.requestTimeout default=none */
    invoke(input: any, ...options: any[]): Promise<any>
    /** @effect http write @timeout 1.abortSignal|1.requestTimeout default=none */
    invokeAsync(input: any, ...options: any[]): Promise<any>
    /** @effect http write @timeout 1.abortSignal|1.requestTimeout default=none */
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
