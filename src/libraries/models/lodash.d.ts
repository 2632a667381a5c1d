/* lodash: iteration, reshaping that stands for its input, coercion. Also by method (`lodash/map`) and as ES modules. */

declare module 'lodash' {
  const _: _.LoDashStatic
  namespace _ {
    type List<T> = ArrayLike<T>
    type Many<T> = T | ReadonlyArray<T>
    type Collectible<T> = List<T> | { [key: string]: T }
    /** Property name, pair or object that lodash turns into a function. */
    type Shorthand = PropertyKey | any[] | { [key: string]: any }
    type Visit<T> = (value: T, key: any, collection: any) => any
    type Select<T> = ((value: T, key?: any, collection?: any) => any) | Shorthand
    interface LoDashStatic {
      <T>(value: Collectible<T>): Collection<T>
      chain<T>(value: Collectible<T>): Collection<T>
      /** @chunks 0 */
      chunk<T>(array: List<T>, size?: number): T[][]
      /** @iterates 0 1 @returns 0 @drops 1 */
      forEach<T>(collection: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      each<T>(collection: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      forEachRight<T>(collection: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      eachRight<T>(collection: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      forOwn<T>(object: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      forIn<T>(object: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      forOwnRight<T>(object: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 @returns 0 @drops 1 */
      forInRight<T>(object: Collectible<T>, iteratee?: Visit<T>): any
      /** @iterates 0 1 */
      map<T, R = any>(collection: Collectible<T>, iteratee?: ((value: T, key: any, collection: any) => R) | Shorthand): R[]
      /** @iterates 0 1 */
      flatMap<T, R = any>(collection: Collectible<T>, iteratee?: ((value: T, key: any, collection: any) => R | R[]) | Shorthand, depth?: number): R[]
      /** @iterates 0 1 */
      flatMapDeep<T, R = any>(collection: Collectible<T>, iteratee?: ((value: T, key: any, collection: any) => R | R[]) | Shorthand, depth?: number): R[]
      /** @iterates 0 1 */
      flatMapDepth<T, R = any>(collection: Collectible<T>, iteratee?: ((value: T, key: any, collection: any) => R | R[]) | Shorthand, depth?: number): R[]
      /** @iterates 0 1 @propagates 0 */
      mapValues<T, R = any>(object: Collectible<T>, iteratee?: ((value: T, key: string, object: any) => R) | Shorthand): Record<string, R>
      /** @iterates 0 1 @propagates 0 */
      mapKeys<T>(object: Collectible<T>, iteratee?: Select<T>): Record<string, T>
      /** @iterates 0 1 @returns 0 @drops 1 true */
      filter<T>(collection: Collectible<T>, predicate?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 @drops 1 true */
      reject<T>(collection: Collectible<T>, predicate?: Select<T>): T[]
      /** @iterates 0 1 @propagates 0 @drops 1 true */
      partition<T>(collection: Collectible<T>, predicate?: Select<T>): [T[], T[]]
      /** @iterates 0 1 @propagates 0 @drops 1 true */
      find<T>(collection: Collectible<T>, predicate?: Select<T>, fromIndex?: number): T
      /** @iterates 0 1 @propagates 0 */
      findLast<T>(collection: Collectible<T>, predicate?: Select<T>, fromIndex?: number): T
      /** @iterates 0 1 */
      findIndex<T>(array: List<T>, predicate?: Select<T>, fromIndex?: number): number
      /** @iterates 0 1 */
      findLastIndex<T>(array: List<T>, predicate?: Select<T>, fromIndex?: number): number
      /** @iterates 0 1 */
      findKey<T>(object: Collectible<T>, predicate?: Select<T>): string
      /** @iterates 0 1 */
      findLastKey<T>(object: Collectible<T>, predicate?: Select<T>): string
      /** @iterates 0 1 @drops 1 true */
      some<T>(collection: Collectible<T>, predicate?: Select<T>): boolean
      /** @iterates 0 1 @drops 1 true */
      every<T>(collection: Collectible<T>, predicate?: Select<T>): boolean
      /** @iterates 0 1 @propagates 0 2 */
      reduce<T, R = any>(collection: Collectible<T>, callback: (accumulator: R, value: T, key: any, collection: any) => R, accumulator?: R): R
      /** @iterates 0 1 @propagates 0 2 */
      reduceRight<T, R = any>(collection: Collectible<T>, callback: (accumulator: R, value: T, key: any, collection: any) => R, accumulator?: R): R
      /** @iterates 0 1 @propagates 0 2 */
      transform<T, R = any>(object: Collectible<T>, iteratee: (accumulator: R, value: T, key: any, object: any) => any, accumulator?: R): R
      /** @iterates 0 1 @propagates 0 */
      groupBy<T>(collection: Collectible<T>, iteratee?: Select<T>): Record<string, T[]>
      /** @iterates 0 1 @propagates 0 */
      keyBy<T>(collection: Collectible<T>, iteratee?: Select<T>): Record<string, T>
      /** @iterates 0 1 */
      countBy<T>(collection: Collectible<T>, iteratee?: Select<T>): Record<string, number>
      /** @iterates 0 1 @returns 0 */
      sortBy<T>(collection: Collectible<T>, ...iteratees: Many<Select<T>>[]): T[]
      /** @iterates 0 1 @returns 0 */
      orderBy<T>(collection: Collectible<T>, iteratees?: Many<Select<T>>, orders?: Many<boolean | 'asc' | 'desc'>): T[]
      /** @iterates 0 1 @coerces number */
      sumBy<T>(collection: Collectible<T>, iteratee?: Select<T>): number
      /** @iterates 0 1 @coerces number */
      meanBy<T>(collection: Collectible<T>, iteratee?: Select<T>): number
      /** @iterates 0 1 @propagates 0 */
      minBy<T>(collection: List<T>, iteratee?: Select<T>): T
      /** @iterates 0 1 @propagates 0 */
      maxBy<T>(collection: List<T>, iteratee?: Select<T>): T
      /** @calls 1 */
      times<R = any>(n: number, iteratee?: (index: number) => R): R[]
      /** @returns 0 */
      uniq<T>(array: List<T>): T[]
      /** @returns 0 */
      sortedUniq<T>(array: List<T>): T[]
      /** @returns 0 */
      compact<T>(array: List<T>): T[]
      /** @returns 0 */
      reverse<T>(array: List<T>): T[]
      /** @returns 0 */
      initial<T>(array: List<T>): T[]
      /** @returns 0 */
      tail<T>(array: List<T>): T[]
      /** @returns 0 */
      shuffle<T>(array: List<T>): T[]
      /** @iterates 0 1 @returns 0 */
      uniqBy<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      sortedUniqBy<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      dropWhile<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      dropRightWhile<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      takeWhile<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      takeRightWhile<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @iterates 0 1 @returns 0 */
      remove<T>(array: List<T>, iteratee?: Select<T>): T[]
      /** @returns 0 */
      uniqWith<T>(array: List<T>, comparator?: (a: T, b: T) => boolean): T[]
      /** @returns 0 */
      drop<T>(array: List<T>, n?: number): T[]
      /** @returns 0 */
      dropRight<T>(array: List<T>, n?: number): T[]
      /** @returns 0 */
      take<T>(array: List<T>, n?: number): T[]
      /** @returns 0 */
      takeRight<T>(array: List<T>, n?: number): T[]
      /** @returns 0 */
      sampleSize<T>(array: List<T>, n?: number): T[]
      /** @returns 0 */
      slice<T>(array: List<T>, start?: number, end?: number): T[]
      /** @returns 0 */
      flatten<T>(array: List<T | List<T>>): T[]
      /** @returns 0 */
      flattenDeep<T>(array: List<T | List<T>>): T[]
      /** @returns 0 */
      flattenDepth<T>(array: List<T | List<T>>, depth?: number): T[]
      /** @returns 0 */
      difference<T>(array: List<T>, ...values: any[]): T[]
      /** @returns 0 */
      without<T>(array: List<T>, ...values: any[]): T[]
      /** @returns 0 */
      pull<T>(array: List<T>, ...values: any[]): T[]
      /** @returns 0 */
      differenceBy<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      differenceWith<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      intersectionBy<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      intersectionWith<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      pullAllBy<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      pullAllWith<T>(array: List<T>, values: List<any>, ...rest: any[]): T[]
      /** @returns 0 */
      pullAll<T>(array: List<T>, values: List<any>): T[]
      /** @returns 0 */
      intersection<T>(...arrays: List<T>[]): T[]
      /** @propagates 0 1+ */
      union<T>(...arrays: List<T>[]): T[]
      /** @propagates 0 1+ */
      xor<T>(...arrays: List<T>[]): T[]
      /** @propagates 0 1+ */
      unionBy<T>(array: List<T>, ...rest: any[]): T[]
      /** @propagates 0 1+ */
      unionWith<T>(array: List<T>, ...rest: any[]): T[]
      /** @propagates 0 1+ */
      xorBy<T>(array: List<T>, ...rest: any[]): T[]
      /** @propagates 0 1+ */
      xorWith<T>(array: List<T>, ...rest: any[]): T[]
      /** @propagates 0 1+ */
      concat<T>(array: Many<T>, ...values: Many<T>[]): T[]
      /** @propagates 0 */
      head<T>(array: Collectible<T>): T
      /** @propagates 0 */
      first<T>(array: Collectible<T>): T
      /** @propagates 0 */
      last<T>(array: Collectible<T>): T
      /** @propagates 0 */
      sample<T>(array: Collectible<T>): T
      /** @propagates 0 */
      nth<T>(array: List<T>, n?: number): T
      /** @propagates 0 */
      values<T>(object: Collectible<T>): T[]
      /** @propagates 0 */
      keys(object?: any): string[]
      /** @propagates 0 */
      toPairs<T>(object: Collectible<T>): [string, T][]
      /** @propagates 0 */
      entries<T>(object: Collectible<T>): [string, T][]
      /** @propagates 0 */
      fromPairs<T>(pairs: List<[any, T]>): Record<string, T>
      /** @returns 0 */
      toArray<T>(value: Collectible<T>): T[]
      /** @returns 0 */
      castArray<T>(value?: Many<T>): T[]
      /** @propagates 0 1+ */
      zip(...arrays: List<any>[]): any[][]
      /** @propagates 0 1 */
      zipObject<T>(props: List<PropertyKey>, values?: List<T>): Record<string, T>
      /** @propagates 0 1 */
      join(array: List<any>, separator?: string): string
      /** @calls 1 @returns 0 */
      tap<T>(value: T, interceptor: (value: T) => void): T
      /** @calls 1 */
      thru<T, R>(value: T, interceptor: (value: T) => R): R
      /** @returns 0 */
      clone<T>(value: T): T
      /** @returns 0 */
      cloneDeep<T>(value: T): T
      /** @propagates 0 */
      pick<T>(object: T, ...props: Many<PropertyKey | readonly PropertyKey[]>[]): any
      /** @propagates 0 */
      omit<T>(object: T, ...paths: Many<PropertyKey | readonly PropertyKey[]>[]): any
      /** @propagates 0 */
      pickBy<T>(object: Collectible<T>, predicate?: Select<T>): Record<string, T>
      /** @propagates 0 */
      omitBy<T>(object: Collectible<T>, predicate?: Select<T>): Record<string, T>
      /** @propagates 0 1+ */
      assign<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      assignIn<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      extend<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      defaults<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      defaultsDeep<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      merge<T, U, V, W>(object: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
      /** @propagates 0 1+ */
      mergeWith(object: any, ...sources: any[]): any
      /** @propagates 0 2 */
      get(object: any, path: Many<PropertyKey>, defaultValue?: any): any
      /** @returns 0 @propagates 2 */
      set<T>(object: T, path: Many<PropertyKey>, value: any): T
      /** @returns 0 */
      update(object: any, path: Many<PropertyKey>, updater: (value: any) => any): any
      /** @propagates 0 */
      invert(object: any): Record<string, string>
      /** @propagates 0 1 */
      defaultTo<T, U = T>(value: T, defaultValue: U): T | U
      /** @returns 0 */
      identity<T>(value?: T): T
      /** @coerces number @bounded 2|1 */
      clamp(number: number, lower: number, upper?: number): number
      /** @coerces number @bounded */
      random(lower?: any, upper?: any, floating?: boolean): number
      /** @coerces number */
      toNumber(value: any): number
      /** @coerces number */
      toInteger(value: any): number
      /** @coerces number */
      toFinite(value: any): number
      /** @coerces number */
      toSafeInteger(value: any): number
      /** @coerces number @bounded */
      toLength(value: any): number
      /** @coerces number */
      parseInt(string: string, radix?: number): number
      /** @coerces number */
      ceil(n: number, precision?: number): number
      /** @coerces number */
      round(n: number, precision?: number): number
      /** @coerces number @bounded 0 */
      floor(n: number, precision?: number): number
      /** @coerces number */
      sum(collection: List<any>): number
      /** @coerces number */
      mean(collection: List<any>): number
      /** @propagates 0 */
      min<T>(collection: List<T>): T
      /** @propagates 0 */
      max<T>(collection: List<T>): T
      size(collection: any): number
      range(start: number, end?: number, step?: number): number[]
      /** @coerces string @propagates 0 */
      toString(value: any): string
      /** @coerces string @propagates 0 */
      camelCase(string?: string): string
      /** @coerces string @propagates 0 */
      kebabCase(string?: string): string
      /** @coerces string @propagates 0 */
      snakeCase(string?: string): string
      /** @coerces string @propagates 0 */
      startCase(string?: string): string
      /** @coerces string @propagates 0 */
      lowerCase(string?: string): string
      /** @coerces string @propagates 0 */
      upperCase(string?: string): string
      /** @coerces string @propagates 0 */
      lowerFirst(string?: string): string
      /** @coerces string @propagates 0 */
      upperFirst(string?: string): string
      /** @coerces string @propagates 0 */
      capitalize(string?: string): string
      /** @coerces string @propagates 0 */
      deburr(string?: string): string
      /** @coerces string @propagates 0 */
      toLower(string?: string): string
      /** @coerces string @propagates 0 */
      toUpper(string?: string): string
      /** @coerces string @propagates 0 */
      unescape(string?: string): string
      /** @coerces string @propagates 0 */
      trim(string?: string, chars?: string): string
      /** @coerces string @propagates 0 */
      trimStart(string?: string, chars?: string): string
      /** @coerces string @propagates 0 */
      trimEnd(string?: string, chars?: string): string
      /** @coerces string @propagates 0 2 */
      pad(string?: string, length?: number, chars?: string): string
      /** @coerces string @propagates 0 2 */
      padStart(string?: string, length?: number, chars?: string): string
      /** @coerces string @propagates 0 2 */
      padEnd(string?: string, length?: number, chars?: string): string
      /** @coerces string @propagates 0 */
      truncate(string?: string, options?: any): string
      /** @coerces string @propagates 0 */
      repeat(string?: string, n?: number): string
      /** @coerces string @propagates 0 2 */
      replace(string: string, pattern: RegExp | string, replacement: any): string
      /** @propagates 0 */
      split(string: string, separator?: RegExp | string, limit?: number): string[]
      /** @propagates 0 */
      words(string?: string, pattern?: RegExp | string): string[]
      /** @escapes html @propagates 0 */
      escape(string?: string): string
      /** @escapes regex @propagates 0 */
      escapeRegExp(string?: string): string
      uniqueId(prefix?: string): string
      /** @calls 0 deferred */
      defer(func: (...args: any[]) => any, ...args: any[]): number
      /** @calls 0 deferred */
      delay(func: (...args: any[]) => any, wait: number, ...args: any[]): number
      /** @calls 0 deferred @returns 0 */
      debounce<F extends (...args: any) => any>(func: F, wait?: number, options?: any): F & { cancel(): void; flush(): any }
      /** @calls 0 deferred @returns 0 */
      throttle<F extends (...args: any) => any>(func: F, wait?: number, options?: any): F & { cancel(): void; flush(): any }
      /** @memoizes 0 @returns 0 */
      memoize<F extends (...args: any) => any>(func: F, resolver?: (...args: any[]) => any): F & { cache: any }
      /** @memoizes 0 @returns 0 */
      once<F extends (...args: any) => any>(func: F): F
      /** @calls 0 once catches */
      attempt<R>(func: (...args: any[]) => R, ...args: any[]): R | Error
      /** @returns 0 */
      partial(func: (...args: any[]) => any, ...partials: any[]): (...args: any[]) => any
      /** @returns 0 */
      partialRight(func: (...args: any[]) => any, ...partials: any[]): (...args: any[]) => any
      /** @returns 0 */
      bind(func: (...args: any[]) => any, ...partials: any[]): (...args: any[]) => any
      /** @returns 1 */
      after<F extends (...args: any) => any>(n: number, func: F): F
      /** @returns 1 */
      before<F extends (...args: any) => any>(n: number, func: F): F
      /** @returns 0 */
      curry(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      ary(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      unary(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      rest(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      spread(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      flip(func: (...args: any[]) => any, ...options: any[]): any
      /** @returns 0 */
      negate(func: (...args: any[]) => any, ...options: any[]): any
      isString(value?: any): value is string
      isNumber(value?: any): value is number
      isBoolean(value?: any): value is boolean
      isArray(value?: any): value is any[]
      isFunction(value?: any): value is (...args: any[]) => any
      isDate(value?: any): value is Date
      isNil(value?: any): value is null | undefined
      isUndefined(value?: any): value is undefined
      isNull(value?: any): value is null
      isInteger(value?: any): boolean
      isSafeInteger(value?: any): boolean
      isFinite(value?: any): boolean
      isNaN(value?: any): boolean
      isObject(value?: any): boolean
      isPlainObject(value?: any): boolean
      isEmpty(value?: any): boolean
      isError(value?: any): boolean
      isEqual(value: any, other: any): boolean
      has(object: any, path: Many<PropertyKey>): boolean
      includes<T>(collection: Collectible<T>, target: T, fromIndex?: number): boolean
      noop(...args: any[]): void
    }
    /** What `_(list)` and `_.chain(list)` give. */
    interface Collection<T> {
      /** @chunks this */
      chunk(size?: number): Collection<T[]>
      /** @iterates this 0 */
      map<R = any>(iteratee?: ((value: T, key: any, collection: any) => R) | Shorthand): Collection<R>
      /** @iterates this 0 */
      flatMap<R = any>(iteratee?: ((value: T, key: any, collection: any) => R | R[]) | Shorthand): Collection<R>
      /** @iterates this 0 @returns this @drops 0 */
      forEach(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this @drops 0 */
      each(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this */
      filter(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this */
      reject(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this */
      sortBy(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this */
      uniqBy(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @returns this */
      orderBy(iteratees?: Many<Select<T>>, orders?: any): Collection<T>
      /** @iterates this 0 @propagates this */
      groupBy(iteratee?: Select<T>): Collection<T[]>
      /** @iterates this 0 @propagates this */
      keyBy(iteratee?: Select<T>): Collection<T>
      /** @iterates this 0 @propagates this 1 */
      reduce<R = any>(callback: (accumulator: R, value: T, key: any, collection: any) => R, accumulator?: R): R
      /** @iterates this 0 @propagates this */
      find(predicate?: Select<T>): T
      /** @returns this */
      uniq(): Collection<T>
      /** @returns this */
      compact(): Collection<T>
      /** @returns this */
      flatten(): Collection<T>
      /** @returns this */
      reverse(): Collection<T>
      /** @returns this */
      take(n?: number): Collection<T>
      /** @returns this */
      drop(n?: number): Collection<T>
      /** @returns this */
      value(): T[]
    }
  }
  export = _
}

declare module 'lodash-es' {
  export { default } from 'lodash'
  export {
    chunk, forEach, each, forEachRight, eachRight, forOwn, forIn, forOwnRight, forInRight, map, flatMap, flatMapDeep,
    flatMapDepth, mapValues, mapKeys, filter, reject, partition, find, findLast, findIndex, findLastIndex, findKey,
    findLastKey, some, every, reduce, reduceRight, transform, groupBy, keyBy, countBy, sortBy, orderBy, sumBy, meanBy,
    minBy, maxBy, times, uniq, sortedUniq, compact, reverse, initial, tail, shuffle, uniqBy, sortedUniqBy, dropWhile,
    dropRightWhile, takeWhile, takeRightWhile, remove, uniqWith, drop, dropRight, take, takeRight, sampleSize, slice,
    flatten, flattenDeep, flattenDepth, difference, without, pull, differenceBy, differenceWith, intersectionBy,
    intersectionWith, pullAllBy, pullAllWith, pullAll, intersection, union, xor, unionBy, unionWith, xorBy, xorWith,
    concat, head, first, last, sample, nth, values, keys, toPairs, entries, fromPairs, toArray, castArray, zip,
    zipObject, join, tap, thru, clone, cloneDeep, pick, omit, pickBy, omitBy, assign, assignIn, extend, defaults,
    defaultsDeep, merge, mergeWith, get, set, update, invert, defaultTo, identity, clamp, random, toNumber, toInteger,
    toFinite, toSafeInteger, toLength, parseInt, ceil, round, floor, sum, mean, min, max, size, range, toString,
    camelCase, kebabCase, snakeCase, startCase, lowerCase, upperCase, lowerFirst, upperFirst, capitalize, deburr,
    toLower, toUpper, unescape, trim, trimStart, trimEnd, pad, padStart, padEnd, truncate, repeat, replace, split,
    words, escape, escapeRegExp, uniqueId, defer, delay, debounce, throttle, memoize, once, attempt, partial,
    partialRight, bind, after, before, curry, ary, unary, rest, spread, flip, negate, isString, isNumber, isBoolean,
    isArray, isFunction, isDate, isNil, isUndefined, isNull, isInteger, isSafeInteger, isFinite, isNaN, isObject,
    isPlainObject, isEmpty, isError, isEqual, has, includes, noop,
  } from 'lodash'
}

declare module 'lodash/chunk' { import { chunk } from 'lodash'; export = chunk }
declare module 'lodash/forEach' { import { forEach } from 'lodash'; export = forEach }
declare module 'lodash/each' { import { each } from 'lodash'; export = each }
declare module 'lodash/forEachRight' { import { forEachRight } from 'lodash'; export = forEachRight }
declare module 'lodash/eachRight' { import { eachRight } from 'lodash'; export = eachRight }
declare module 'lodash/forOwn' { import { forOwn } from 'lodash'; export = forOwn }
declare module 'lodash/forIn' { import { forIn } from 'lodash'; export = forIn }
declare module 'lodash/forOwnRight' { import { forOwnRight } from 'lodash'; export = forOwnRight }
declare module 'lodash/forInRight' { import { forInRight } from 'lodash'; export = forInRight }
declare module 'lodash/map' { import { map } from 'lodash'; export = map }
declare module 'lodash/flatMap' { import { flatMap } from 'lodash'; export = flatMap }
declare module 'lodash/flatMapDeep' { import { flatMapDeep } from 'lodash'; export = flatMapDeep }
declare module 'lodash/flatMapDepth' { import { flatMapDepth } from 'lodash'; export = flatMapDepth }
declare module 'lodash/mapValues' { import { mapValues } from 'lodash'; export = mapValues }
declare module 'lodash/mapKeys' { import { mapKeys } from 'lodash'; export = mapKeys }
declare module 'lodash/filter' { import { filter } from 'lodash'; export = filter }
declare module 'lodash/reject' { import { reject } from 'lodash'; export = reject }
declare module 'lodash/partition' { import { partition } from 'lodash'; export = partition }
declare module 'lodash/find' { import { find } from 'lodash'; export = find }
declare module 'lodash/findLast' { import { findLast } from 'lodash'; export = findLast }
declare module 'lodash/findIndex' { import { findIndex } from 'lodash'; export = findIndex }
declare module 'lodash/findLastIndex' { import { findLastIndex } from 'lodash'; export = findLastIndex }
declare module 'lodash/findKey' { import { findKey } from 'lodash'; export = findKey }
declare module 'lodash/findLastKey' { import { findLastKey } from 'lodash'; export = findLastKey }
declare module 'lodash/some' { import { some } from 'lodash'; export = some }
declare module 'lodash/every' { import { every } from 'lodash'; export = every }
declare module 'lodash/reduce' { import { reduce } from 'lodash'; export = reduce }
declare module 'lodash/reduceRight' { import { reduceRight } from 'lodash'; export = reduceRight }
declare module 'lodash/transform' { import { transform } from 'lodash'; export = transform }
declare module 'lodash/groupBy' { import { groupBy } from 'lodash'; export = groupBy }
declare module 'lodash/keyBy' { import { keyBy } from 'lodash'; export = keyBy }
declare module 'lodash/countBy' { import { countBy } from 'lodash'; export = countBy }
declare module 'lodash/sortBy' { import { sortBy } from 'lodash'; export = sortBy }
declare module 'lodash/orderBy' { import { orderBy } from 'lodash'; export = orderBy }
declare module 'lodash/sumBy' { import { sumBy } from 'lodash'; export = sumBy }
declare module 'lodash/meanBy' { import { meanBy } from 'lodash'; export = meanBy }
declare module 'lodash/minBy' { import { minBy } from 'lodash'; export = minBy }
declare module 'lodash/maxBy' { import { maxBy } from 'lodash'; export = maxBy }
declare module 'lodash/times' { import { times } from 'lodash'; export = times }
declare module 'lodash/uniq' { import { uniq } from 'lodash'; export = uniq }
declare module 'lodash/sortedUniq' { import { sortedUniq } from 'lodash'; export = sortedUniq }
declare module 'lodash/compact' { import { compact } from 'lodash'; export = compact }
declare module 'lodash/reverse' { import { reverse } from 'lodash'; export = reverse }
declare module 'lodash/initial' { import { initial } from 'lodash'; export = initial }
declare module 'lodash/tail' { import { tail } from 'lodash'; export = tail }
declare module 'lodash/shuffle' { import { shuffle } from 'lodash'; export = shuffle }
declare module 'lodash/uniqBy' { import { uniqBy } from 'lodash'; export = uniqBy }
declare module 'lodash/sortedUniqBy' { import { sortedUniqBy } from 'lodash'; export = sortedUniqBy }
declare module 'lodash/dropWhile' { import { dropWhile } from 'lodash'; export = dropWhile }
declare module 'lodash/dropRightWhile' { import { dropRightWhile } from 'lodash'; export = dropRightWhile }
declare module 'lodash/takeWhile' { import { takeWhile } from 'lodash'; export = takeWhile }
declare module 'lodash/takeRightWhile' { import { takeRightWhile } from 'lodash'; export = takeRightWhile }
declare module 'lodash/remove' { import { remove } from 'lodash'; export = remove }
declare module 'lodash/uniqWith' { import { uniqWith } from 'lodash'; export = uniqWith }
declare module 'lodash/drop' { import { drop } from 'lodash'; export = drop }
declare module 'lodash/dropRight' { import { dropRight } from 'lodash'; export = dropRight }
declare module 'lodash/take' { import { take } from 'lodash'; export = take }
declare module 'lodash/takeRight' { import { takeRight } from 'lodash'; export = takeRight }
declare module 'lodash/sampleSize' { import { sampleSize } from 'lodash'; export = sampleSize }
declare module 'lodash/slice' { import { slice } from 'lodash'; export = slice }
declare module 'lodash/flatten' { import { flatten } from 'lodash'; export = flatten }
declare module 'lodash/flattenDeep' { import { flattenDeep } from 'lodash'; export = flattenDeep }
declare module 'lodash/flattenDepth' { import { flattenDepth } from 'lodash'; export = flattenDepth }
declare module 'lodash/difference' { import { difference } from 'lodash'; export = difference }
declare module 'lodash/without' { import { without } from 'lodash'; export = without }
declare module 'lodash/pull' { import { pull } from 'lodash'; export = pull }
declare module 'lodash/differenceBy' { import { differenceBy } from 'lodash'; export = differenceBy }
declare module 'lodash/differenceWith' { import { differenceWith } from 'lodash'; export = differenceWith }
declare module 'lodash/intersectionBy' { import { intersectionBy } from 'lodash'; export = intersectionBy }
declare module 'lodash/intersectionWith' { import { intersectionWith } from 'lodash'; export = intersectionWith }
declare module 'lodash/pullAllBy' { import { pullAllBy } from 'lodash'; export = pullAllBy }
declare module 'lodash/pullAllWith' { import { pullAllWith } from 'lodash'; export = pullAllWith }
declare module 'lodash/pullAll' { import { pullAll } from 'lodash'; export = pullAll }
declare module 'lodash/intersection' { import { intersection } from 'lodash'; export = intersection }
declare module 'lodash/union' { import { union } from 'lodash'; export = union }
declare module 'lodash/xor' { import { xor } from 'lodash'; export = xor }
declare module 'lodash/unionBy' { import { unionBy } from 'lodash'; export = unionBy }
declare module 'lodash/unionWith' { import { unionWith } from 'lodash'; export = unionWith }
declare module 'lodash/xorBy' { import { xorBy } from 'lodash'; export = xorBy }
declare module 'lodash/xorWith' { import { xorWith } from 'lodash'; export = xorWith }
declare module 'lodash/concat' { import { concat } from 'lodash'; export = concat }
declare module 'lodash/head' { import { head } from 'lodash'; export = head }
declare module 'lodash/first' { import { first } from 'lodash'; export = first }
declare module 'lodash/last' { import { last } from 'lodash'; export = last }
declare module 'lodash/sample' { import { sample } from 'lodash'; export = sample }
declare module 'lodash/nth' { import { nth } from 'lodash'; export = nth }
declare module 'lodash/values' { import { values } from 'lodash'; export = values }
declare module 'lodash/keys' { import { keys } from 'lodash'; export = keys }
declare module 'lodash/toPairs' { import { toPairs } from 'lodash'; export = toPairs }
declare module 'lodash/entries' { import { entries } from 'lodash'; export = entries }
declare module 'lodash/fromPairs' { import { fromPairs } from 'lodash'; export = fromPairs }
declare module 'lodash/toArray' { import { toArray } from 'lodash'; export = toArray }
declare module 'lodash/castArray' { import { castArray } from 'lodash'; export = castArray }
declare module 'lodash/zip' { import { zip } from 'lodash'; export = zip }
declare module 'lodash/zipObject' { import { zipObject } from 'lodash'; export = zipObject }
declare module 'lodash/join' { import { join } from 'lodash'; export = join }
declare module 'lodash/tap' { import { tap } from 'lodash'; export = tap }
declare module 'lodash/thru' { import { thru } from 'lodash'; export = thru }
declare module 'lodash/clone' { import { clone } from 'lodash'; export = clone }
declare module 'lodash/cloneDeep' { import { cloneDeep } from 'lodash'; export = cloneDeep }
declare module 'lodash/pick' { import { pick } from 'lodash'; export = pick }
declare module 'lodash/omit' { import { omit } from 'lodash'; export = omit }
declare module 'lodash/pickBy' { import { pickBy } from 'lodash'; export = pickBy }
declare module 'lodash/omitBy' { import { omitBy } from 'lodash'; export = omitBy }
declare module 'lodash/assign' { import { assign } from 'lodash'; export = assign }
declare module 'lodash/assignIn' { import { assignIn } from 'lodash'; export = assignIn }
declare module 'lodash/extend' { import { extend } from 'lodash'; export = extend }
declare module 'lodash/defaults' { import { defaults } from 'lodash'; export = defaults }
declare module 'lodash/defaultsDeep' { import { defaultsDeep } from 'lodash'; export = defaultsDeep }
declare module 'lodash/merge' { import { merge } from 'lodash'; export = merge }
declare module 'lodash/mergeWith' { import { mergeWith } from 'lodash'; export = mergeWith }
declare module 'lodash/get' { import { get } from 'lodash'; export = get }
declare module 'lodash/set' { import { set } from 'lodash'; export = set }
declare module 'lodash/update' { import { update } from 'lodash'; export = update }
declare module 'lodash/invert' { import { invert } from 'lodash'; export = invert }
declare module 'lodash/defaultTo' { import { defaultTo } from 'lodash'; export = defaultTo }
declare module 'lodash/identity' { import { identity } from 'lodash'; export = identity }
declare module 'lodash/clamp' { import { clamp } from 'lodash'; export = clamp }
declare module 'lodash/random' { import { random } from 'lodash'; export = random }
declare module 'lodash/toNumber' { import { toNumber } from 'lodash'; export = toNumber }
declare module 'lodash/toInteger' { import { toInteger } from 'lodash'; export = toInteger }
declare module 'lodash/toFinite' { import { toFinite } from 'lodash'; export = toFinite }
declare module 'lodash/toSafeInteger' { import { toSafeInteger } from 'lodash'; export = toSafeInteger }
declare module 'lodash/toLength' { import { toLength } from 'lodash'; export = toLength }
declare module 'lodash/parseInt' { import { parseInt } from 'lodash'; export = parseInt }
declare module 'lodash/ceil' { import { ceil } from 'lodash'; export = ceil }
declare module 'lodash/round' { import { round } from 'lodash'; export = round }
declare module 'lodash/floor' { import { floor } from 'lodash'; export = floor }
declare module 'lodash/sum' { import { sum } from 'lodash'; export = sum }
declare module 'lodash/mean' { import { mean } from 'lodash'; export = mean }
declare module 'lodash/min' { import { min } from 'lodash'; export = min }
declare module 'lodash/max' { import { max } from 'lodash'; export = max }
declare module 'lodash/size' { import { size } from 'lodash'; export = size }
declare module 'lodash/range' { import { range } from 'lodash'; export = range }
declare module 'lodash/toString' { import { toString } from 'lodash'; export = toString }
declare module 'lodash/camelCase' { import { camelCase } from 'lodash'; export = camelCase }
declare module 'lodash/kebabCase' { import { kebabCase } from 'lodash'; export = kebabCase }
declare module 'lodash/snakeCase' { import { snakeCase } from 'lodash'; export = snakeCase }
declare module 'lodash/startCase' { import { startCase } from 'lodash'; export = startCase }
declare module 'lodash/lowerCase' { import { lowerCase } from 'lodash'; export = lowerCase }
declare module 'lodash/upperCase' { import { upperCase } from 'lodash'; export = upperCase }
declare module 'lodash/lowerFirst' { import { lowerFirst } from 'lodash'; export = lowerFirst }
declare module 'lodash/upperFirst' { import { upperFirst } from 'lodash'; export = upperFirst }
declare module 'lodash/capitalize' { import { capitalize } from 'lodash'; export = capitalize }
declare module 'lodash/deburr' { import { deburr } from 'lodash'; export = deburr }
declare module 'lodash/toLower' { import { toLower } from 'lodash'; export = toLower }
declare module 'lodash/toUpper' { import { toUpper } from 'lodash'; export = toUpper }
declare module 'lodash/unescape' { import { unescape } from 'lodash'; export = unescape }
declare module 'lodash/trim' { import { trim } from 'lodash'; export = trim }
declare module 'lodash/trimStart' { import { trimStart } from 'lodash'; export = trimStart }
declare module 'lodash/trimEnd' { import { trimEnd } from 'lodash'; export = trimEnd }
declare module 'lodash/pad' { import { pad } from 'lodash'; export = pad }
declare module 'lodash/padStart' { import { padStart } from 'lodash'; export = padStart }
declare module 'lodash/padEnd' { import { padEnd } from 'lodash'; export = padEnd }
declare module 'lodash/truncate' { import { truncate } from 'lodash'; export = truncate }
declare module 'lodash/repeat' { import { repeat } from 'lodash'; export = repeat }
declare module 'lodash/replace' { import { replace } from 'lodash'; export = replace }
declare module 'lodash/split' { import { split } from 'lodash'; export = split }
declare module 'lodash/words' { import { words } from 'lodash'; export = words }
declare module 'lodash/escape' { import { escape } from 'lodash'; export = escape }
declare module 'lodash/escapeRegExp' { import { escapeRegExp } from 'lodash'; export = escapeRegExp }
declare module 'lodash/uniqueId' { import { uniqueId } from 'lodash'; export = uniqueId }
declare module 'lodash/defer' { import { defer } from 'lodash'; export = defer }
declare module 'lodash/delay' { import { delay } from 'lodash'; export = delay }
declare module 'lodash/debounce' { import { debounce } from 'lodash'; export = debounce }
declare module 'lodash/throttle' { import { throttle } from 'lodash'; export = throttle }
declare module 'lodash/memoize' { import { memoize } from 'lodash'; export = memoize }
declare module 'lodash/once' { import { once } from 'lodash'; export = once }
declare module 'lodash/attempt' { import { attempt } from 'lodash'; export = attempt }
declare module 'lodash/partial' { import { partial } from 'lodash'; export = partial }
declare module 'lodash/partialRight' { import { partialRight } from 'lodash'; export = partialRight }
declare module 'lodash/bind' { import { bind } from 'lodash'; export = bind }
declare module 'lodash/after' { import { after } from 'lodash'; export = after }
declare module 'lodash/before' { import { before } from 'lodash'; export = before }
declare module 'lodash/curry' { import { curry } from 'lodash'; export = curry }
declare module 'lodash/ary' { import { ary } from 'lodash'; export = ary }
declare module 'lodash/unary' { import { unary } from 'lodash'; export = unary }
declare module 'lodash/rest' { import { rest } from 'lodash'; export = rest }
declare module 'lodash/spread' { import { spread } from 'lodash'; export = spread }
declare module 'lodash/flip' { import { flip } from 'lodash'; export = flip }
declare module 'lodash/negate' { import { negate } from 'lodash'; export = negate }
declare module 'lodash/isString' { import { isString } from 'lodash'; export = isString }
declare module 'lodash/isNumber' { import { isNumber } from 'lodash'; export = isNumber }
declare module 'lodash/isBoolean' { import { isBoolean } from 'lodash'; export = isBoolean }
declare module 'lodash/isArray' { import { isArray } from 'lodash'; export = isArray }
declare module 'lodash/isFunction' { import { isFunction } from 'lodash'; export = isFunction }
declare module 'lodash/isDate' { import { isDate } from 'lodash'; export = isDate }
declare module 'lodash/isNil' { import { isNil } from 'lodash'; export = isNil }
declare module 'lodash/isUndefined' { import { isUndefined } from 'lodash'; export = isUndefined }
declare module 'lodash/isNull' { import { isNull } from 'lodash'; export = isNull }
declare module 'lodash/isInteger' { import { isInteger } from 'lodash'; export = isInteger }
declare module 'lodash/isSafeInteger' { import { isSafeInteger } from 'lodash'; export = isSafeInteger }
declare module 'lodash/isFinite' { import { isFinite } from 'lodash'; export = isFinite }
declare module 'lodash/isNaN' { import { isNaN } from 'lodash'; export = isNaN }
declare module 'lodash/isObject' { import { isObject } from 'lodash'; export = isObject }
declare module 'lodash/isPlainObject' { import { isPlainObject } from 'lodash'; export = isPlainObject }
declare module 'lodash/isEmpty' { import { isEmpty } from 'lodash'; export = isEmpty }
declare module 'lodash/isError' { import { isError } from 'lodash'; export = isError }
declare module 'lodash/isEqual' { import { isEqual } from 'lodash'; export = isEqual }
declare module 'lodash/has' { import { has } from 'lodash'; export = has }
declare module 'lodash/includes' { import { includes } from 'lodash'; export = includes }
declare module 'lodash/noop' { import { noop } from 'lodash'; export = noop }
