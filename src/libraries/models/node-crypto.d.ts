/*
 * Cryptography and compression of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

declare module 'crypto' {
  import { Transform, Writable } from 'stream'
  export type BinaryLike = string | NodeJS.ArrayBufferView
  export class Hash extends Transform {
    /** @returns this */
    copy(options?: any): Hash
    /** @returns this */
    update(data: any, encoding?: any): Hash
    digest(): Buffer
    digest(encoding: string): string
  }
  export class Hmac extends Transform {
    /** @returns this */
    update(data: any, encoding?: any): Hmac
    digest(): Buffer
    digest(encoding: string): string
  }
  export class KeyObject {
    type: string
    asymmetricKeyType?: string
    symmetricKeySize?: number
    export(options?: any): any
    equals(other: KeyObject): boolean
  }
  export class Cipher extends Transform {
    update(data: any, inputEncoding?: any, outputEncoding?: any): any
    final(outputEncoding?: any): any
    setAutoPadding(auto?: boolean): this
  }
  export class Cipheriv extends Cipher {
    getAuthTag(): Buffer
    setAAD(buffer: any, options?: any): this
  }
  export interface CipherGCM extends Cipheriv {}
  export class Decipher extends Transform {
    update(data: any, inputEncoding?: any, outputEncoding?: any): any
    final(outputEncoding?: any): any
    setAutoPadding(auto?: boolean): this
  }
  export class Decipheriv extends Decipher {
    setAuthTag(tag: any, encoding?: any): this
    setAAD(buffer: any, options?: any): this
  }
  export interface DecipherGCM extends Decipheriv {}
  export class Sign extends Writable {
    /** @returns this */
    update(data: any, encoding?: any): this
    sign(key: any): Buffer
    sign(key: any, format: string): string
  }
  export class Verify extends Writable {
    /** @returns this */
    update(data: any, encoding?: any): Verify
    verify(key: any, signature: any, format?: any): boolean
  }
  export class X509Certificate {
    constructor(buffer: any)
    readonly subject: string
    readonly issuer: string
    readonly fingerprint256: string
    readonly publicKey: KeyObject
    readonly validTo: string
    verify(key: KeyObject): boolean
  }
  export class ECDH {
    computeSecret(key: any, ...encodings: any[]): any
    generateKeys(...args: any[]): any
    getPublicKey(...args: any[]): any
    getPrivateKey(...args: any[]): any
    setPrivateKey(key: any, encoding?: any): void
  }
  export function createHash(algorithm: string, options?: any): Hash
  export function createHmac(algorithm: string, key: any, options?: any): Hmac
  export function createCipheriv(algorithm: string, key: any, iv: any, options?: any): Cipheriv
  export function createDecipheriv(algorithm: string, key: any, iv: any, options?: any): Decipheriv
  export function createSign(algorithm: string, options?: any): Sign
  export function createVerify(algorithm: string, options?: any): Verify
  export function createPrivateKey(key: any): KeyObject
  export function createPublicKey(key: any): KeyObject
  export function createSecretKey(key: any, encoding?: any): KeyObject
  export function createECDH(curve: string): ECDH
  export function sign(algorithm: any, data: any, key: any): Buffer
  export function verify(algorithm: any, data: any, key: any, signature: any): boolean
  export function publicEncrypt(key: any, buffer: any): Buffer
  export function publicDecrypt(key: any, buffer: any): Buffer
  export function privateEncrypt(key: any, buffer: any): Buffer
  export function privateDecrypt(key: any, buffer: any): Buffer
  /** @effect cpu @credential hash */
  export function pbkdf2(
    password: BinaryLike,
    salt: BinaryLike,
    iterations: number,
    length: number,
    digest: string,
    callback: (err: Error, key: Buffer) => void,
  ): void
  /** @effect cpu sync @credential hash @async pbkdf2 promisified */
  export function pbkdf2Sync(password: BinaryLike, salt: BinaryLike, iterations: number, length: number, digest: string): Buffer
  /** @effect cpu @credential hash */
  export function scrypt(password: BinaryLike, salt: BinaryLike, length: number, callback: (err: Error, key: Buffer) => void): void
  /** @effect cpu @credential hash */
  export function scrypt(
    password: BinaryLike,
    salt: BinaryLike,
    length: number,
    options: any,
    callback: (err: Error, key: Buffer) => void,
  ): void
  /** @effect cpu sync @credential hash @async scrypt promisified */
  export function scryptSync(password: BinaryLike, salt: BinaryLike, length: number, options?: any): Buffer
  export function hkdf(
    digest: string,
    key: any,
    salt: any,
    info: any,
    length: number,
    callback: (err: Error, key: ArrayBuffer) => void,
  ): void
  export function hkdfSync(digest: string, key: any, salt: any, info: any, length: number): ArrayBuffer
  /** @effect cpu */
  export function generateKeyPair(type: string, options: any, callback: (err: Error, publicKey: any, privateKey: any) => void): void
  /** @effect cpu sync @async generateKeyPair promisified */
  export function generateKeyPairSync(type: string, options?: any): { publicKey: any; privateKey: any }
  /** @effect cpu sync @async generatePrime promisified */
  export function generatePrimeSync(size: number, options?: any): any
  export function generateKeySync(type: string, options: any): KeyObject
  export function randomBytes(size: number): Buffer
  export function randomBytes(size: number, callback: (err: Error, buffer: Buffer) => void): void
  /** @bounded */
  export function randomInt(min: number, max?: any, callback?: (err: Error, value: number) => void): number
  export function randomUUID(options?: any): `${string}-${string}-${string}-${string}-${string}`
  /** @returns 0 */
  export function randomFillSync<T>(buffer: T, offset?: number, size?: number): T
  /** @returns 0 */
  export function getRandomValues<T>(typedArray: T): T
  export function timingSafeEqual(a: NodeJS.ArrayBufferView, b: NodeJS.ArrayBufferView): boolean
  export function getHashes(): string[]
  export function getCiphers(): string[]
  export function hash(algorithm: string, data: any, encoding?: any): string
  export const webcrypto: Crypto
  export const subtle: SubtleCrypto
  export const constants: any
}
declare module 'zlib' {
  import { Transform } from 'stream'
  export interface ZlibOptions {
    [option: string]: any
  }
  export type InputType = string | ArrayBuffer | NodeJS.ArrayBufferView
  type Done = (error: Error, result: Buffer) => void
  export interface Gzip extends Transform {}
  export interface Gunzip extends Transform {}
  export interface Deflate extends Transform {}
  export interface Inflate extends Transform {}
  export interface Unzip extends Transform {}
  export interface BrotliCompress extends Transform {}
  export interface BrotliDecompress extends Transform {}
  export function createGzip(options?: ZlibOptions): Gzip
  export function createGunzip(options?: ZlibOptions): Gunzip
  export function createDeflate(options?: ZlibOptions): Deflate
  export function createInflate(options?: ZlibOptions): Inflate
  export function createUnzip(options?: ZlibOptions): Unzip
  export function createBrotliCompress(options?: any): BrotliCompress
  export function createBrotliDecompress(options?: any): BrotliDecompress
  /** @effect cpu */
  export function gzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function gzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async gzip promisified @propagates 0 */
  export function gzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function gunzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function gunzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async gunzip promisified @propagates 0 */
  export function gunzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function deflate(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function deflate(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async deflate promisified @propagates 0 */
  export function deflateSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu sync @async deflateRaw promisified @propagates 0 */
  export function deflateRawSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function inflate(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function inflate(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async inflate promisified @propagates 0 */
  export function inflateSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu sync @async inflateRaw promisified @propagates 0 */
  export function inflateRawSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function unzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function unzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async unzip promisified @propagates 0 */
  export function unzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function brotliCompress(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function brotliCompress(buffer: InputType, options: any, callback: Done): void
  /** @effect cpu sync @async brotliCompress promisified @propagates 0 */
  export function brotliCompressSync(buffer: InputType, options?: any): Buffer
  /** @effect cpu */
  export function brotliDecompress(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function brotliDecompress(buffer: InputType, options: any, callback: Done): void
  /** @effect cpu sync @async brotliDecompress promisified @propagates 0 */
  export function brotliDecompressSync(buffer: InputType, options?: any): Buffer
  export const constants: any
}

declare module 'node:crypto' {
  export * from 'crypto'
}
declare module 'node:zlib' {
  export * from 'zlib'
}
