/* OpenAI: each call is a request that may take many seconds. */

declare module 'openai' {
  class OpenAI {
    /** @timeout 0.timeout default=600000 -- DEFAULT_TIMEOUT of openai-node: ten minutes */
    constructor(options?: any)
    chat: Chat
    completions: Completions
    responses: Responses
    embeddings: Embeddings
    images: Images
    audio: Audio
    moderations: Moderations
    files: Files
    beta: any
    models: Models
  }
  class AzureOpenAI extends OpenAI {}
  interface Chat {
    completions: Completions
  }
  interface Completions {
    /** @effect llm @idempotency 1.idempotencyKey @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    parse(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    stream(body: any, options?: any): any
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    runTools(body: any, options?: any): any
  }
  interface Responses {
    /** @effect llm @idempotency 1.idempotencyKey @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    parse(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    stream(body: any, options?: any): any
    /** @effect http read */
    retrieve(id: string, ...options: any[]): Promise<any>
  }
  interface Embeddings {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
  }
  interface Images {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    generate(body: any, options?: any): Promise<any>
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    edit(body: any, options?: any): Promise<any>
  }
  interface Audio {
    transcriptions: Transcriptions
    speech: Speech
  }
  interface Transcriptions {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
  }
  interface Speech {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
  }
  interface Moderations {
    /** @effect llm @timeout 1.timeout|1.signal default=600000 */
    create(body: any, options?: any): Promise<any>
  }
  interface Files {
    /** @effect storage write */
    create(body: any, options?: any): Promise<any>
    /** @effect storage read */
    retrieve(id: string, options?: any): Promise<any>
  }
  interface Models {
    /** @effect http read */
    list(...options: any[]): any
    /** @effect http read */
    retrieve(...options: any[]): Promise<any>
  }
  export function toFile(value: any, name?: string, options?: any): Promise<any>
  export default OpenAI
  export { OpenAI, AzureOpenAI }
}
