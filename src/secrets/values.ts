/**
 * What a literal is, given the name it stands behind.
 */
import type { Assignment } from './assignments.js'
import { namedFormats } from './catalogue.js'
import { entropy, isSequence, looksRandom, readableShare } from './entropy.js'
import type { NamedFormat } from './format.js'
import { isNameLike, secretKind, wordsOf, type NameMeaning, type SecretKind } from './names.js'
import { isCommonPassword, isPlaceholder, isTemplate } from './placeholders.js'
import { sourceOf } from './shape.js'

/**
 * - strong: a machine made it, or it has the form of a provider's key
 * - weak: a person made it up; it is a secret by its name
 * - common: one everybody tries first, as in local containers
 */
export type Strength = 'strong' | 'weak' | 'common'

export interface Judged {
  readonly kind: SecretKind
  readonly strength: Strength
  readonly format: NamedFormat | undefined
}

const patterns = namedFormats.map((format) => ({ format, pattern: new RegExp(`^${sourceOf(format.shape)}$`), words: new Set(format.words) }))

/** Forms that are made from a secret, or are meant to be read by all; the last is "|read" of a cache token that may only read. */
const DERIVED = /^\$(?:2[abxy]|argon2(?:id?|d)|scrypt|pbkdf2|5|6|y)\$|^(?:sha(?:1|256|384|512)|md5)[-:$=]|^pbkdf2[_:]|^\{SSHA|^-----BEGIN |^ssh-(?:rsa|ed25519|dss) |^ecdsa-|^pk_|^pk\.|^phc_|^MII[A-Za-z0-9+/]{20}|^data:|^urn:|^did:|^(?:https?|wss?|ftp|file|s3|gs|mailto|app|chrome-extension):|^[./~#?]|^@|^\w:[\\/]|^(?:application|text|image|audio|video|multipart)\/|^\d{4}-\d\d-\d\d|^(?:rgb|hsl|var|calc)\(|^[\w-]+\.(?:json|ya?ml|txt|pem|key|crt|ts|js|md|html|png|svg|env|p12|jks)$|fHJlYWQ=$/

/** Where something lies: `space/2021/05/29/9aede7a7`. */
const FILE_PATH = /^[a-z][a-z-]{1,30}(?:\/[\w.-]{1,64}){2,}$/
/** Variables that builds of pages put into what every browser is sent. */
const SENT_TO_BROWSERS = /^(?:NX_)?(?:REACT_APP|NEXT_PUBLIC|VITE|VUE_APP|EXPO_PUBLIC|GATSBY|NUXT_PUBLIC|PUBLIC)_(?!.*(?:SECRET|PRIVATE|PASSWORD))/

const LONGEST = 4_000

/**
 * Judges a literal by its name.
 *
 * @returns undefined when it is no secret
 */
export function judge(assignment: Assignment): Judged | undefined {
  const { name, path, role } = assignment
  const value = assignment.value.trim()
  if (value === '' || value.length > LONGEST) return undefined
  const own = secretKind(name) ?? (assignment.isAmongSecrets ? 'key' : undefined)
  if (role === 'signing') return isTemplate(value) ? undefined : { kind: 'signing', strength: strengthOf(value), format: undefined }
  // `KEY: process.env.ORDERS_API_KEY || '...'`: the variable says what it is.
  const kind = own ?? inheritedKind(name, path) ?? (role === 'fallback' && assignment.variable !== undefined ? secretKind(assignment.variable) : undefined)
  if (kind === undefined) return undefined
  if (kind === 'header') return headerValue(value) ? { kind: 'header', strength: 'strong', format: undefined } : undefined
  if (isTemplate(value) || DERIVED.test(value) || (kind !== 'password' && (FILE_PATH.test(value) || SENT_TO_BROWSERS.test(name)))) return undefined
  // A signing key that is used when none is configured is known to all readers, also when it says "change me".
  if (role === 'fallback' && kind === 'signing') return isUnset(value) ? undefined : { kind: 'signing', strength: strengthOf(value), format: undefined }
  if (isPlaceholder(value)) return undefined
  // `jwt: { secret: 'keyboard cat' }`: people take sentences for keys.
  if (/\s/.test(value)) return kind === 'signing' && isSentence(value) && path.some(saysWhatIsSigned) ? { kind, strength: 'weak', format: undefined } : undefined
  // What a page searches with is sent to every reader.
  if (assignment.siblings?.has('indexname') && assignment.siblings.has('appid')) return undefined
  const format = formatOf(name, path, value)
  if (format) return { kind, strength: 'strong', format }
  if (looksRandom(value)) return { kind, strength: 'strong', format: undefined }
  if (isConstantName(value) || isNameOfOne(value, name)) return undefined
  // `jwtConstants = { secret: 'secretKey' }`: what is signed with it is said beside it.
  if (kind === 'signing' && name === 'secret' && path.some(saysWhatIsSigned) && /^[\w-]{5,}$/.test(value)) return { kind, strength: 'weak', format: undefined }
  if (role === 'fallback' && (kind === 'token' || kind === 'key') && isTyped(value)) return { kind, strength: 'weak', format: undefined }
  if (kind === 'token' || isNameLike(value, name)) return isCommonPassword(value) && kind === 'password' && isConnection(assignment) ? { kind, strength: 'common', format: undefined } : undefined
  if (isCommonPassword(value) && kind !== 'signing') return kind === 'password' && (isConnection(assignment) || role === 'fallback' || /[\d!@#$]/.test(value)) ? { kind, strength: 'common', format: undefined } : undefined
  return isMadeUp(value, kind, assignment) ? { kind, strength: 'weak', format: undefined } : undefined
}

/** A literal of a program without spaces, with what may stand before one that is made by a machine. */
const LITERAL = /["'`](?:(?:Bearer|Basic|Token|ApiKey|Key|SSWS) )?([\x21\x23-\x26\x28-\x5f\x61-\x7e]{3,200})["'`]/g
/** Characters between the end of a name and its literal: a default in a schema, the body of a function; the other way round in comparisons. */
const BEHIND_NAME = 200
const BEFORE_NAME = 80
/** How pages look. */
const STYLE = /^-?[\d.]+(?:px|r?em|%|v[hw]|m?s|deg|fr)$|^(?:rgba?|hsla?|translate\w*|blur|scale\w*|rotate\w*|calc|url)\(/
/** A word is a password beside a host, so many characters away at most, or where none is configured. */
const AROUND = 300
const CONNECTION = /\b(?:host(?:name)?|server|database|datasource|dialect|connection|db|pool|redis)\b/i
const FALLBACK = /(?:\|\||\?\?|passw?\w{0,20}\s{0,2}=|_pass"\s{0,2},|\bdefault(?:Value)?["']?\s{0,2}[:(])\s*$/

/**
 * Whether a program may hold a secret behind one of its names, before it is parsed: files of pages name passwords all
 * over, and give them none.
 *
 * @param places where the names end: offsets, ascending
 */
export function mayHoldSecret(text: string, names: ReadonlySet<NameMeaning>, places: readonly number[]): boolean {
  if (names.has('signing')) return true
  let read = 0
  for (const place of places) {
    // From the start of a line, so that no end of a literal is taken for the start of one.
    LITERAL.lastIndex = Math.max(read, text.lastIndexOf('\n', place - BEFORE_NAME) + 1)
    for (let match = LITERAL.exec(text); match && match.index < place + BEHIND_NAME; match = LITERAL.exec(text)) {
      const value = match[1] ?? ''
      read = LITERAL.lastIndex
      // What is asked of few values comes last: a page has many.
      const mayBeSecret = (names.has('made') && mayBeMade(value)) || (names.has('password') && mayBeMadeUp(text, match.index, value))
      if (mayBeSecret && !(DERIVED.test(value) || STYLE.test(value) || isPlaceholder(value))) return true
    }
  }
  return false
}

/** @param at where the value starts */
function mayBeMadeUp(text: string, at: number, value: string): boolean {
  if (/\d|[^\w.:/-]/.test(value) || looksRandom(value) || (/^[A-Za-z]{10,}$/.test(value) && readableShare(value) < 0.5)) return true
  return (isCommonPassword(value) && FALLBACK.test(text.slice(Math.max(0, at - 20), at))) || CONNECTION.test(text.slice(Math.max(0, at - AROUND), at + AROUND))
}

function mayBeMade(value: string): boolean {
  if (value.length < 10) return false
  return /\d/.test(value) ? readableShare(value) < 0.85 && entropy(value) > 2.2 : readableShare(value) <= 0.5
}

/** Names that say nothing without that of the object around. */
const INHERITING = /^(?:key|value|secret|token|default|current|primary|live|prod|production)$/i

/** Whether a value with this name may be judged a secret: most names of a program say that it is none. */
export function mayNameSecret(name: string): boolean {
  return secretKind(name) !== undefined || INHERITING.test(name)
}

/** `stripe: { secret: { key: '...' } }`: the name goes on where the path ends. */
function inheritedKind(name: string, path: readonly string[]): SecretKind | undefined {
  if (!INHERITING.test(name)) return undefined
  const owner = path.at(-1)
  // `{ params: { key: '...' } }` of a request
  if (/^key$/i.test(name) && owner !== undefined && /^(?:params|query|qs|searchParams)$/.test(owner)) return 'token'
  return owner === undefined ? undefined : name.toLowerCase() === 'key' ? secretKind(`${owner}_key`) : secretKind(owner)
}

/** `DB_PASSWORD`: the variable that holds it. */
function isConstantName(value: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(value) && value.includes('_')
}

/** `SECRET_KEYS = ['s3SecretAccessKey', 'smtpPassword']`: which settings are secret. */
function isNameOfOne(value: string, name: string): boolean {
  return /(?:key|secret|token|password|credential)s$/i.test(name) && /^[a-z][a-z\d]*(?:[A-Z][a-z\d]+)+$|^[a-z][a-z\d]*(?:[_.-][a-z\d]+)+$/.test(value) && !/\d{2}/.test(value)
}

/** Typed at random for want of a key: `BQYHJGJHJ`, `abc123def`; words stand for something, as `ollama` or `not-used`. */
function isTyped(value: string): boolean {
  if (!/^[\w!@#$%^&*.-]{6,120}$/.test(value)) return false
  if (/\d/.test(value)) return /[A-Za-z]/.test(value) && (readableShare(value) < 0.85 || (value.length >= 8 && /\d{3}/.test(value)))
  return value.length >= 8 && /^[A-Za-z]+$/.test(value) && readableShare(value) < 0.4
}

function isSentence(value: string): boolean {
  return value.length <= 200 && /^[\x20-\x7e]+$/.test(value) && !/[<>{}]|: |:$/.test(value)
}

function saysWhatIsSigned(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:jwt|session|sessions|cookie|cookies)$/.test(word))
}

function isUnset(value: string): boolean {
  return /^(?:null|undefined|none|false|true|\s*)$/i.test(value)
}

function strengthOf(value: string): Strength {
  return looksRandom(value) ? 'strong' : 'weak'
}

function headerValue(value: string): boolean {
  const match = /^(?:Bearer|Basic|Token|ApiKey|Key|SSWS)\s+(\S{12,})$/i.exec(value)
  return match?.[1] !== undefined && !isPlaceholder(match[1]) && (looksRandom(match[1]) || /^Basic [A-Za-z0-9+/]{12,}={0,2}$/i.test(value))
}

/** The provider whose keys have this form and whose name stands in the name or the path. */
function formatOf(name: string, path: readonly string[], value: string): NamedFormat | undefined {
  if (value.length < 11 || isSequence(value) || entropy(value) < 2.3 || readableShare(value) > 0.9 || (!/\d/.test(value) && readableShare(value) > 0.5)) return undefined
  const words = new Set([name, ...path.slice(-3)].flatMap((one) => [...wordsOf(one), wordsOf(one).join('')]))
  return patterns.find(({ pattern, words: wanted }) => [...wanted].some((word) => words.has(word)) && pattern.test(value))?.format
}

/** Whether the literal stands beside a host or a user: `{ host, user, password: 'x' }`. */
export function isConnection({ siblings, path }: Assignment): boolean {
  if (siblings && ['host', 'hostname', 'server', 'database', 'port', 'user', 'username', 'dialect', 'connectionstring', 'dbname'].filter((key) => siblings.has(key)).length >= 2) return true
  return path.some((one) => /^(?:connection|datasource|database|db|pool|redis|createpool|createconnection)$/i.test(one)) && siblings !== undefined
}

/** The literal host beside a password; undefined when it is configured elsewhere. */
export function hostBeside({ siblings }: Assignment): string | undefined {
  return siblings?.get('host') ?? siblings?.get('hostname') ?? siblings?.get('server')
}

/** Words and signs that a person would take as a password, rather than a name of something. */
function isMadeUp(value: string, kind: SecretKind, assignment: Assignment): boolean {
  if (value.length < 5 || value.length > 120 || !/^[\x21-\x7e]+$/.test(value)) return false
  if (/^[a-z]+(?:[A-Z][a-z]*)*$/.test(value) && value.length < 12 && kind !== 'signing') return isConnection(assignment) && kind === 'password'
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(value) && readableShare(value) > 0.5) return false // translations, hosts, files
  if (/^[A-Za-z]+$/.test(value)) return (kind === 'password' || kind === 'signing') && (isConnection(assignment) || (value.length >= 10 && readableShare(value) < 0.5))
  if (/[/:](?!.*\d.*[!@#$%^&*])/.test(value) && readableShare(value) > 0.6) return false // paths, scopes
  const hasDigit = /\d/.test(value)
  const hasSign = /[^A-Za-z0-9_.:/-]/.test(value)
  if (kind === 'password') return hasDigit || hasSign || (isConnection(assignment) && value.length >= 5)
  if (kind === 'signing') return value.length >= 6 && (hasDigit || hasSign || wordsOf(value).some((word) => /^(?:secret|key|super|jwt|private|top|very|long|strong)$/.test(word)))
  return value.length >= 10 && hasDigit && readableShare(value) < 0.85 && entropy(value) > 2.8
}
