/* superagent: a request is built by a chain and sent when it is awaited or ended. */

declare module 'superagent' {
  /** @effect http method=0 @timeout default=none */
  const request: request.SuperAgentStatic
  namespace request {
    interface Response {
      body: any
      text: string
      status: number
      ok: boolean
      headers: any
    }
    interface Request extends Promise<Response> {
      send(data?: any): this
      set(field: any, value?: string): this
      query(value: any): this
      type(value: string): this
      accept(type: string): this
      auth(user: string, password?: any, options?: any): this
      attach(field: string, file: any, options?: any): this
      field(name: any, value?: any, options?: any): this
      /** @timeout step */
      timeout(ms: any): this
      retry(count?: number, callback?: any): this
      redirects(count: number): this
      ok(check: (response: Response) => boolean): this
      use(plugin: (request: any) => void): this
      end(callback?: (error: any, response: Response) => void): void
    }
    type SuperAgentRequest = Request
    interface SuperAgentStatic<T1 = any> {
      /** @effect http method=0 @timeout default=none */
      (method: string, url: string): Request
      /** @effect http read @timeout default=none */
      get(url: any, data?: any, callback?: any): Request
      /** @effect http read @timeout default=none */
      head(url: any, data?: any, callback?: any): Request
      /** @effect http read @timeout default=none */
      options(url: any, data?: any, callback?: any): Request
      /** @effect http write @timeout default=none */
      post(url: any, data?: any, callback?: any): Request
      /** @effect http write @upsert @timeout default=none */
      put(url: any, data?: any, callback?: any): Request
      /** @effect http write @timeout default=none */
      patch(url: any, data?: any, callback?: any): Request
      /** @effect http delete @timeout default=none */
      delete(url: any, data?: any, callback?: any): Request
      /** @effect http delete @timeout default=none */
      del(url: any, data?: any, callback?: any): Request
      agent(...options: any[]): any
    }
  }
  export = request
}
