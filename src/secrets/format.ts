/**
 * What the catalogue says of one kind of credential.
 */
import type { Severity } from '../findings/finding.js'
import type { Shape } from './shape.js'

/** A credential that is known by its own form. */
export interface TokenFormat {
  readonly id: string
  readonly provider: string
  /** "secret key", "personal access token". */
  readonly what: string
  readonly shape: Shape
  /** Literal parts of the shape; a text without any of them is not searched. */
  readonly keywords: readonly string[]
  /** What everybody may see of a value: the literal text it starts with. */
  readonly prefix: string
  /** Where it is revoked. */
  readonly revoke: string
  /** Name of the environment variable that people use for it. */
  readonly variable: string
  /** Default: critical. Lower for keys of test modes and those with few rights. */
  readonly severity: Severity
  /** Bits a character that the variable part has at least. */
  readonly entropy: number
}

/** A credential without a form of its own, known by the name it is given to. */
export interface NamedFormat {
  readonly id: string
  readonly provider: string
  readonly what: string
  /** Words of which one occurs in the name or the path to it, lower case. */
  readonly words: readonly string[]
  readonly shape: Shape
  readonly revoke: string
}

interface Details {
  readonly keywords?: readonly string[]
  readonly variable?: string
  readonly severity?: Severity
  readonly entropy?: number
}

const LEAST_ENTROPY = 2.3

/** Declares a token; prefix and keywords follow from the shape unless given. */
export function token(id: string, provider: string, what: string, shape: Shape, revoke: string, details: Details = {}): TokenFormat {
  const first = shape[0]
  const literals = shape.filter((part) => typeof part === 'string')
  const longest = literals.reduce((left, right) => (right.length > left.length ? right : left), '')
  const keywords = details.keywords ?? [longest]
  return {
    id,
    provider,
    what,
    shape,
    keywords,
    prefix: typeof first === 'string' ? first : '',
    revoke,
    variable: details.variable ?? `${provider} ${what}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase(),
    severity: details.severity ?? 'critical',
    entropy: details.entropy ?? LEAST_ENTROPY,
  }
}

export function named(id: string, provider: string, what: string, words: readonly string[], shape: Shape, revoke: string): NamedFormat {
  return { id, provider, what, words, shape, revoke }
}
