/* redis (node-redis): commands in camel case; in lower case with a callback in version 3. */

declare module 'redis' {
  import EventEmitter = require('events')

  export interface RedisClientOptions<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any> {
    url?: string
    password?: string
    [option: string]: any
  }
  /** @connection @callbacks before=redis@4 */
  export interface RedisClientType<M = any, F = any, S = any, RESP = any, T = any> extends EventEmitter {
    readonly isOpen: boolean
    readonly isReady: boolean
    /** @persists reconnectStrategy */
    connect(): Promise<this>
    close(): Promise<void>
    destroy(): void
    quit(...args: any[]): Promise<any>
    disconnect(): Promise<any>
    duplicate(overrides?: RedisClientOptions): RedisClientType
    /** Commands on it are collected; `exec` sends them. */
    multi(): RedisClientMultiCommandType
    /** @entry listener path=0 handler=1 @drops 1 */
    subscribe(channels: string | string[], listener: (message: string, channel: string) => unknown, bufferMode?: boolean): Promise<void>
    /** @calls 1 deferred @drops 1 */
    pSubscribe(patterns: string | string[], listener: (message: string, channel: string) => unknown, bufferMode?: boolean): Promise<void>
    unsubscribe(channels?: string | string[], listener?: any): Promise<void>
    watch(keys: any): Promise<string>
    unwatch(): Promise<string>
    ping(message?: any): Promise<any>
    /** @effect cache-write */
    sendCommand(args: readonly any[], options?: any): Promise<any>
    /** @effect cache-read */
    scanIterator(options?: any): AsyncIterable<any>
    /** @effect cache-read */
    hScanIterator(key: any, options?: any): AsyncIterable<any>
    /** @effect cache-read */
    sScanIterator(key: any, options?: any): AsyncIterable<any>
    /** @effect cache-read */
    zScanIterator(key: any, options?: any): AsyncIterable<any>
    /** @effect cache-read */
    get(...args: any[]): Promise<string>
    /** @effect cache-read */
    mGet(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    getRange(...args: any[]): Promise<any>
    /** @effect cache-read */
    strLen(...args: any[]): Promise<any>
    /** @effect cache-read */
    exists(...args: any[]): Promise<number>
    /** @effect cache-read */
    ttl(...args: any[]): Promise<number>
    /** @effect cache-read */
    pTTL(...args: any[]): Promise<number>
    /** @effect cache-read */
    type(...args: any[]): Promise<string>
    /** @effect cache-read */
    keys(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    scan(...args: any[]): Promise<any>
    /** @effect cache-read */
    hGet(...args: any[]): Promise<string>
    /** @effect cache-read */
    hmGet(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hGetAll(...args: any[]): Promise<{ [field: string]: string }>
    /** @effect cache-read */
    hKeys(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hVals(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hLen(...args: any[]): Promise<number>
    /** @effect cache-read */
    hExists(...args: any[]): Promise<any>
    /** @effect cache-read */
    hScan(...args: any[]): Promise<any>
    /** @effect cache-read */
    lRange(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    lIndex(...args: any[]): Promise<string>
    /** @effect cache-read */
    lLen(...args: any[]): Promise<number>
    /** @effect cache-read */
    sMembers(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    sIsMember(...args: any[]): Promise<number>
    /** @effect cache-read */
    smIsMember(...args: any[]): Promise<any>
    /** @effect cache-read */
    sCard(...args: any[]): Promise<number>
    /** @effect cache-read */
    sScan(...args: any[]): Promise<any>
    /** @effect cache-read */
    zRange(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zRangeWithScores(...args: any[]): Promise<any>
    /** @effect cache-read */
    zRangeByScore(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zScore(...args: any[]): Promise<any>
    /** @effect cache-read */
    zCard(...args: any[]): Promise<number>
    /** @effect cache-read */
    zCount(...args: any[]): Promise<number>
    /** @effect cache-read */
    zRank(...args: any[]): Promise<any>
    /** @effect cache-read */
    zRevRank(...args: any[]): Promise<any>
    /** @effect cache-read */
    zScan(...args: any[]): Promise<any>
    /** @effect cache-read */
    bitCount(...args: any[]): Promise<any>
    /** @effect cache-read */
    pfCount(...args: any[]): Promise<any>
    /** @effect cache-read */
    xLen(...args: any[]): Promise<any>
    /** @effect cache-read */
    xRange(...args: any[]): Promise<any>
    /** @effect cache-read */
    xRevRange(...args: any[]): Promise<any>
    /** @effect cache-read */
    xRead(...args: any[]): Promise<any>
    /** @effect cache-read */
    xReadGroup(...args: any[]): Promise<any>
    /** @effect cache-read */
    randomKey(...args: any[]): Promise<string>
    /** @effect cache-read */
    dbSize(...args: any[]): Promise<number>
    /** @effect cache-write */
    set(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    setEx(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    pSetEx(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    setNX(...args: any[]): Promise<number>
    /** @effect cache-write */
    mSet(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    mSetNX(...args: any[]): Promise<any>
    /** @effect cache-write */
    append(...args: any[]): Promise<any>
    /** @effect cache-write */
    getSet(...args: any[]): Promise<string>
    /** @effect cache-write */
    getEx(...args: any[]): Promise<string>
    /** @effect cache-write */
    incr(...args: any[]): Promise<number>
    /** @effect cache-write */
    incrBy(...args: any[]): Promise<number>
    /** @effect cache-write */
    incrByFloat(...args: any[]): Promise<any>
    /** @effect cache-write */
    decr(...args: any[]): Promise<number>
    /** @effect cache-write */
    decrBy(...args: any[]): Promise<number>
    /** @effect cache-write */
    expire(...args: any[]): Promise<number>
    /** @effect cache-write */
    pExpire(...args: any[]): Promise<any>
    /** @effect cache-write */
    expireAt(...args: any[]): Promise<any>
    /** @effect cache-write */
    persist(...args: any[]): Promise<any>
    /** @effect cache-write */
    rename(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    hSet(...args: any[]): Promise<number>
    /** @effect cache-write */
    hSetNX(...args: any[]): Promise<any>
    /** @effect cache-write */
    hIncrBy(...args: any[]): Promise<any>
    /** @effect cache-write */
    hIncrByFloat(...args: any[]): Promise<any>
    /** @effect cache-write */
    lPush(...args: any[]): Promise<number>
    /** @effect cache-write */
    rPush(...args: any[]): Promise<number>
    /** @effect cache-write */
    lPushX(...args: any[]): Promise<any>
    /** @effect cache-write */
    rPushX(...args: any[]): Promise<any>
    /** @effect cache-write */
    lPop(...args: any[]): Promise<string>
    /** @effect cache-write */
    rPop(...args: any[]): Promise<string>
    /** @effect cache-write */
    rPopLPush(...args: any[]): Promise<any>
    /** @effect cache-write */
    lMove(...args: any[]): Promise<any>
    /** @effect cache-write */
    lSet(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    lTrim(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    blPop(...args: any[]): Promise<any>
    /** @effect cache-write */
    brPop(...args: any[]): Promise<any>
    /** @effect cache-write */
    sAdd(...args: any[]): Promise<number>
    /** @effect cache-write */
    sPop(...args: any[]): Promise<any>
    /** @effect cache-write */
    sMove(...args: any[]): Promise<any>
    /** @effect cache-write */
    zAdd(...args: any[]): Promise<any>
    /** @effect cache-write */
    zIncrBy(...args: any[]): Promise<any>
    /** @effect cache-write */
    zPopMin(...args: any[]): Promise<any>
    /** @effect cache-write */
    zPopMax(...args: any[]): Promise<any>
    /** @effect cache-write */
    setBit(...args: any[]): Promise<any>
    /** @effect cache-write */
    pfAdd(...args: any[]): Promise<any>
    /** @effect cache-write */
    xAck(...args: any[]): Promise<any>
    /** @effect cache-write */
    eval(...args: any[]): Promise<any>
    /** @effect cache-write */
    evalSha(...args: any[]): Promise<any>
    /** @effect cache-delete */
    del(...args: any[]): Promise<number>
    /** @effect cache-delete */
    unlink(...args: any[]): Promise<number>
    /** @effect cache-delete */
    getDel(...args: any[]): Promise<string>
    /** @effect cache-delete */
    hDel(...args: any[]): Promise<number>
    /** @effect cache-delete */
    lRem(...args: any[]): Promise<any>
    /** @effect cache-delete */
    sRem(...args: any[]): Promise<number>
    /** @effect cache-delete */
    zRem(...args: any[]): Promise<any>
    /** @effect cache-delete */
    zRemRangeByScore(...args: any[]): Promise<any>
    /** @effect cache-delete */
    zRemRangeByRank(...args: any[]): Promise<any>
    /** @effect cache-delete */
    xDel(...args: any[]): Promise<any>
    /** @effect cache-delete */
    xTrim(...args: any[]): Promise<any>
    /** @effect cache-delete */
    flushAll(...args: any[]): Promise<'OK'>
    /** @effect cache-delete */
    flushDb(...args: any[]): Promise<'OK'>
    /** @effect publish */
    publish(...args: any[]): Promise<number>
    /** @effect publish */
    sPublish(...args: any[]): Promise<any>
    /** @effect publish */
    xAdd(...args: any[]): Promise<any>
    /** @effect cache-read */
    mget(...args: any[]): any
    /** @effect cache-read */
    hget(...args: any[]): any
    /** @effect cache-read */
    hmget(...args: any[]): any
    /** @effect cache-read */
    hgetall(...args: any[]): any
    /** @effect cache-read */
    hkeys(...args: any[]): any
    /** @effect cache-read */
    lrange(...args: any[]): any
    /** @effect cache-read */
    smembers(...args: any[]): any
    /** @effect cache-read */
    sismember(...args: any[]): any
    /** @effect cache-read */
    zrange(...args: any[]): any
    /** @effect cache-write */
    setex(...args: any[]): any
    /** @effect cache-write */
    setnx(...args: any[]): any
    /** @effect cache-write */
    mset(...args: any[]): any
    /** @effect cache-write */
    incrby(...args: any[]): any
    /** @effect cache-write */
    hset(...args: any[]): any
    /** @effect cache-write */
    hmset(...args: any[]): any
    /** @effect cache-write */
    hincrby(...args: any[]): any
    /** @effect cache-write */
    lpush(...args: any[]): any
    /** @effect cache-write */
    rpush(...args: any[]): any
    /** @effect cache-write */
    lpop(...args: any[]): any
    /** @effect cache-write */
    rpop(...args: any[]): any
    /** @effect cache-write */
    sadd(...args: any[]): any
    /** @effect cache-write */
    zadd(...args: any[]): any
    /** @effect cache-delete */
    hdel(...args: any[]): any
    /** @effect cache-delete */
    srem(...args: any[]): any
    /** @effect cache-delete */
    zrem(...args: any[]): any
    /** @effect cache-delete */
    flushall(...args: any[]): any
    /** @effect cache-delete */
    flushdb(...args: any[]): any
  }
  interface RedisClientMultiCommandType {
    /** @effect cache-write */
    exec(execAsPipeline?: any): Promise<any[]>
    /** @effect cache-write */
    execAsPipeline(): Promise<any[]>
    get(...args: any[]): RedisClientMultiCommandType
    mGet(...args: any[]): RedisClientMultiCommandType
    getRange(...args: any[]): RedisClientMultiCommandType
    strLen(...args: any[]): RedisClientMultiCommandType
    exists(...args: any[]): RedisClientMultiCommandType
    ttl(...args: any[]): RedisClientMultiCommandType
    pTTL(...args: any[]): RedisClientMultiCommandType
    type(...args: any[]): RedisClientMultiCommandType
    keys(...args: any[]): RedisClientMultiCommandType
    scan(...args: any[]): RedisClientMultiCommandType
    hGet(...args: any[]): RedisClientMultiCommandType
    hmGet(...args: any[]): RedisClientMultiCommandType
    hGetAll(...args: any[]): RedisClientMultiCommandType
    hKeys(...args: any[]): RedisClientMultiCommandType
    hVals(...args: any[]): RedisClientMultiCommandType
    hLen(...args: any[]): RedisClientMultiCommandType
    hExists(...args: any[]): RedisClientMultiCommandType
    hScan(...args: any[]): RedisClientMultiCommandType
    lRange(...args: any[]): RedisClientMultiCommandType
    lIndex(...args: any[]): RedisClientMultiCommandType
    lLen(...args: any[]): RedisClientMultiCommandType
    sMembers(...args: any[]): RedisClientMultiCommandType
    sIsMember(...args: any[]): RedisClientMultiCommandType
    smIsMember(...args: any[]): RedisClientMultiCommandType
    sCard(...args: any[]): RedisClientMultiCommandType
    sScan(...args: any[]): RedisClientMultiCommandType
    zRange(...args: any[]): RedisClientMultiCommandType
    zRangeWithScores(...args: any[]): RedisClientMultiCommandType
    zRangeByScore(...args: any[]): RedisClientMultiCommandType
    zScore(...args: any[]): RedisClientMultiCommandType
    zCard(...args: any[]): RedisClientMultiCommandType
    zCount(...args: any[]): RedisClientMultiCommandType
    zRank(...args: any[]): RedisClientMultiCommandType
    zRevRank(...args: any[]): RedisClientMultiCommandType
    zScan(...args: any[]): RedisClientMultiCommandType
    bitCount(...args: any[]): RedisClientMultiCommandType
    pfCount(...args: any[]): RedisClientMultiCommandType
    xLen(...args: any[]): RedisClientMultiCommandType
    xRange(...args: any[]): RedisClientMultiCommandType
    xRevRange(...args: any[]): RedisClientMultiCommandType
    xRead(...args: any[]): RedisClientMultiCommandType
    xReadGroup(...args: any[]): RedisClientMultiCommandType
    randomKey(...args: any[]): RedisClientMultiCommandType
    dbSize(...args: any[]): RedisClientMultiCommandType
    set(...args: any[]): RedisClientMultiCommandType
    setEx(...args: any[]): RedisClientMultiCommandType
    pSetEx(...args: any[]): RedisClientMultiCommandType
    setNX(...args: any[]): RedisClientMultiCommandType
    mSet(...args: any[]): RedisClientMultiCommandType
    mSetNX(...args: any[]): RedisClientMultiCommandType
    append(...args: any[]): RedisClientMultiCommandType
    getSet(...args: any[]): RedisClientMultiCommandType
    getEx(...args: any[]): RedisClientMultiCommandType
    incr(...args: any[]): RedisClientMultiCommandType
    incrBy(...args: any[]): RedisClientMultiCommandType
    incrByFloat(...args: any[]): RedisClientMultiCommandType
    decr(...args: any[]): RedisClientMultiCommandType
    decrBy(...args: any[]): RedisClientMultiCommandType
    expire(...args: any[]): RedisClientMultiCommandType
    pExpire(...args: any[]): RedisClientMultiCommandType
    expireAt(...args: any[]): RedisClientMultiCommandType
    persist(...args: any[]): RedisClientMultiCommandType
    rename(...args: any[]): RedisClientMultiCommandType
    hSet(...args: any[]): RedisClientMultiCommandType
    hSetNX(...args: any[]): RedisClientMultiCommandType
    hIncrBy(...args: any[]): RedisClientMultiCommandType
    hIncrByFloat(...args: any[]): RedisClientMultiCommandType
    lPush(...args: any[]): RedisClientMultiCommandType
    rPush(...args: any[]): RedisClientMultiCommandType
    lPushX(...args: any[]): RedisClientMultiCommandType
    rPushX(...args: any[]): RedisClientMultiCommandType
    lPop(...args: any[]): RedisClientMultiCommandType
    rPop(...args: any[]): RedisClientMultiCommandType
    rPopLPush(...args: any[]): RedisClientMultiCommandType
    lMove(...args: any[]): RedisClientMultiCommandType
    lSet(...args: any[]): RedisClientMultiCommandType
    lTrim(...args: any[]): RedisClientMultiCommandType
    blPop(...args: any[]): RedisClientMultiCommandType
    brPop(...args: any[]): RedisClientMultiCommandType
    sAdd(...args: any[]): RedisClientMultiCommandType
    sPop(...args: any[]): RedisClientMultiCommandType
    sMove(...args: any[]): RedisClientMultiCommandType
    zAdd(...args: any[]): RedisClientMultiCommandType
    zIncrBy(...args: any[]): RedisClientMultiCommandType
    zPopMin(...args: any[]): RedisClientMultiCommandType
    zPopMax(...args: any[]): RedisClientMultiCommandType
    setBit(...args: any[]): RedisClientMultiCommandType
    pfAdd(...args: any[]): RedisClientMultiCommandType
    xAck(...args: any[]): RedisClientMultiCommandType
    eval(...args: any[]): RedisClientMultiCommandType
    evalSha(...args: any[]): RedisClientMultiCommandType
    del(...args: any[]): RedisClientMultiCommandType
    unlink(...args: any[]): RedisClientMultiCommandType
    getDel(...args: any[]): RedisClientMultiCommandType
    hDel(...args: any[]): RedisClientMultiCommandType
    lRem(...args: any[]): RedisClientMultiCommandType
    sRem(...args: any[]): RedisClientMultiCommandType
    zRem(...args: any[]): RedisClientMultiCommandType
    zRemRangeByScore(...args: any[]): RedisClientMultiCommandType
    zRemRangeByRank(...args: any[]): RedisClientMultiCommandType
    xDel(...args: any[]): RedisClientMultiCommandType
    xTrim(...args: any[]): RedisClientMultiCommandType
    flushAll(...args: any[]): RedisClientMultiCommandType
    flushDb(...args: any[]): RedisClientMultiCommandType
    publish(...args: any[]): RedisClientMultiCommandType
    sPublish(...args: any[]): RedisClientMultiCommandType
    xAdd(...args: any[]): RedisClientMultiCommandType
  }
  export type RedisClusterType<M = any, F = any, S = any, T4 = any, T5 = any> = RedisClientType
  export function createClient(options?: RedisClientOptions, ...rest: any[]): RedisClientType
  export function createCluster(options: any): RedisClusterType
  export function createClientPool(clientOptions?: RedisClientOptions, options?: any): RedisClientType
}

declare module '@redis/client' {
  export * from 'redis'
}
