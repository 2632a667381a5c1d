/* ioredis: a command is a round trip; commands of a pipeline are sent together by `exec`. */

declare module 'ioredis' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'

  /** @connection */
  class IORedis extends EventEmitter {
    constructor(port?: number | string | IORedis.RedisOptions, host?: string | IORedis.RedisOptions, options?: IORedis.RedisOptions)
    readonly options: IORedis.RedisOptions
    status: string
    connect(callback?: any): Promise<void>
    disconnect(reconnect?: boolean): void
    quit(callback?: any): Promise<'OK'>
    duplicate(override?: Partial<IORedis.RedisOptions>): IORedis
    /** Commands on it are collected; `exec` sends them. */
    pipeline(commands?: any[][]): IORedis.ChainableCommander
    multi(options?: any): IORedis.ChainableCommander
    defineCommand(name: string, definition: { lua: string; numberOfKeys?: number }): void
    subscribe(...channels: any[]): Promise<unknown>
    psubscribe(...patterns: any[]): Promise<unknown>
    unsubscribe(...channels: any[]): Promise<unknown>
    ping(message?: any): Promise<any>
    watch(...keys: any[]): Promise<'OK'>
    unwatch(): Promise<'OK'>
    /** @effect cache-write */
    call(command: string, ...args: any[]): Promise<unknown>
    /** @effect cache-read */
    scanStream(options?: any): Readable
    /** @effect cache-read */
    hscanStream(key: string, options?: any): Readable
    /** @effect cache-read */
    sscanStream(key: string, options?: any): Readable
    /** @effect cache-read */
    zscanStream(key: string, options?: any): Readable
    /** @effect cache-read */
    get(...args: any[]): Promise<string>
    /** @effect cache-read */
    getBuffer(...args: any[]): Promise<Buffer>
    /** @effect cache-read */
    mget(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    getrange(...args: any[]): Promise<any>
    /** @effect cache-read */
    strlen(...args: any[]): Promise<any>
    /** @effect cache-read */
    exists(...args: any[]): Promise<number>
    /** @effect cache-read */
    ttl(...args: any[]): Promise<number>
    /** @effect cache-read */
    pttl(...args: any[]): Promise<number>
    /** @effect cache-read */
    type(...args: any[]): Promise<string>
    /** @effect cache-read */
    keys(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    scan(...args: any[]): Promise<any>
    /** @effect cache-read */
    hget(...args: any[]): Promise<string>
    /** @effect cache-read */
    hmget(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hgetall(...args: any[]): Promise<{ [field: string]: string }>
    /** @effect cache-read */
    hkeys(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hvals(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    hlen(...args: any[]): Promise<number>
    /** @effect cache-read */
    hexists(...args: any[]): Promise<any>
    /** @effect cache-read */
    hscan(...args: any[]): Promise<any>
    /** @effect cache-read */
    lrange(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    lindex(...args: any[]): Promise<string>
    /** @effect cache-read */
    llen(...args: any[]): Promise<number>
    /** @effect cache-read */
    smembers(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    sismember(...args: any[]): Promise<number>
    /** @effect cache-read */
    smismember(...args: any[]): Promise<any>
    /** @effect cache-read */
    scard(...args: any[]): Promise<number>
    /** @effect cache-read */
    sscan(...args: any[]): Promise<any>
    /** @effect cache-read */
    zrange(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zrevrange(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zrangebyscore(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zrevrangebyscore(...args: any[]): Promise<string[]>
    /** @effect cache-read */
    zscore(...args: any[]): Promise<any>
    /** @effect cache-read */
    zmscore(...args: any[]): Promise<any>
    /** @effect cache-read */
    zcard(...args: any[]): Promise<number>
    /** @effect cache-read */
    zcount(...args: any[]): Promise<number>
    /** @effect cache-read */
    zrank(...args: any[]): Promise<any>
    /** @effect cache-read */
    zrevrank(...args: any[]): Promise<any>
    /** @effect cache-read */
    zscan(...args: any[]): Promise<any>
    /** @effect cache-read */
    bitcount(...args: any[]): Promise<any>
    /** @effect cache-read */
    pfcount(...args: any[]): Promise<any>
    /** @effect cache-read */
    xlen(...args: any[]): Promise<any>
    /** @effect cache-read */
    xrange(...args: any[]): Promise<any>
    /** @effect cache-read */
    xrevrange(...args: any[]): Promise<any>
    /** @effect cache-read */
    xread(...args: any[]): Promise<any>
    /** @effect cache-read */
    xreadgroup(...args: any[]): Promise<any>
    /** @effect cache-read */
    xinfo(...args: any[]): Promise<any>
    /** @effect cache-read */
    randomkey(...args: any[]): Promise<string>
    /** @effect cache-read */
    dbsize(...args: any[]): Promise<number>
    /** @effect cache-write */
    set(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    setex(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    psetex(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    setnx(...args: any[]): Promise<number>
    /** @effect cache-write */
    mset(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    msetnx(...args: any[]): Promise<any>
    /** @effect cache-write */
    append(...args: any[]): Promise<any>
    /** @effect cache-write */
    getset(...args: any[]): Promise<string>
    /** @effect cache-write */
    getex(...args: any[]): Promise<string>
    /** @effect cache-write */
    incr(...args: any[]): Promise<number>
    /** @effect cache-write */
    incrby(...args: any[]): Promise<number>
    /** @effect cache-write */
    incrbyfloat(...args: any[]): Promise<any>
    /** @effect cache-write */
    decr(...args: any[]): Promise<number>
    /** @effect cache-write */
    decrby(...args: any[]): Promise<number>
    /** @effect cache-write */
    expire(...args: any[]): Promise<number>
    /** @effect cache-write */
    pexpire(...args: any[]): Promise<any>
    /** @effect cache-write */
    expireat(...args: any[]): Promise<any>
    /** @effect cache-write */
    pexpireat(...args: any[]): Promise<any>
    /** @effect cache-write */
    persist(...args: any[]): Promise<any>
    /** @effect cache-write */
    rename(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    hset(...args: any[]): Promise<number>
    /** @effect cache-write */
    hmset(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    hsetnx(...args: any[]): Promise<any>
    /** @effect cache-write */
    hincrby(...args: any[]): Promise<any>
    /** @effect cache-write */
    hincrbyfloat(...args: any[]): Promise<any>
    /** @effect cache-write */
    lpush(...args: any[]): Promise<number>
    /** @effect cache-write */
    rpush(...args: any[]): Promise<number>
    /** @effect cache-write */
    lpushx(...args: any[]): Promise<any>
    /** @effect cache-write */
    rpushx(...args: any[]): Promise<any>
    /** @effect cache-write */
    lpop(...args: any[]): Promise<string>
    /** @effect cache-write */
    rpop(...args: any[]): Promise<string>
    /** @effect cache-write */
    rpoplpush(...args: any[]): Promise<any>
    /** @effect cache-write */
    lmove(...args: any[]): Promise<any>
    /** @effect cache-write */
    lset(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    ltrim(...args: any[]): Promise<'OK'>
    /** @effect cache-write */
    blpop(...args: any[]): Promise<any>
    /** @effect cache-write */
    brpop(...args: any[]): Promise<any>
    /** @effect cache-write */
    sadd(...args: any[]): Promise<number>
    /** @effect cache-write */
    spop(...args: any[]): Promise<any>
    /** @effect cache-write */
    smove(...args: any[]): Promise<any>
    /** @effect cache-write */
    zadd(...args: any[]): Promise<any>
    /** @effect cache-write */
    zincrby(...args: any[]): Promise<any>
    /** @effect cache-write */
    zpopmin(...args: any[]): Promise<any>
    /** @effect cache-write */
    zpopmax(...args: any[]): Promise<any>
    /** @effect cache-write */
    bzpopmin(...args: any[]): Promise<any>
    /** @effect cache-write */
    bzpopmax(...args: any[]): Promise<any>
    /** @effect cache-write */
    setbit(...args: any[]): Promise<any>
    /** @effect cache-write */
    pfadd(...args: any[]): Promise<any>
    /** @effect cache-write */
    xack(...args: any[]): Promise<any>
    /** @effect cache-write */
    xgroup(...args: any[]): Promise<any>
    /** @effect cache-write */
    eval(...args: any[]): Promise<any>
    /** @effect cache-write */
    evalsha(...args: any[]): Promise<any>
    /** @effect cache-delete */
    del(...args: any[]): Promise<number>
    /** @effect cache-delete */
    unlink(...args: any[]): Promise<number>
    /** @effect cache-delete */
    getdel(...args: any[]): Promise<string>
    /** @effect cache-delete */
    hdel(...args: any[]): Promise<number>
    /** @effect cache-delete */
    lrem(...args: any[]): Promise<any>
    /** @effect cache-delete */
    srem(...args: any[]): Promise<number>
    /** @effect cache-delete */
    zrem(...args: any[]): Promise<any>
    /** @effect cache-delete */
    zremrangebyscore(...args: any[]): Promise<any>
    /** @effect cache-delete */
    zremrangebyrank(...args: any[]): Promise<any>
    /** @effect cache-delete */
    xdel(...args: any[]): Promise<any>
    /** @effect cache-delete */
    xtrim(...args: any[]): Promise<any>
    /** @effect cache-delete */
    flushall(...args: any[]): Promise<'OK'>
    /** @effect cache-delete */
    flushdb(...args: any[]): Promise<'OK'>
    /** @effect publish */
    publish(...args: any[]): Promise<number>
    /** @effect publish */
    spublish(...args: any[]): Promise<any>
    /** @effect publish */
    xadd(...args: any[]): Promise<any>
  }
  namespace IORedis {
    export interface RedisOptions {
      host?: string
      port?: number
      password?: string
      keyPrefix?: string
      [option: string]: any
    }
    export type RedisKey = string | Buffer
    export type RedisValue = string | Buffer | number
    export interface ClusterOptions {
      redisOptions?: RedisOptions
      [option: string]: any
    }
    export interface ClusterNode {
      host?: string
      port?: number
    }
    export interface ChainableCommander<T1 = any> {
      length: number
      /** @effect cache-write */
      exec(callback?: any): Promise<[error: Error, result: any][]>
      get(...args: any[]): ChainableCommander
      getBuffer(...args: any[]): ChainableCommander
      mget(...args: any[]): ChainableCommander
      getrange(...args: any[]): ChainableCommander
      strlen(...args: any[]): ChainableCommander
      exists(...args: any[]): ChainableCommander
      ttl(...args: any[]): ChainableCommander
      pttl(...args: any[]): ChainableCommander
      type(...args: any[]): ChainableCommander
      keys(...args: any[]): ChainableCommander
      scan(...args: any[]): ChainableCommander
      hget(...args: any[]): ChainableCommander
      hmget(...args: any[]): ChainableCommander
      hgetall(...args: any[]): ChainableCommander
      hkeys(...args: any[]): ChainableCommander
      hvals(...args: any[]): ChainableCommander
      hlen(...args: any[]): ChainableCommander
      hexists(...args: any[]): ChainableCommander
      hscan(...args: any[]): ChainableCommander
      lrange(...args: any[]): ChainableCommander
      lindex(...args: any[]): ChainableCommander
      llen(...args: any[]): ChainableCommander
      smembers(...args: any[]): ChainableCommander
      sismember(...args: any[]): ChainableCommander
      smismember(...args: any[]): ChainableCommander
      scard(...args: any[]): ChainableCommander
      sscan(...args: any[]): ChainableCommander
      zrange(...args: any[]): ChainableCommander
      zrevrange(...args: any[]): ChainableCommander
      zrangebyscore(...args: any[]): ChainableCommander
      zrevrangebyscore(...args: any[]): ChainableCommander
      zscore(...args: any[]): ChainableCommander
      zmscore(...args: any[]): ChainableCommander
      zcard(...args: any[]): ChainableCommander
      zcount(...args: any[]): ChainableCommander
      zrank(...args: any[]): ChainableCommander
      zrevrank(...args: any[]): ChainableCommander
      zscan(...args: any[]): ChainableCommander
      bitcount(...args: any[]): ChainableCommander
      pfcount(...args: any[]): ChainableCommander
      xlen(...args: any[]): ChainableCommander
      xrange(...args: any[]): ChainableCommander
      xrevrange(...args: any[]): ChainableCommander
      xread(...args: any[]): ChainableCommander
      xreadgroup(...args: any[]): ChainableCommander
      xinfo(...args: any[]): ChainableCommander
      randomkey(...args: any[]): ChainableCommander
      dbsize(...args: any[]): ChainableCommander
      set(...args: any[]): ChainableCommander
      setex(...args: any[]): ChainableCommander
      psetex(...args: any[]): ChainableCommander
      setnx(...args: any[]): ChainableCommander
      mset(...args: any[]): ChainableCommander
      msetnx(...args: any[]): ChainableCommander
      append(...args: any[]): ChainableCommander
      getset(...args: any[]): ChainableCommander
      getex(...args: any[]): ChainableCommander
      incr(...args: any[]): ChainableCommander
      incrby(...args: any[]): ChainableCommander
      incrbyfloat(...args: any[]): ChainableCommander
      decr(...args: any[]): ChainableCommander
      decrby(...args: any[]): ChainableCommander
      expire(...args: any[]): ChainableCommander
      pexpire(...args: any[]): ChainableCommander
      expireat(...args: any[]): ChainableCommander
      pexpireat(...args: any[]): ChainableCommander
      persist(...args: any[]): ChainableCommander
      rename(...args: any[]): ChainableCommander
      hset(...args: any[]): ChainableCommander
      hmset(...args: any[]): ChainableCommander
      hsetnx(...args: any[]): ChainableCommander
      hincrby(...args: any[]): ChainableCommander
      hincrbyfloat(...args: any[]): ChainableCommander
      lpush(...args: any[]): ChainableCommander
      rpush(...args: any[]): ChainableCommander
      lpushx(...args: any[]): ChainableCommander
      rpushx(...args: any[]): ChainableCommander
      lpop(...args: any[]): ChainableCommander
      rpop(...args: any[]): ChainableCommander
      rpoplpush(...args: any[]): ChainableCommander
      lmove(...args: any[]): ChainableCommander
      lset(...args: any[]): ChainableCommander
      ltrim(...args: any[]): ChainableCommander
      blpop(...args: any[]): ChainableCommander
      brpop(...args: any[]): ChainableCommander
      sadd(...args: any[]): ChainableCommander
      spop(...args: any[]): ChainableCommander
      smove(...args: any[]): ChainableCommander
      zadd(...args: any[]): ChainableCommander
      zincrby(...args: any[]): ChainableCommander
      zpopmin(...args: any[]): ChainableCommander
      zpopmax(...args: any[]): ChainableCommander
      bzpopmin(...args: any[]): ChainableCommander
      bzpopmax(...args: any[]): ChainableCommander
      setbit(...args: any[]): ChainableCommander
      pfadd(...args: any[]): ChainableCommander
      xack(...args: any[]): ChainableCommander
      xgroup(...args: any[]): ChainableCommander
      eval(...args: any[]): ChainableCommander
      evalsha(...args: any[]): ChainableCommander
      del(...args: any[]): ChainableCommander
      unlink(...args: any[]): ChainableCommander
      getdel(...args: any[]): ChainableCommander
      hdel(...args: any[]): ChainableCommander
      lrem(...args: any[]): ChainableCommander
      srem(...args: any[]): ChainableCommander
      zrem(...args: any[]): ChainableCommander
      zremrangebyscore(...args: any[]): ChainableCommander
      zremrangebyrank(...args: any[]): ChainableCommander
      xdel(...args: any[]): ChainableCommander
      xtrim(...args: any[]): ChainableCommander
      flushall(...args: any[]): ChainableCommander
      flushdb(...args: any[]): ChainableCommander
      publish(...args: any[]): ChainableCommander
      spublish(...args: any[]): ChainableCommander
      xadd(...args: any[]): ChainableCommander
    }
    export type Pipeline = ChainableCommander
    export class Cluster<T1 = any> extends IORedis {
      constructor(startupNodes: readonly (ClusterNode | string | number)[], options?: ClusterOptions)
      nodes(role?: string): IORedis[]
    }
    export { IORedis as Redis }
  }
  export = IORedis
}
