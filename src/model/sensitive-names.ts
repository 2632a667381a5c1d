/**
 * Names that say that a value has no place in a log.
 */
import { secretKind, wordsOf } from '../secrets/names.js'

/**
 * `body`, `headers`, `request`, `user` and `environment` are objects that hold more than whoever writes the log thinks
 * of; the others are values.
 */
export type SensitiveKind = 'password' | 'token' | 'secret' | 'card' | 'personal' | 'connection' | 'header' | 'body' | 'headers' | 'request' | 'user' | 'environment'

export interface NamedSensitive {
  readonly kind: SensitiveKind
  /** medium: the word has other meanings too. */
  readonly confidence: 'high' | 'medium'
}

/** In front of a word for a secret: the name is about something else, or about what was made of it. */
const OTHER =
  /^(?:is|has|had|no|not|without|forgot|forget|change|changed|update|updated|show|hide|toggle|invalid|missing|wrong|incorrect|bad|require|requires|required|validate|verify|check|compare|use|uses|using|with|enable|enabled|allow|allowed|should|can|must|need|needs|hashed|hash|encrypted|masked|redacted|public|publishable|next|prev|previous|page|continuation|cursor|sync|cancel|cancellation|abort|max|min|num|number|count|total|prompt|completion|input|output|cached|remaining|used|syntax|lexer|keyword|design|injection|inject|csrf|xsrf|device|push|fcm|apns|erc20|nft|native|base|quote|fee|delete|remove|revoke|create|generate|handle|send|request|expired|weak|strong|type|placeholder|obfuscated|truncated|safe|sanitized|or|and|of|by|for|to|in)$/
/** Behind it: the name is about the value, and does not hold it. */
const ABOUT =
  /^(?:id|ids|name|names|type|types|count|length|size|expires|expiry|expiration|expired|expire|at|ttl|age|hash|hashed|masked|prefix|suffix|last4|hint|version|status|valid|present|exists|set|enabled|required|reset|resets|policy|strength|field|header|service|provider|manager|repository|store|guard|error|errors|message|data|info|url|path|endpoint|usage|limit|limits|budget|used|index|position|kind|source|address|symbol|amount|balance|price|supply|decimals|rotation|requested|changed|updated|created|sent|input|output|issuer|audience|scope|scopes|claims|response|request)$/
