/* RxJS: what operators do with their callbacks. How many values an observable emits is not known here. */

declare module 'rxjs' {
  export interface UnaryFunction<T, R> {
    (source: T): R
  }
  export interface OperatorFunction<T, R> extends UnaryFunction<Observable<T>, Observable<R>> {}
  export interface MonoTypeOperatorFunction<T> extends OperatorFunction<T, T> {}
  export interface Unsubscribable {
    unsubscribe(): void
  }
  export class Subscription implements Unsubscribable {
    add(teardown: any): void
    unsubscribe(): void
    readonly closed: boolean
  }
  export interface Observer<T> {
    next: (value: T) => void
    error: (err: any) => void
    complete: () => void
  }
  export class Subscriber<T> extends Subscription {
    next(value?: T): void
    error(err?: any): void
    complete(): void
  }
  export interface Subscribable<T> {}
  export type ObservableInput<T> = Observable<T> | PromiseLike<T> | Iterable<T> | AsyncIterable<T> | ArrayLike<T>
  export type ObservedValueOf<O> = O extends ObservableInput<infer T> ? T : any
  export class Observable<T> implements Subscribable<T> {
    /** @calls 0 deferred */
    constructor(subscribe?: (subscriber: Subscriber<T>) => any)
    pipe(): Observable<T>
    pipe<A>(op1: OperatorFunction<T, A>): Observable<A>
    pipe<A, B>(op1: OperatorFunction<T, A>, op2: OperatorFunction<A, B>): Observable<B>
    pipe<A, B, C>(op1: OperatorFunction<T, A>, op2: OperatorFunction<A, B>, op3: OperatorFunction<B, C>): Observable<C>
    pipe<A, B, C, D>(
      op1: OperatorFunction<T, A>,
      op2: OperatorFunction<A, B>,
      op3: OperatorFunction<B, C>,
      op4: OperatorFunction<C, D>,
    ): Observable<D>
    pipe(...operations: OperatorFunction<any, any>[]): Observable<any>
    /** @calls 0 deferred @calls 0.next deferred @calls 1 deferred @calls 2 deferred @drops 0,0.next,1,2 */
    subscribe(observerOrNext?: Partial<Observer<T>> | ((value: T) => void), error?: (error: any) => void, complete?: () => void): Subscription
    /** @iterates this 0 */
    forEach(next: (value: T) => void): Promise<void>
    /** @returns this */
    toPromise(): Promise<T>
  }
  export class Subject<T> extends Observable<T> {
    next(value?: T): void
    error(err: any): void
    complete(): void
    asObservable(): Observable<T>
  }
  export class BehaviorSubject<T> extends Subject<T> {
    constructor(value: T)
    readonly value: T
    getValue(): T
  }
  export class ReplaySubject<T> extends Subject<T> {
    constructor(bufferSize?: number, windowTime?: number)
  }

  /** @returns 0 */
  export function from<T>(input: ObservableInput<T>): Observable<T>
  /** @propagates 0+ */
  export function of<T>(...values: T[]): Observable<T>
  /** @calls 0 once */
  export function defer<T>(factory: () => ObservableInput<T>): Observable<T>
  export function timer(due: any, interval?: any): Observable<number>
  export function interval(period?: number): Observable<number>
  export function throwError(errorFactory: any): Observable<never>
  export const EMPTY: Observable<never>
  export const NEVER: Observable<never>
  /** @calls last deferred */
  export function fromEvent(target: any, eventName: string, ...options: any[]): Observable<any>
  /** @collects 0 @propagates 0 */
  export function forkJoin(sources: any): Observable<any>
  /** @collects 0 @propagates 0 */
  export function combineLatest(sources: any): Observable<any>
  /** @propagates 0+ */
  export function merge(...sources: any[]): Observable<any>
  /** @propagates 0+ */
  export function concat(...sources: any[]): Observable<any>
  /** @propagates 0+ */
  export function zip(...sources: any[]): Observable<any>
  /** @propagates 0+ */
  export function race(...sources: any[]): Observable<any>
  /** @returns 0 */
  export function lastValueFrom<T, D = T>(source: Observable<T>, config?: any): Promise<T | D>
  /** @returns 0 */
  export function firstValueFrom<T, D = T>(source: Observable<T>, config?: any): Promise<T | D>

