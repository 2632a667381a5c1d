/**
 * A literal that is given to a name, wherever it was read.
 */

/**
 * - named: to a variable, property, key, or environment variable
 * - signing: to what signs or encrypts, so that any literal is a secret
 * - fallback: used when the configured value is missing
 */
export type Role = 'named' | 'signing' | 'fallback'

export interface Assignment {
  readonly name: string
  /** Names of the objects around, outermost first. */
  readonly path: readonly string[]
  readonly value: string
  readonly role: Role
  /** Offsets of the value as written, without quotes: what must not be shown. */
  readonly start: number
  readonly end: number
  /** Offsets of the literal with its quotes: where the finding stands and what a fix replaces. */
  readonly literalStart: number
  readonly literalEnd: number
  /** Keys beside this one with their literal values, lower case keys; tells a connection from other objects. */
  readonly siblings?: ReadonlyMap<string, string>
  /** Environment variable that is read first. */
  readonly variable?: string
  /** The literal stands where code runs once, when the module is loaded. */
  readonly isTopLevel?: boolean
  /** It stands where only secrets stand, whatever its name is. */
  readonly isAmongSecrets?: boolean
  /** What is called with it: `jwt.sign`. */
  readonly callee?: string
}
