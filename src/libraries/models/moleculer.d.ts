/* Moleculer: services are objects whose actions others call through a broker. */

declare module 'moleculer' {
  namespace Moleculer {
    type ActionHandler<T = any> = (ctx: Context) => any
    class Context<P = any, M = any, L = any> {
      params: P
      meta: M
      id: string
      broker: ServiceBroker
      call(actionName: string, params?: any, options?: any): Promise<any>
      mcall(definition: any, options?: any): Promise<any>
      emit(eventName: string, data?: any, options?: any): Promise<void>
      broadcast(eventName: string, data?: any, options?: any): Promise<void>
    }
    class ServiceBroker {
      constructor(options?: any)
      call(actionName: string, params?: any, options?: any): Promise<any>
      mcall(definition: any, options?: any): Promise<any>
      emit(eventName: string, data?: any, options?: any): Promise<void>
      broadcast(eventName: string, data?: any, options?: any): Promise<void>
      createService(schema: any): Service
      loadService(path?: string): Service
      loadServices(folder?: string, mask?: string): number
      start(): Promise<void>
      stop(): Promise<void>
    }
    class Service<S = any> {
      constructor(broker: ServiceBroker, schema?: any)
      protected parseServiceSchema(schema: any): void
      name: string
      broker: ServiceBroker
    }
    type ServiceSchema<S = any, T = any> = any
    namespace Errors {
      /** @http-error */
      class MoleculerError extends Error {
        constructor(message: string, code?: number, type?: string, data?: any)
        code: number
      }
      /** @http-error */
      class MoleculerClientError extends MoleculerError {}
      /** @http-error */
      class ValidationError extends MoleculerClientError {}
    }
  }
  export = Moleculer
}
