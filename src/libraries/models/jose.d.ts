/* jose: tokens, signatures and encryption over Web Crypto. */

declare module 'jose' {
  export interface JWTPayload {
    [claim: string]: any
    iss?: string
    sub?: string
    aud?: any
    jti?: string
    nbf?: number
    exp?: number
    iat?: number
  }
  export type JWK = any
  export type KeyLike = any
  export interface JWTVerifyResult<T = JWTPayload> {
    payload: JWTPayload & T
    protectedHeader: any
  }
  interface ProduceJWT {
    setIssuer(issuer: string): this
    setSubject(subject: string): this
    setAudience(audience: any): this
    setJti(id: string): this
    setNotBefore(when: any): this
    setExpirationTime(when: any): this
    setIssuedAt(when?: any): this
  }
  export interface SignJWT extends ProduceJWT {}
  export class SignJWT {
    constructor(payload?: JWTPayload)
    setProtectedHeader(header: any): this
    /** @credential issue */
    sign(key: any, options?: any): Promise<string>
  }
  export interface EncryptJWT extends ProduceJWT {}
  export class EncryptJWT {
    constructor(payload?: JWTPayload)
    setProtectedHeader(header: any): this
    /** @credential issue */
    encrypt(key: any, options?: any): Promise<string>
  }
  export class CompactSign {
    constructor(payload: any)
    setProtectedHeader(header: any): this
    sign(key: any, options?: any): Promise<string>
  }
  export class CompactEncrypt {
    constructor(plaintext: any)
    setProtectedHeader(header: any): this
    encrypt(key: any, options?: any): Promise<string>
  }
  /** @credential verify */
  export function jwtVerify<T = JWTPayload>(token: any, key: any, options?: any): Promise<JWTVerifyResult<T>>
  /** @credential verify */
  export function jwtDecrypt<T = JWTPayload>(token: any, key: any, options?: any): Promise<JWTVerifyResult<T>>
  /** @credential verify */
  export function compactVerify(token: any, key: any, options?: any): Promise<any>
  export function compactDecrypt(token: any, key: any, options?: any): Promise<any>
  /** Reads claims that nobody has verified. @propagates 0 */
  export function decodeJwt<T = JWTPayload>(token: string): T
  export function decodeProtectedHeader(token: any): any
  export function importJWK(key: any, algorithm?: string): Promise<any>
  export function importPKCS8(key: string, algorithm: string, options?: any): Promise<any>
  export function importSPKI(key: string, algorithm: string, options?: any): Promise<any>
  export function importX509(certificate: string, algorithm: string, options?: any): Promise<any>
  export function exportJWK(key: any): Promise<any>
  export function exportPKCS8(key: any): Promise<string>
  export function exportSPKI(key: any): Promise<string>
  export function createRemoteJWKSet(url: URL, options?: any): any
  export function createLocalJWKSet(keys: any): any
  export function calculateJwkThumbprint(key: any, algorithm?: any): Promise<string>
  export function generateKeyPair(algorithm: string, options?: any): Promise<any>
  export function generateSecret(algorithm: string, options?: any): Promise<any>
  export const base64url: { encode(input: any): string; decode(input: any): Uint8Array }
  export const errors: any
}
