/**
 * Finds what is secret by its own form, in any text: tokens of providers, private keys, JSON web tokens, connection
 * strings. One pass looks for keywords; patterns are tried only where one stands, and each is bounded in length.
 */
import { tokenFormats } from './catalogue.js'
import { entropy } from './entropy.js'
import { keyValuePassword, urlWithPassword, type ConnectionString } from './connection-strings.js'
import type { TokenFormat } from './format.js'
import { jsonWebTokenAt, type JsonWebToken } from './jwt.js'
import { KeywordIndex } from './keywords.js'
import { SECRET_KEYS, SIGNING, type NameMeaning } from './names.js'
import { isPlaceholder, isPublished, looksInvented } from './placeholders.js'
import { privateKeyAt, type PrivateKey } from './private-keys.js'
import { credentialArguments } from './sinks.js'
import { lengthOf, SETS, sourceOf, type Shape } from './shape.js'
import { urlParameterAt, type UrlParameter } from './url-parameters.js'

export interface FoundToken {
  readonly kind: 'token'
  readonly format: TokenFormat
  /** What everybody may see. */
  readonly prefix: string
  readonly start: number
  readonly end: number
  /** Made up, by the look of it. */
  readonly isInvented: boolean
}

export type Found =
  | FoundToken
  | ({ readonly kind: 'private-key' } & PrivateKey)
  | ({ readonly kind: 'jwt' } & JsonWebToken)
  | ({ readonly kind: 'connection' } & ConnectionString)
  | ({ readonly kind: 'parameter' } & UrlParameter)

export interface Scan {
  /** By start; they do not overlap. */
  readonly found: readonly Found[]
  /** Names that may be those of secrets, so that assignments of the text are worth reading. */
  readonly names: ReadonlySet<NameMeaning>
  /** Where they end: offsets, ascending. */
  readonly places: readonly number[]
}

interface Candidate {
  readonly format: TokenFormat
  readonly pattern: RegExp
  /** How many characters stand before the keyword, least and most. */
  readonly before: { readonly min: number; readonly max: number }
  /** Characters of which one stands right before the keyword; undefined when it starts the shape or follows other literal text. */
  readonly preceding: RegExp | undefined
}

const PRIVATE_KEY = '-----begin '
const JWT = 'eyj'
const URL_AUTHORITY = '://'
const PASSWORDS = ['password', 'pwd']
/** Ends of the names of URL parameters. */
const PARAMETERS = ['key=', 'token=', 'secret=', 'appid=', 'app_id=']
const NAMES_OF_PASSWORDS = ['passw', 'pwd', 'passphrase', 'passcode', 'pass:', 'pass =', 'pass=', '_pass']
const NAMES_OF_SIGNING = [
  ...['secret', 'pepper', 'salt', 'createhmac', 'createcipher', 'createdecipher', 'scrypt', 'pbkdf2', 'keygrip', 'app.keys', 'cookie-session', 'cookie-parser', 'crypto-js', 'jsonwebtoken', 'jwt-simple', 'hono/jwt', 'jose', 'jws', 'jwt', 'signjwt', 'encryptjwt'],
  ...namesOfKeys((word) => SIGNING.has(word)),
  // They take a credential and do not name it.
  ...[...credentialArguments.keys()].map((callee) => `${callee.toLowerCase()}(`),
]
const NAMES_OF_MADE = ['token', 'credential', 'authorization', 'bearer', ...namesOfKeys((word) => !SIGNING.has(word))]

function namesOfKeys(isMeant: (word: string) => boolean): string[] {
  return [...SECRET_KEYS].filter(isMeant).flatMap((word) => [`${word}key`, `${word}_key`, `${word}-key`])
}

/** Keywords of all formats, with what each stands for. */
const keywords: string[] = []
const candidates = new Map<number, Candidate[]>()
for (const format of tokenFormats)
  for (const keyword of format.keywords) {
    const folded = keyword.toLowerCase()
    let index = keywords.indexOf(folded)
    if (index < 0) index = keywords.push(folded) - 1
    const known = candidates.get(index) ?? []
    known.push({ format, pattern: patternOf(format.shape), ...offsetOf(format.shape, keyword) })
    candidates.set(index, known)
  }
const SPECIAL = new Map<number, 'private-key' | 'jwt' | 'url' | 'password' | 'parameter' | { readonly names: NameMeaning }>()
const special = (text: string, meaning: 'private-key' | 'jwt' | 'url' | 'password' | 'parameter' | { readonly names: NameMeaning }) => SPECIAL.set(keywords.push(text) - 1, meaning)
special(PRIVATE_KEY, 'private-key')
special(JWT, 'jwt')
special(URL_AUTHORITY, 'url')
for (const text of PASSWORDS) special(text, 'password')
for (const text of PARAMETERS) special(text, 'parameter')
for (const text of NAMES_OF_SIGNING) special(text, { names: 'signing' })
for (const text of NAMES_OF_PASSWORDS) special(text, { names: 'password' })
for (const text of NAMES_OF_MADE) special(text, { names: 'made' })
const index = new KeywordIndex(keywords)

