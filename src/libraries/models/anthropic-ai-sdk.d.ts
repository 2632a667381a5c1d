/* Anthropic: each call is a request that may take many seconds. */

declare module '@anthropic-ai/sdk' {
  class Anthropic {
    constructor(options?: any)
    messages: Messages
    models: Models
    beta: any
  }
  interface Messages {
    /** @effect llm */
    create(body: any, options?: any): Promise<any>
    /** @effect llm */
    stream(body: any, options?: any): any
    /** @effect http read */
    countTokens(body: any, options?: any): Promise<any>
    batches: Batches
  }
  interface Batches {
    /** @effect llm */
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
