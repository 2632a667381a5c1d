/* argon2: threads of the pool hash. */

declare module 'argon2' {
  export interface HashOptions {
    hashLength?: number
    timeCost?: number
    memoryCost?: number
    parallelism?: number
    type?: number
    salt?: Buffer
    secret?: Buffer
  }
  /** @effect cpu @credential hash */
  export function hash(password: Buffer | string, options: HashOptions & { raw: true }): Promise<Buffer>
  /** @effect cpu @credential hash */
  export function hash(password: Buffer | string, options?: HashOptions & { raw?: boolean }): Promise<string>
  /** @effect cpu @credential check */
  export function verify(digest: string, password: Buffer | string, options?: any): Promise<boolean>
  export function needsRehash(digest: string, options?: any): boolean
  export const argon2d: 0
  export const argon2i: 1
  export const argon2id: 2
}
