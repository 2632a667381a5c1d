/* @upstash/redis: a command is a request over HTTP; commands of a pipeline are sent together by `exec`. */

declare module '@upstash/redis' {
  /** @connection */
  export class Redis {
    constructor(client: any, options?: any)
    static fromEnv(config?: any): Redis
    /** Commands on it are collected; `exec` sends them. */
    pipeline(): any
    multi(): any
    /** @effect cache-read */
    get<T = any>(key: string): Promise<T>
    /** @effect cache-read */
    mget<T = any>(...keys: any[]): Promise<T>
    /** @effect cache-read */
    exists(...keys: string[]): Promise<number>
    /** @effect cache-read */
    ttl(key: string): Promise<number>
    /** @effect cache-read */
    keys(pattern: string): Promise<string[]>
    /** @effect cache-read */
    scan(cursor: string | number, options?: any): Promise<any>
    /** @effect cache-read */
    hget<T = any>(key: string, field: string): Promise<T>
    /** @effect cache-read */
    hmget<T = any>(key: string, ...fields: string[]): Promise<T>
    /** @effect cache-read */
    hgetall<T = any>(key: string): Promise<T>
    /** @effect cache-read */
    hexists(key: string, field: string): Promise<number>
    /** @effect cache-read */
    lrange<T = any>(key: string, start: number, end: number): Promise<T[]>
    /** @effect cache-read */
    llen(key: string): Promise<number>
    /** @effect cache-read */
    smembers<T = any>(key: string): Promise<T>
    /** @effect cache-read */
    sismember(key: string, member: any): Promise<number>
    /** @effect cache-read */
    scard(key: string): Promise<number>
    /** @effect cache-read */
    zrange<T = any>(key: string, min: any, max: any, options?: any): Promise<T>
    /** @effect cache-read */
    zscore(key: string, member: any): Promise<number>
    /** @effect cache-read */
    zcard(key: string): Promise<number>
    /** @effect cache-read */
    zcount(key: string, min: any, max: any): Promise<number>
    /** @effect cache-write */
    set(key: string, value: any, options?: any): Promise<any>
    /** @effect cache-write */
    setnx(key: string, value: any): Promise<number>
    /** @effect cache-write */
    setex(key: string, ttl: number, value: any): Promise<any>
    /** @effect cache-write */
    mset(values: any): Promise<any>
    /** @effect cache-write */
    getset<T = any>(key: string, value: any): Promise<T>
    /** @effect cache-write */
    incr(key: string): Promise<number>
    /** @effect cache-write */
    incrby(key: string, value: number): Promise<number>
    /** @effect cache-write */
    decr(key: string): Promise<number>
    /** @effect cache-write */
    decrby(key: string, value: number): Promise<number>
    /** @effect cache-write */
    expire(key: string, seconds: number, option?: any): Promise<any>
    /** @effect cache-write */
    persist(key: string): Promise<any>
    /** @effect cache-write */
    hset(key: string, values: any): Promise<number>
    /** @effect cache-write */
    hsetnx(key: string, field: string, value: any): Promise<any>
    /** @effect cache-write */
    hincrby(key: string, field: string, increment: number): Promise<number>
    /** @effect cache-write */
    lpush(key: string, ...elements: any[]): Promise<number>
    /** @effect cache-write */
    rpush(key: string, ...elements: any[]): Promise<number>
    /** @effect cache-write */
    lpop<T = any>(key: string, count?: number): Promise<T>
    /** @effect cache-write */
    rpop<T = any>(key: string, count?: number): Promise<T>
    /** @effect cache-write */
    sadd(key: string, ...members: any[]): Promise<number>
    /** @effect cache-write */
    zadd(key: string, ...members: any[]): Promise<any>
    /** @effect cache-write */
    zincrby(key: string, increment: number, member: any): Promise<number>
    /** @effect cache-write */
    eval(script: string, keys: string[], args: any[]): Promise<any>
    /** @effect cache-delete */
    del(...keys: string[]): Promise<number>
    /** @effect cache-delete */
    unlink(...keys: string[]): Promise<number>
    /** @effect cache-delete */
    getdel<T = any>(key: string): Promise<T>
    /** @effect cache-delete */
    hdel(key: string, ...fields: string[]): Promise<any>
    /** @effect cache-delete */
    srem(key: string, ...members: any[]): Promise<number>
    /** @effect cache-delete */
    zrem(key: string, ...members: any[]): Promise<any>
    /** @effect publish */
    publish(channel: string, message: any): Promise<number>
  }
}
