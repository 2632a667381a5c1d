/* graphql-subscriptions: events of one process. */

declare module 'graphql-subscriptions' {
  export interface PubSubOptions {
    eventEmitter?: any
  }
  /** What brokers implement; those may fail. */
  export abstract class PubSubEngine {
    abstract publish(trigger: string, payload: any): Promise<void>
    abstract subscribe(trigger: string, onMessage: (message: any) => void, options?: any): Promise<number>
    abstract unsubscribe(id: number): any
    [member: string]: any
  }
  export class PubSub extends PubSubEngine {
    constructor(options?: PubSubOptions)
    /** Listeners take the event in memory. @settles never */
    publish(trigger: string, payload: any): Promise<void>
    /** @settles never */
    subscribe(trigger: string, onMessage: (message: any) => void, options?: any): Promise<number>
    unsubscribe(id: number): void
  }
  export function withFilter(resolve: any, filter: any): any
}
