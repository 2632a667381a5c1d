/* jsonwebtoken, and the service of NestJS on top of it. */

declare module 'jsonwebtoken' {
  export class JsonWebTokenError extends Error {
    inner: Error
  }
  export class TokenExpiredError extends JsonWebTokenError {
    expiredAt: Date
  }
  export class NotBeforeError extends JsonWebTokenError {
    date: Date
  }
  export interface SignOptions {
    algorithm?: string
    expiresIn?: any
    subject?: string
    issuer?: string
    audience?: any
    jwtid?: string
    keyid?: string
    header?: any
    noTimestamp?: boolean
  }
  export interface VerifyOptions {
    algorithms?: string[]
    audience?: any
    complete?: boolean
    issuer?: any
    ignoreExpiration?: boolean
    maxAge?: any
    subject?: string
  }
  export interface JwtPayload {
    [claim: string]: any
    iss?: string
    sub?: string
    aud?: any
    exp?: number
    nbf?: number
    iat?: number
    jti?: string
  }
  export interface Jwt {
    header: any
    payload: any
    signature: string
  }
  export type Secret = any
  export type Algorithm = string
  /** @credential issue */
  export function sign(payload: any, key: any, options?: SignOptions): string
  /** @credential issue */
  export function sign(payload: any, key: any, done: (error: Error, token: string) => void): void
  /** @credential issue */
  export function sign(payload: any, key: any, options: SignOptions, done: (error: Error, token: string) => void): void
  /** @credential verify */
  export function verify(token: string, key: any, options?: VerifyOptions): any
  /** @credential verify */
  export function verify(token: string, key: any, options: any, done?: (error: any, payload: any) => void): void
  /** Reads claims that nobody has verified. @propagates 0 */
  export function decode(token: string, options?: any): any
}

declare module '@nestjs/jwt' {
  import { Algorithm, JwtPayload } from 'jsonwebtoken'
  export interface JwtSignOptions {
    [option: string]: any
    secret?: any
    privateKey?: any
    expiresIn?: any
  }
  export interface JwtVerifyOptions {
    [option: string]: any
    secret?: any
    publicKey?: any
    algorithms?: Algorithm[]
  }
  export interface JwtModuleOptions {
    [option: string]: any
  }
  export class JwtService {
    constructor(options?: JwtModuleOptions)
    /** @credential issue */
    sign(payload: any, options?: JwtSignOptions): string
    /** @credential issue */
    signAsync(payload: any, options?: JwtSignOptions): Promise<string>
    /** @credential verify */
    verify<T = any>(token: string, options?: JwtVerifyOptions): T
    /** @credential verify */
    verifyAsync<T = any>(token: string, options?: JwtVerifyOptions): Promise<T>
    /** Reads claims that nobody has verified. @propagates 0 */
    decode<T = JwtPayload>(token: string, options?: any): T
  }
  export class JwtModule {
    static register(options: JwtModuleOptions): any
    static registerAsync(options: any): any
  }
}
