/**
 * Names that say that a value is secret.
 */

/** signing: whoever has it makes valid sessions or signatures. */
export type SecretKind = 'signing' | 'password' | 'key' | 'token' | 'header'

/**
 * What the names in a text may be those of:
 * - signing: of keys that sign and of what takes them, wherever they stand
 * - password: of what a person makes up
 * - made: of tokens and keys that only a machine makes
 */
export type NameMeaning = 'signing' | 'password' | 'made'

/** The words of a name in any spelling, lower case: `clientSecretKey` is client, secret, key. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap(splitCompound)
    .filter((word) => word !== '')
}

/** Compounds that are written as one word. */
const COMPOUND = /^(api|access|secret|private|auth|encryption|signing|session|jwt|client|master|refresh|bearer|app|web|db|user|smtp|root|admin|redis|mysql|postgres|mongo)(key|keys|secret|token|pass|password|passwd|pwd)$/

function splitCompound(word: string): string[] {
  const match = COMPOUND.exec(word)
  return match ? [match[1] ?? '', match[2] ?? ''] : [word]
}

/** Words behind the head that change nothing. */
const TRAILING = new Set(['value', 'val', 'string', 'str', 'raw', 'plain', 'plaintext', 'default', 'prod', 'production', 'live', 'staging', 'stage', 'dev', 'development', 'local', 'base64', 'b64', 'hex', 'pem', 'current', 'previous', 'old', 'new', 'primary', 'secondary', 'fallback', 'v1', 'v2', 'v3', 'a', 'b', '1', '2', '3'])