/** No letter, digit or underscore before (but the escape of a line end) and none behind. */
function patternOf(shape: Shape): RegExp {
  return new RegExp(`(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt]))${sourceOf(shape)}(?![A-Za-z0-9_])`, 'y')
}

/**
 * Where a keyword stands in a shape.
 *
 * @throws Error when the shape has no such literal part: a mistake of the catalogue
 */
function offsetOf(shape: Shape, keyword: string): Pick<Candidate, 'before' | 'preceding'> {
  const literals = shape.flatMap((part, position) => (typeof part === 'string' ? [part] : 'oneOf' in part ? part.oneOf : []).map((text) => ({ text, position })))
  // A keyword may go on over the end of a literal part.
  const holder = literals.find(({ text }) => text.includes(keyword)) ?? literals.find(({ text }) => text !== '' && keyword.startsWith(text))
  if (!holder) throw new Error(`The keyword ${keyword} is no part of its shape.`)
  const at = Math.max(0, holder.text.indexOf(keyword))
  const { min, max } = lengthOf(shape.slice(0, holder.position))
  const part = shape[holder.position - 1]
  const preceding = at === 0 && part !== undefined && typeof part !== 'string' && 'set' in part && part.min > 0 ? new RegExp(`[${SETS[part.set]}]`) : undefined
  return { before: { min: min + at, max: max + at }, preceding }
}

/** @param today milliseconds since 1970 that expiry of tokens is held against */
export function scan(text: string, today: number): Scan {
  const found: Found[] = []
  const names = new Set<NameMeaning>()
  const places: number[] = []
  index.search(text, (keyword, end) => {
    const start = end - (keywords[keyword] ?? '').length
    const meaning = SPECIAL.get(keyword)
    if (typeof meaning === 'object') {
      places.push(end)
      names.add(meaning.names)
    } else if (meaning === 'private-key') {
      const key = privateKeyAt(text, start)
      if (key) found.push({ kind: 'private-key', ...key })
    } else if (meaning === 'jwt') {
      const token = jsonWebTokenAt(text, start, today)
      if (token) found.push({ kind: 'jwt', ...token })
    } else if (meaning === 'url') {
      const connection = urlWithPassword(text, start)
      if (connection) found.push({ kind: 'connection', ...connection })
    } else if (meaning === 'password') {
      const connection = keyValuePassword(text, start)
      if (connection) found.push({ kind: 'connection', ...connection })
    } else if (meaning === 'parameter') {
      const parameter = urlParameterAt(text, end - 1)
      if (parameter) found.push({ kind: 'parameter', ...parameter })
    }
    for (const candidate of candidates.get(keyword) ?? []) {
      const token = tokenAt(text, candidate, start)
      if (token) found.push(token)
    }
  })
  return { found: withoutOverlap(found), names, places }
}

/** The rest of a token is hidden: `sk_live_51On********`. */
const MASKED = /^(?:\*{3}|\.{3}|…|•{2})/

function tokenAt(text: string, { format, pattern, before, preceding }: Candidate, keywordStart: number): FoundToken | undefined {
  if (preceding && !preceding.test(text[keywordStart - 1] ?? '')) return undefined
  for (let at = keywordStart - before.min; at >= Math.max(0, keywordStart - before.max); at--) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const value = match[0]
    const prefix = visiblePrefix(format, value)
    const body = value.slice(prefix.length)
    if (entropy(body) < format.entropy || isPublished(body) || isStandIn(body) || MASKED.test(text.slice(at + value.length, at + value.length + 4))) return undefined
    return { kind: 'token', format, prefix, start: at, end: at + value.length, isInvented: looksInvented(body) }
  }
  return undefined
}

/** Words that say "not a value", in the variable part of a token. */
function isStandIn(body: string): boolean {
  return isPlaceholder(body) && /xxxx|example|your|replace|redacted|placeholder|change|insert|here|\.\.\.|\*\*\*|dummy|sample|masked|0{8}/i.test(body)
}

/** The literal text at the start of a value. */
export function visiblePrefix(format: TokenFormat, value: string): string {
  if (format.prefix !== '') return format.prefix
  const first = format.shape[0]
  if (typeof first === 'object' && 'oneOf' in first) return [...first.oneOf].sort((left, right) => right.length - left.length).find((text) => value.startsWith(text)) ?? ''
  return ''
}

/** The longest of those that overlap; among equals the one that came first in the catalogue. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const rank = (one: Found) => (one.kind === 'token' ? tokenFormats.indexOf(one.format) : -1)
  const ordered = [...found].sort((left, right) => left.start - right.start || right.end - left.end || rank(left) - rank(right))
  const kept: Found[] = []
  for (const one of ordered) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    // A token inside of a URL is the more precise answer.
    else if (last.kind === 'connection' && one.kind === 'token' && one.start >= last.passwordStart && one.end <= last.passwordEnd) kept[kept.length - 1] = one
  }
  return kept
}
