/* Anthropic: each call is a request that may take many seconds. */

declare module '@anthropic-ai/sdk' {
  class Anthropic {
    /** @timeout 0.timeout default=600000 -- DEFAULT_TIMEOUT of the SDK: ten minutes */
    constructor(options?: any)
    messages: Messages
    models: Models
    beta: any
  }
  interface Messages {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    stream(body: any, options?: any): any
    /** @effect http read */
    countTokens(body: any, options?: any): Promise<any>
    batches: Batches
  }
  interface Batches {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
    /** @effect http read */
    retrieve(id: string, options?: any): Promise<any>
  }
  interface Models {
    /** @effect http read */
    list(...options: any[]): any
  }
  export default Anthropic
  export { Anthropic }
}
