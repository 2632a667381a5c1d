/* async: collections, control flow and queues over callbacks or promises. Also by function (`async/eachLimit`). */

declare module 'async' {
  export interface Dictionary<T> {
    [key: string]: T
  }
  type Collection<T> = Iterable<T> | AsyncIterable<T> | Dictionary<T>
  type Done = (error?: any, result?: any, ...rest: any[]) => void
  type Visit<T> = (item: T, callback?: Done) => any
  type VisitEntry<T> = (item: T, key: any, callback?: Done) => any
  export interface QueueObject<T> {
    concurrency: number
    /** Without a callback the error of the worker goes to `error` only. @settles */
    push(task: T | T[], callback?: Done): Promise<any>
    /** @settles */
    unshift(task: T | T[], callback?: Done): Promise<any>
    pushAsync(task: T | T[]): Promise<any>
    /** @calls 0 deferred */
    drain(handler?: () => void): Promise<void>
    /** @calls 0 deferred */
    error(handler?: (error: Error, task: T) => void): Promise<never>
    length(): number
    idle(): boolean
    pause(): void
    resume(): void
    kill(): void
  }
  /** @iterates 0 1 */
  export function each<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function eachSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function forEach<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function forEachSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 2 */
  export function eachLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 2 */
  export function forEachLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function eachOf<T>(collection: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function eachOfSeries<T>(collection: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function forEachOf<T>(collection: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function forEachOfSeries<T>(collection: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 2 */
  export function eachOfLimit<T>(collection: Collection<T>, limit: number, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 2 */
  export function forEachOfLimit<T>(collection: Collection<T>, limit: number, iteratee: VisitEntry<T>, done?: Done): Promise<void>
  /** @iterates 0 1 */
  export function map<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function mapSeries<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function flatMap<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function flatMapSeries<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function concat<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function concatSeries<T, R = any>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 2 */
  export function mapLimit<T, R = any>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 2 */
  export function flatMapLimit<T, R = any>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 2 */
  export function concatLimit<T, R = any>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<R[]>
  /** @iterates 0 1 */
  export function mapValues<T, R = any>(object: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<{ [key: string]: R }>
  /** @iterates 0 1 */
  export function mapValuesSeries<T, R = any>(object: Collection<T>, iteratee: VisitEntry<T>, done?: Done): Promise<{ [key: string]: R }>
  /** @iterates 0 2 */
  export function mapValuesLimit<T, R = any>(object: Collection<T>, limit: number, iteratee: VisitEntry<T>, done?: Done): Promise<{ [key: string]: R }>
  /** @iterates 0 1 @returns 0 */
  export function filter<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function filterSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function select<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function selectSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function reject<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function rejectSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @returns 0 */
  export function sortBy<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 2 @returns 0 */
  export function filterLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 2 @returns 0 */
  export function selectLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 2 @returns 0 */
  export function rejectLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<T[]>
  /** @iterates 0 1 @propagates 0 */
  export function detect<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 1 @propagates 0 */
  export function detectSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 1 @propagates 0 */
  export function find<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 1 @propagates 0 */
  export function findSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 2 @propagates 0 */
  export function detectLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 2 @propagates 0 */
  export function findLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<T>
  /** @iterates 0 1 */
  export function some<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function someSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function any<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function anySeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function every<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function everySeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function all<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 */
  export function allSeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 2 */
  export function someLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 2 */
  export function anyLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 2 */
  export function everyLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 2 */
  export function allLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<boolean>
  /** @iterates 0 1 @propagates 0 */
  export function groupBy<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<{ [key: string]: T[] }>
  /** @iterates 0 1 @propagates 0 */
  export function groupBySeries<T>(collection: Collection<T>, iteratee: Visit<T>, done?: Done): Promise<{ [key: string]: T[] }>
  /** @iterates 0 2 @propagates 0 */
  export function groupByLimit<T>(collection: Collection<T>, limit: number, iteratee: Visit<T>, done?: Done): Promise<{ [key: string]: T[] }>
  /** @iterates 0 2 @propagates 0 1 */
  export function reduce<T, R = any>(collection: Collection<T>, memo: R, iteratee: (memo: R, item: T, callback?: Done) => any, done?: Done): Promise<R>
  /** @iterates 0 2 @propagates 0 1 */
  export function inject<T, R = any>(collection: Collection<T>, memo: R, iteratee: (memo: R, item: T, callback?: Done) => any, done?: Done): Promise<R>
  /** @iterates 0 2 @propagates 0 1 */
  export function foldl<T, R = any>(collection: Collection<T>, memo: R, iteratee: (memo: R, item: T, callback?: Done) => any, done?: Done): Promise<R>
  /** @iterates 0 2 @propagates 0 1 */
  export function reduceRight<T, R = any>(collection: Collection<T>, memo: R, iteratee: (memo: R, item: T, callback?: Done) => any, done?: Done): Promise<R>
  /** @iterates 0 2 @propagates 0 1 */
  export function foldr<T, R = any>(collection: Collection<T>, memo: R, iteratee: (memo: R, item: T, callback?: Done) => any, done?: Done): Promise<R>
  /** @iterates 0 2 @propagates 0 1 */
  export function transform<T, R = any>(collection: Collection<T>, accumulator: R, iteratee: (accumulator: R, item: T, key: any, callback?: Done) => any, done?: Done): Promise<R>
  /** @calls 1 */
  export function times<R = any>(n: number, iteratee: (n: number, callback?: Done) => any, done?: Done): Promise<R[]>
  /** @calls 1 */
  export function timesSeries<R = any>(n: number, iteratee: (n: number, callback?: Done) => any, done?: Done): Promise<R[]>
  /** @calls 2 */
  export function timesLimit<R = any>(n: number, limit: number, iteratee: (n: number, callback?: Done) => any, done?: Done): Promise<R[]>
  /** @calls 0 once */
  export function series(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function parallel(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function waterfall(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function race(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function tryEach(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function auto(tasks: any, done?: Done): Promise<any>
  /** @calls 0 once */
  export function parallelLimit(tasks: any, limit: number, done?: Done): Promise<any>
  /** @calls 1 repeated */
  export function whilst(test: (callback?: Done) => any, iteratee: (callback?: Done) => any, done?: Done): Promise<any>
  /** @calls 1 repeated */
  export function until(test: (callback?: Done) => any, iteratee: (callback?: Done) => any, done?: Done): Promise<any>
  /** @calls 0 repeated */
  export function doWhilst(iteratee: (callback?: Done) => any, test: (...args: any[]) => any, done?: Done): Promise<any>
  /** @calls 0 repeated */
  export function doUntil(iteratee: (callback?: Done) => any, test: (...args: any[]) => any, done?: Done): Promise<any>
  /** @calls 0 repeated */
  export function forever(next: (callback: Done) => any, done?: Done): Promise<any>
  /** @calls 0 deferred */
  export function queue<T = any>(worker: Visit<T>, concurrency?: number): QueueObject<T>
  /** @calls 0 deferred */
  export function priorityQueue<T = any>(worker: Visit<T>, concurrency?: number): QueueObject<T>
  /** @calls 0 batch */
  export function cargo<T = any>(worker: (tasks: T[], callback: Done) => any, payload?: number): QueueObject<T>
  /** @calls 0 batch */
  export function cargoQueue<T = any>(worker: (tasks: T[], callback: Done) => any, concurrency?: number, payload?: number): QueueObject<T>
  /** @calls 0 repeated */
  export function retry<R = any>(task: (callback?: Done) => any, done?: Done): Promise<R>
  /** @calls 1 repeated */
  export function retry<R = any>(options: number | { [option: string]: any }, task: (callback?: Done) => any, done?: Done): Promise<R>
  /** @returns 1|0 */
  export function retryable(options: any, task?: any): any
  /** @memoizes 0 @returns 0 */
  export function memoize<F>(fn: F, hasher?: (...args: any[]) => any): F
  /** @returns 0 */
  export function apply(fn: (...args: any[]) => any, ...args: any[]): (...args: any[]) => any
  /** @returns 0 */
  export function asyncify<F>(fn: F): F
  /** @returns 0 */
  export function wrapSync<F>(fn: F): F
  /** @returns 0 */
  export function ensureAsync<F>(fn: F): F
  /** @returns 0 */
  export function unmemoize<F>(fn: F): F
  /** @returns 0 */
  export function reflect<F>(fn: F): F
  /** @returns 0 */
  export function timeout<F>(fn: F, milliseconds: number, info?: any): F
  /** @calls 0 deferred */
  export function nextTick(callback: (...args: any[]) => any, ...args: any[]): void
  /** @calls 0 deferred */
  export function setImmediate(callback: (...args: any[]) => any, ...args: any[]): void
}

declare module 'async/each' { import { each } from 'async'; export = each }
declare module 'async/eachSeries' { import { eachSeries } from 'async'; export = eachSeries }
declare module 'async/forEach' { import { forEach } from 'async'; export = forEach }
declare module 'async/forEachSeries' { import { forEachSeries } from 'async'; export = forEachSeries }
declare module 'async/eachLimit' { import { eachLimit } from 'async'; export = eachLimit }
declare module 'async/forEachLimit' { import { forEachLimit } from 'async'; export = forEachLimit }
declare module 'async/eachOf' { import { eachOf } from 'async'; export = eachOf }
declare module 'async/eachOfSeries' { import { eachOfSeries } from 'async'; export = eachOfSeries }
declare module 'async/forEachOf' { import { forEachOf } from 'async'; export = forEachOf }
declare module 'async/forEachOfSeries' { import { forEachOfSeries } from 'async'; export = forEachOfSeries }
declare module 'async/eachOfLimit' { import { eachOfLimit } from 'async'; export = eachOfLimit }
declare module 'async/forEachOfLimit' { import { forEachOfLimit } from 'async'; export = forEachOfLimit }
declare module 'async/map' { import { map } from 'async'; export = map }
declare module 'async/mapSeries' { import { mapSeries } from 'async'; export = mapSeries }
declare module 'async/flatMap' { import { flatMap } from 'async'; export = flatMap }
declare module 'async/flatMapSeries' { import { flatMapSeries } from 'async'; export = flatMapSeries }
declare module 'async/concat' { import { concat } from 'async'; export = concat }
declare module 'async/concatSeries' { import { concatSeries } from 'async'; export = concatSeries }
declare module 'async/mapLimit' { import { mapLimit } from 'async'; export = mapLimit }
declare module 'async/flatMapLimit' { import { flatMapLimit } from 'async'; export = flatMapLimit }
declare module 'async/concatLimit' { import { concatLimit } from 'async'; export = concatLimit }
declare module 'async/mapValues' { import { mapValues } from 'async'; export = mapValues }
declare module 'async/mapValuesSeries' { import { mapValuesSeries } from 'async'; export = mapValuesSeries }
declare module 'async/mapValuesLimit' { import { mapValuesLimit } from 'async'; export = mapValuesLimit }
declare module 'async/filter' { import { filter } from 'async'; export = filter }
declare module 'async/filterSeries' { import { filterSeries } from 'async'; export = filterSeries }
declare module 'async/select' { import { select } from 'async'; export = select }
declare module 'async/selectSeries' { import { selectSeries } from 'async'; export = selectSeries }
declare module 'async/reject' { import { reject } from 'async'; export = reject }
declare module 'async/rejectSeries' { import { rejectSeries } from 'async'; export = rejectSeries }
declare module 'async/sortBy' { import { sortBy } from 'async'; export = sortBy }
declare module 'async/filterLimit' { import { filterLimit } from 'async'; export = filterLimit }
declare module 'async/selectLimit' { import { selectLimit } from 'async'; export = selectLimit }
declare module 'async/rejectLimit' { import { rejectLimit } from 'async'; export = rejectLimit }
declare module 'async/detect' { import { detect } from 'async'; export = detect }
declare module 'async/detectSeries' { import { detectSeries } from 'async'; export = detectSeries }
declare module 'async/find' { import { find } from 'async'; export = find }
declare module 'async/findSeries' { import { findSeries } from 'async'; export = findSeries }
declare module 'async/detectLimit' { import { detectLimit } from 'async'; export = detectLimit }
declare module 'async/findLimit' { import { findLimit } from 'async'; export = findLimit }
declare module 'async/some' { import { some } from 'async'; export = some }
declare module 'async/someSeries' { import { someSeries } from 'async'; export = someSeries }
declare module 'async/any' { import { any } from 'async'; export = any }
declare module 'async/anySeries' { import { anySeries } from 'async'; export = anySeries }
declare module 'async/every' { import { every } from 'async'; export = every }
declare module 'async/everySeries' { import { everySeries } from 'async'; export = everySeries }
declare module 'async/all' { import { all } from 'async'; export = all }
declare module 'async/allSeries' { import { allSeries } from 'async'; export = allSeries }
declare module 'async/someLimit' { import { someLimit } from 'async'; export = someLimit }
declare module 'async/anyLimit' { import { anyLimit } from 'async'; export = anyLimit }
declare module 'async/everyLimit' { import { everyLimit } from 'async'; export = everyLimit }
declare module 'async/allLimit' { import { allLimit } from 'async'; export = allLimit }
declare module 'async/groupBy' { import { groupBy } from 'async'; export = groupBy }
declare module 'async/groupBySeries' { import { groupBySeries } from 'async'; export = groupBySeries }
declare module 'async/groupByLimit' { import { groupByLimit } from 'async'; export = groupByLimit }
declare module 'async/reduce' { import { reduce } from 'async'; export = reduce }
declare module 'async/inject' { import { inject } from 'async'; export = inject }
declare module 'async/foldl' { import { foldl } from 'async'; export = foldl }
declare module 'async/reduceRight' { import { reduceRight } from 'async'; export = reduceRight }
declare module 'async/foldr' { import { foldr } from 'async'; export = foldr }
declare module 'async/transform' { import { transform } from 'async'; export = transform }
declare module 'async/times' { import { times } from 'async'; export = times }
declare module 'async/timesSeries' { import { timesSeries } from 'async'; export = timesSeries }
declare module 'async/timesLimit' { import { timesLimit } from 'async'; export = timesLimit }
declare module 'async/series' { import { series } from 'async'; export = series }
declare module 'async/parallel' { import { parallel } from 'async'; export = parallel }
declare module 'async/waterfall' { import { waterfall } from 'async'; export = waterfall }
declare module 'async/race' { import { race } from 'async'; export = race }
declare module 'async/tryEach' { import { tryEach } from 'async'; export = tryEach }
declare module 'async/auto' { import { auto } from 'async'; export = auto }
declare module 'async/parallelLimit' { import { parallelLimit } from 'async'; export = parallelLimit }
declare module 'async/whilst' { import { whilst } from 'async'; export = whilst }
declare module 'async/until' { import { until } from 'async'; export = until }
declare module 'async/doWhilst' { import { doWhilst } from 'async'; export = doWhilst }
declare module 'async/doUntil' { import { doUntil } from 'async'; export = doUntil }
declare module 'async/forever' { import { forever } from 'async'; export = forever }
declare module 'async/queue' { import { queue } from 'async'; export = queue }
declare module 'async/priorityQueue' { import { priorityQueue } from 'async'; export = priorityQueue }
declare module 'async/cargo' { import { cargo } from 'async'; export = cargo }
declare module 'async/cargoQueue' { import { cargoQueue } from 'async'; export = cargoQueue }
declare module 'async/retry' { import { retry } from 'async'; export = retry }
declare module 'async/retryable' { import { retryable } from 'async'; export = retryable }
declare module 'async/memoize' { import { memoize } from 'async'; export = memoize }
declare module 'async/apply' { import { apply } from 'async'; export = apply }
declare module 'async/asyncify' { import { asyncify } from 'async'; export = asyncify }
declare module 'async/wrapSync' { import { wrapSync } from 'async'; export = wrapSync }
declare module 'async/ensureAsync' { import { ensureAsync } from 'async'; export = ensureAsync }
declare module 'async/unmemoize' { import { unmemoize } from 'async'; export = unmemoize }
declare module 'async/reflect' { import { reflect } from 'async'; export = reflect }
declare module 'async/timeout' { import { timeout } from 'async'; export = timeout }
declare module 'async/nextTick' { import { nextTick } from 'async'; export = nextTick }
declare module 'async/setImmediate' { import { setImmediate } from 'async'; export = setImmediate }