/** In front of `token`, `code`, `key`: it lets somebody in. */
const OPENING = new Set(['access', 'refresh', 'id', 'auth', 'authentication', 'reset', 'verification', 'confirmation', 'session', 'bearer', 'api', 'invite', 'invitation', 'magic', 'login', 'signin', 'jwt', 'bot', 'oauth', 'user', 'activation', 'recovery', 'remember', 'secret', 'private', 'personal', 'service', 'password', 'email', 'unsubscribe', 'share', 'impersonation', 'admin', 'client', 'raw', 'plain', 'new', 'old', 'signed', 'link', 'otp', 'account', 'customer', 'payment', 'card', 'webhook', 'deploy', 'registration'])
const PASSWORDS = new Set(['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'passwords'])
const CODES = new Set(['otp', 'mfa', 'totp', '2fa', 'verification', 'sms', 'recovery', 'backup', 'reset', 'login', 'confirmation', 'security', 'auth', 'passcode'])
const KEYS = new Set(['api', 'secret', 'private', 'access', 'encryption', 'signing', 'master', 'jwt', 'hmac', 'ssh', 'license', 'service', 'auth', 'pgp', 'sas'])
const TRAILING = new Set(['value', 'val', 'string', 'str', 'raw', 'plain', 'plaintext', 'text', 'base64', 'hex', 'b64', 'param', 'parameter', 'arg'])
const DATABASES = /^(?:database|db|mongo|mongodb|redis|postgres|postgresql|pg|mysql|amqp|rabbitmq|rabbit|kafka|connection|conn|sql|mssql|clickhouse|cache|smtp)$/

/**
 * What a name says of the value it stands for.
 *
 * @returns undefined where it says nothing
 */
export function sensitiveName(name: string): NamedSensitive | undefined {
  const words = wordsOf(name)
  while (words.length > 1 && TRAILING.has(words.at(-1) ?? '')) words.pop()
  const head = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const joined = words.join('')
  if (/^(?:url|uri|dsn)$/.test(head) && DATABASES.test(before.at(-1) ?? '') && !before.includes('sentry')) return { kind: 'connection', confidence: 'medium' }
  if (words.length === 0 || (words.length > 1 && ABOUT.test(head)) || before.some((word) => OTHER.test(word) && !(word === 'new' || word === 'old'))) return undefined
  if (PASSWORDS.has(head)) return before.at(-1) === 'reset' ? undefined : { kind: 'password', confidence: 'high' }
  if (head === 'pass' && before.length > 0 && secretKind(name) === 'password') return { kind: 'password', confidence: 'high' }
  if (/^(?:cvv|cvc|cvv2|cvc2|pan)$/.test(head) && !(head === 'pan' && before.length === 0)) return { kind: 'card', confidence: 'high' }
  if (/(?:card|cc|creditcard|debitcard)(?:number|num|no|pan|cvc|cvv|securitycode)$/.test(joined) || /^(?:credit|debit|payment)card$/.test(joined)) return { kind: 'card', confidence: 'high' }
  if (/(?:ssn|socialsecuritynumber|iban|bankaccountnumber|accountnumber|passportnumber|nationalid|taxid)$/.test(joined)) return { kind: 'personal', confidence: 'medium' }
  if (/^(?:proxy)?authorization$|authorizationheader$|^authheader$|^setcookie$/.test(joined)) return { kind: 'header', confidence: 'high' }
  if (/^(?:cookie|cookies)$/.test(joined)) return { kind: 'header', confidence: 'medium' }
  if (/connectionstring$|^(?:conn|connection)(?:uri|url)$/.test(joined)) return { kind: 'connection', confidence: 'high' }
  if (head === 'token') {
    const last = before.at(-1)
    return last === undefined ? { kind: 'token', confidence: 'medium' } : OPENING.has(last) ? { kind: 'token', confidence: 'high' } : { kind: 'token', confidence: 'medium' }
  }
  if (head === 'tokens') return ['access', 'refresh', 'auth', 'oauth', 'session', 'jwt'].includes(before.at(-1) ?? '') ? { kind: 'token', confidence: 'high' } : undefined
  if (head === 'jwt' || head === 'bearer') return { kind: 'token', confidence: 'high' }
  if (head === 'otp' || head === 'totp') return { kind: 'token', confidence: 'high' }
  if (head === 'code' && CODES.has(before.at(-1) ?? '')) return { kind: 'token', confidence: 'high' }
  if (head === 'credentials' || head === 'creds') return { kind: 'secret', confidence: 'medium' }
  // `sessionKey`, `accountKey`: as often a name under which something is found.
  if (head === 'key' && !KEYS.has(before.at(-1) ?? '')) return undefined
  const secret = secretKind(name)
  if (secret === 'key' || secret === 'signing') return { kind: 'secret', confidence: head === 'secret' || head === 'key' ? 'high' : 'medium' }
  return undefined
}

/** A user as a whole, by the way the variable is called. */
export const USER_NAME = /^(?:(?:current|loggedIn|auth|authenticated|new|existing|created|updated|saved|db|found|the|my|target|full)_?)?(?:user|admin)(?:Doc|Document|Data|Entity|Record|Row|Model|Obj|Object|Profile)?$/i

/** Last words of names that stand for a number, a text or a truth, hardly ever for an object. */
const PLAIN = new Set(['id', 'ids', 'uuid', 'name', 'names', 'title', 'label', 'type', 'kind', 'status', 'code', 'message', 'reason', 'count', 'total', 'length', 'size', 'index', 'number', 'amount', 'price', 'balance', 'limit', 'offset', 'version', 'url', 'uri', 'path', 'hostname', 'port', 'domain', 'at', 'date', 'time', 'timestamp', 'duration', 'elapsed', 'delay', 'ms', 'seconds', 'attempt', 'attempts', 'retries', 'slug', 'ref', 'reference', 'hash', 'email', 'phone', 'stack', 'description', 'filename', 'mode', 'level', 'currency', 'locale', 'timezone'])

/** Whether a name stands for a single value that is no more than the name says: its type need not be asked for. */
export function isPlainName(name: string): boolean {
  return PLAIN.has(wordsOf(name).at(-1) ?? '')
}
