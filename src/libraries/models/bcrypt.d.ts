/* bcrypt (a native thread does the work) and bcryptjs (the event loop does it, in slices). */

declare module 'bcrypt' {
  type Done<T> = (error: Error, result: T) => void
  /** @effect cpu @credential hash */
  export function hash(data: string | Buffer, saltOrRounds: string | number): Promise<string>
  /** @effect cpu @credential hash */
  export function hash(data: string | Buffer, saltOrRounds: string | number, done: Done<string>): void
  /** @effect cpu sync @credential hash @async hash */
  export function hashSync(data: string | Buffer, saltOrRounds: string | number): string
  /** @effect cpu @credential check */
  export function compare(data: string | Buffer, encrypted: string): Promise<boolean>
  /** @effect cpu @credential check */
  export function compare(data: string | Buffer, encrypted: string, done: Done<boolean>): void
  /** @effect cpu sync @credential check @async compare */
  export function compareSync(data: string | Buffer, encrypted: string): boolean
  /** Random bytes, cheap. */
  export function genSalt(rounds?: any, minor?: any, done?: Done<string>): Promise<string>
  export function genSaltSync(rounds?: number, minor?: string): string
  export function getRounds(encrypted: string): number
}

declare module 'bcryptjs' {
  type Done<T> = (error: Error, result?: T) => void
  /** @effect cpu @credential hash */
  export function hash(password: string, salt: number | string): Promise<string>
  /** @effect cpu @credential hash */
  export function hash(password: string, salt: number | string, done: Done<string>, onProgress?: (percent: number) => void): void
  /** @effect cpu sync @credential hash @async hash yielding */
  export function hashSync(password: string, salt: number | string): string
  /** @effect cpu sync @credential hash */
  export function hashSync(password: string): string
  /** @effect cpu @credential check */
  export function compare(password: string, hash: string): Promise<boolean>
  /** @effect cpu @credential check */
  export function compare(password: string, hash: string, done: Done<boolean>, onProgress?: (percent: number) => void): void
  /** @effect cpu sync @credential check @async compare yielding */
  export function compareSync(password: string, hash: string): boolean
  /** Random bytes, cheap. */
  export function genSalt(rounds?: any, done?: Done<string>): Promise<string>
  export function genSaltSync(rounds?: number): string
  export function getRounds(hash: string): number
  export function getSalt(hash: string): string
}
