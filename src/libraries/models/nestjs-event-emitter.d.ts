/* Events within a NestJS application. */

declare module '@nestjs/event-emitter' {
  /** @entry listener path=0 */
  export function OnEvent(event: any, options?: any): MethodDecorator
  export class EventEmitter2 {
    constructor(options?: any)
    emit(event: any, ...values: any[]): boolean
    /** @settles */
    emitAsync(event: any, ...values: any[]): Promise<any[]>
    /** @calls 1 deferred @drops 1 */
    on(event: any, listener: (...values: any[]) => void, options?: any): any
    /** @calls 1 deferred @drops 1 */
    once(event: any, listener: (...values: any[]) => void, options?: any): any
    /** @calls 1 deferred @drops 1 */
    addListener(event: any, listener: (...values: any[]) => void): any
    /** @calls 0 deferred @drops 0 */
    onAny(listener: (event: any, ...values: any[]) => void): any
    off(event: any, listener: (...values: any[]) => void): any
    removeListener(event: any, listener: (...values: any[]) => void): any
    removeAllListeners(event?: any): any
    waitFor(event: any, options?: any): any
  }
  export class EventEmitterModule {
    static forRoot(options?: any): any
  }
}