const PASSWORDS = new Set(['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'passwort', 'pw'])
const SECRETS = new Set(['secret', 'secrets'])
const TOKENS = new Set(['token', 'tokens', 'jwt', 'bearer', 'pat', 'credential', 'credentials', 'creds'])
const KEYS = new Set(['key', 'keys'])
/** What stands before `key` when the key is secret. */
export const SECRET_KEYS: ReadonlySet<string> = new Set(['api', 'secret', 'private', 'access', 'encryption', 'encrypt', 'enc', 'decryption', 'signing', 'sign', 'signature', 'hmac', 'auth', 'authentication', 'master', 'crypto', 'cipher', 'aes', 'jwt', 'session', 'cookie', 'account', 'service', 'admin', 'license', 'webhook', 'shared', 'deploy', 'server', 'subscription', 'app', 'application', 'consumer', 'client', 'integration', 'ingestion', 'sas', 'vault', 'security', 'root', 'kek', 'dek', 'data', 'personal', 'project', 'org', 'organization', 'pgp', 'gpg', 'ssh', 'rsa', 'provider', 'gateway', 'hash'])
/** What makes whoever holds the value sign for others. */
export const SIGNING = new Set(['jwt', 'session', 'sessions', 'cookie', 'cookies', 'signing', 'sign', 'signature', 'hmac', 'csrf', 'nextauth', 'encryption', 'encrypt', 'cipher', 'aes', 'crypto', 'master', 'keygrip'])
/** The same, unless another word says whose secret it is: `ACCESS_TOKEN_SECRET`, but not `TWITTER_ACCESS_TOKEN_SECRET`. */
const PERHAPS_SIGNING = new Set(['auth', 'access', 'refresh', 'token', 'app', 'server', 'express', 'django', 'flask', 'rails', 'secret', 'better'])
/** Before a head: the name is about something else. */
const OTHER = new Set(['public', 'publishable', 'pub', 'next', 'prev', 'page', 'pagination', 'continuation', 'cursor', 'cancel', 'cancellation', 'inject', 'injection', 'di', 'design', 'color', 'theme', 'syntax', 'lexer', 'parser', 'keyword', 'symbol', 'max', 'min', 'num', 'count', 'total', 'is', 'has', 'no', 'not', 'forgot', 'forget', 'reset', 'change', 'update', 'show', 'hide', 'toggle', 'confirm', 'confirmation', 'invalid', 'missing', 'wrong', 'incorrect', 'require', 'required', 'requires', 'validate', 'verify', 'check', 'create', 'generate', 'delete', 'remove', 'rotate', 'revoke', 'set', 'get', 'use', 'with', 'on', 'handle', 'send', 'expired', 'primary', 'foreign', 'partition', 'sort', 'row', 'idempotency', 'i18n', 'translation', 'placeholder', 'example', 'sample', 'fake', 'dummy', 'mock', 'hashed', 'encrypted', 'masked', 'enter', 'input', 'optional', 'weak', 'strong', 'type', 'hash', 'hidden', 'anon', 'anonymous', 'measurement', 'nonce', 'sitekey', 'site', 'browser', 'frontend', 'blacklisted', 'comment', 'start', 'end', 'eof'])

/**
 * What kind of secret a value with this name is.
 *
 * @returns undefined when the name does not say that the value is secret
 */
export function secretKind(name: string): SecretKind | undefined {
  // A program has few names, each many times.
  if (kinds.has(name)) return kinds.get(name)
  if (kinds.size > MOST_KINDS) kinds.clear()
  const kind = kindByWords(name)
  kinds.set(name, kind)
  return kind
}

const MOST_KINDS = 50_000
const kinds = new Map<string, SecretKind | undefined>()

/** Part of every name of a secret: few names have one, and taking names apart has its cost. */
const PART_OF_NAME = /pass|pwd|pw|secret|salt|pepper|key|token|jwt|bearer|pat|cred|authorization/i

function kindByWords(name: string): SecretKind | undefined {
  if (!PART_OF_NAME.test(name)) return undefined
  const words = wordsOf(name)
  while (words.length > 1 && TRAILING.has(words.at(-1) ?? '')) words.pop()
  const head = words.pop() ?? ''
  const before = words
  if (/^(?:authorization|proxy authorization)$/.test([...before, head].join(' '))) return 'header'
  // Only the words next to the head speak about it; `getUser.resetPassword` does, `resetService.password` does not.
  if (before.slice(-2).some((word) => OTHER.has(word))) return undefined
  if (PASSWORDS.has(head)) return head === 'pw' && before.length === 0 ? undefined : 'password'
  if (head === 'pass') return before.length === 0 || ['db', 'smtp', 'mail', 'email', 'user', 'database', 'redis', 'mongo', 'mysql', 'postgres', 'pg', 'auth', 'admin', 'root', 'ftp', 'basic', 'imap', 'ldap', 'rabbitmq', 'amqp', 'proxy'].includes(before.at(-1) ?? '') ? 'password' : undefined
  if (SECRETS.has(head)) return isSigning(before) ? 'signing' : 'key'
  if (head === 'salt' || head === 'pepper') return before.some((word) => SIGNING.has(word) || PASSWORDS.has(word)) ? 'key' : undefined
  if (/^secretor(?:public|private)?key$/.test(`${before.join('')}${head}`)) return 'signing'
  if (KEYS.has(head)) {
    const last = before.at(-1) ?? ''
    if (!SECRET_KEYS.has(last)) return undefined
    // `SECRET_KEY` signs; `STRIPE_SECRET_KEY` is a provider's.
    if (last === 'secret') return isSigning(before) ? 'signing' : 'key'
    // `cookieKey` is as often the name of a cookie.
    if ((last === 'cookie' || last === 'session') && head === 'key') return 'key'
    if (['jwt', 'session', 'cookie', 'signing', 'sign', 'signature', 'hmac', 'encryption', 'encrypt', 'enc', 'cipher', 'aes', 'crypto', 'master'].includes(last)) return 'signing'
    return last === 'hash' || last === 'client' || last === 'data' ? undefined : 'key'
  }
  if (TOKENS.has(head)) return 'token'
  return undefined
}

function isSigning(before: readonly string[]): boolean {
  return before.some((word) => SIGNING.has(word)) || before.every((word) => PERHAPS_SIGNING.has(word))
}

/** Words a name or a header is made of, which no secret is. */
const VOCABULARY = new Set(['auth', 'authentication', 'authorization', 'authorisation', 'access', 'refresh', 'token', 'tokens', 'api', 'key', 'keys', 'x', 'user', 'users', 'session', 'sessions', 'id', 'secret', 'secrets', 'client', 'reset', 'password', 'passwords', 'passwd', 'csrf', 'xsrf', 'jwt', 'bearer', 'cookie', 'cookies', 'basic', 'private', 'public', 'service', 'services', 'provider', 'app', 'application', 'config', 'configuration', 'settings', 'options', 'module', 'admin', 'login', 'signin', 'sign', 'in', 'up', 'out', 'email', 'verification', 'verify', 'magic', 'link', 'code', 'oauth', 'oauth2', 'oidc', 'saml', 'sso', 'ldap', 'account', 'accounts', 'device', 'push', 'field', 'name', 'header', 'type', 'input', 'form', 'forgot', 'new', 'old', 'current', 'change', 'confirm', 'invalid', 'missing', 'error', 'errors', 'required', 'http', 'https', 'request', 'response', 'credential', 'credentials', 'creds', 'identity', 'personal', 'webhook', 'signature', 'hmac', 'sha256', 'sha1', 'sha512', 'hs256', 'rs256', 'es256', 'one', 'time', 'pass', 'passphrase', 'data', 'value', 'string', 'text', 'store', 'storage', 'cache', 'repository', 'factory', 'manager', 'handler', 'guard', 'strategy', 'middleware', 'connection', 'database', 'db', 'url', 'uri', 'invite', 'invitation', 'invites', 'org', 'organization', 'team', 'workspace', 'tenant', 'project', 'server', 'host', 'role', 'scope', 'claims', 'local', 'hash', 'hashed', 'salt', 'encrypted', 'encryption', 'signing', 'none', 'post', 'get', 'body', 'query', 'param', 'params', 'path', 'file', 'env', 'the', 'a', 'of', 'and', 'or', 'is', 'not', 'with', 'your', 'my', 'for', 'to', 'by', 'from', 'expired', 'permission', 'two', 'factor', 'mfa', 'otp', 'totp', '2fa', 'passwordless', 'anonymous', 'guest', 'google', 'github', 'facebook', 'slack', 'aws', 'stripe', 'openid', 'connect', 'grant', 'implicit', 'authz', 'authn', 'next', 'remember', 'me', 'persistent', 'social', 'profile', 'manage', 'web', 'mobile', 'internal', 'external', 'system', 'custom', 'default', 'master', 'root', 'backup', 'recovery', 'ssh', 'rsa', 'pem', 'pgp', 'deploy', 'integration', 'integrations'])

/** Whether a value only names something: a field, a header, an injection token, a translation. */
export function isNameLike(value: string, name: string): boolean {
  if (!/^[A-Za-z@][\w.:/@ -]*$/.test(value)) return false
  const own = new Set(wordsOf(name))
  const words = wordsOf(value)
  return words.length > 0 && words.every((word) => own.has(word) || VOCABULARY.has(word))
}