  /** @calls 0 once */
  export function map<T, R>(project: (value: T, index: number) => R): OperatorFunction<T, R>
  /** @calls 0 once */
  export function filter<T>(predicate: (value: T, index: number) => any): OperatorFunction<T, T>
  /** @calls 0 once */
  export function mergeMap<T, O>(project: (value: T, index: number) => O, concurrent?: any): OperatorFunction<T, ObservedValueOf<O>>
  /** @calls 0 once */
  export function concatMap<T, O>(project: (value: T, index: number) => O): OperatorFunction<T, ObservedValueOf<O>>
  /** @calls 0 once */
  export function switchMap<T, O>(project: (value: T, index: number) => O): OperatorFunction<T, ObservedValueOf<O>>
  /** @calls 0 once */
  export function exhaustMap<T, O>(project: (value: T, index: number) => O): OperatorFunction<T, ObservedValueOf<O>>
  /** @calls 0 once */
  export function reduce<T, R = T>(accumulator: (acc: R, value: T, index: number) => R, seed?: R): OperatorFunction<T, R>
  /** @calls 0 once */
  export function scan<T, R = T>(accumulator: (acc: R, value: T, index: number) => R, seed?: R): OperatorFunction<T, R>
  /** @calls 0 once @calls 0.next once */
  export function tap<T>(observerOrNext?: Partial<Observer<T>> | ((value: T) => void), error?: any, complete?: any): MonoTypeOperatorFunction<T>
  /** @calls 0 once */
  export function catchError<T, O>(selector: (err: any, caught: Observable<T>) => O): OperatorFunction<T, T | ObservedValueOf<O>>
  /** @calls 0 cleanup */
  export function finalize<T>(callback: () => void): MonoTypeOperatorFunction<T>
  export function toArray<T>(): OperatorFunction<T, T[]>
  export function bufferCount<T>(bufferSize: number, startBufferEvery?: number): OperatorFunction<T, T[]>
  export function bufferTime<T>(bufferTimeSpan: number, ...options: any[]): OperatorFunction<T, T[]>
  /** @retries return attempts=0.count,0 delay=0.delay default=none */
  export function retry<T>(config?: any): MonoTypeOperatorFunction<T>
  /** @timeout step */
  export function timeout<T>(config: any): MonoTypeOperatorFunction<T>
  export function delay<T>(due: any): MonoTypeOperatorFunction<T>
  export function take<T>(count: number): MonoTypeOperatorFunction<T>
  export function takeUntil<T>(notifier: any): MonoTypeOperatorFunction<T>
  export function first<T>(predicate?: any, defaultValue?: any): OperatorFunction<T, T>
  export function last<T>(predicate?: any, defaultValue?: any): OperatorFunction<T, T>
  export function share<T>(options?: any): MonoTypeOperatorFunction<T>
  export function shareReplay<T>(...options: any[]): MonoTypeOperatorFunction<T>
  export function debounceTime<T>(dueTime: number): MonoTypeOperatorFunction<T>
  export function distinctUntilChanged<T>(...comparator: any[]): MonoTypeOperatorFunction<T>
  export function mergeAll(concurrent?: number): OperatorFunction<any, any>
  export function concatAll(): OperatorFunction<any, any>
  export function defaultIfEmpty<T, R>(defaultValue: R): OperatorFunction<T, T | R>
}

declare module 'rxjs/operators' {
  export {
    bufferCount,
    bufferTime,
    catchError,
    concatAll,
    concatMap,
    debounceTime,
    defaultIfEmpty,
    delay,
    distinctUntilChanged,
    exhaustMap,
    filter,
    finalize,
    first,
    last,
    map,
    mergeAll,
    mergeMap,
    reduce,
    retry,
    scan,
    share,
    shareReplay,
    switchMap,
    take,
    takeUntil,
    tap,
    timeout,
    toArray,
  } from 'rxjs'
}
