/**
 * Private keys in PEM form, also inside of string literals.
 */

const HEADER = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP |ANY |SSH2 ENCRYPTED )?PRIVATE KEY(?: BLOCK)?)-----/y
/** Characters of the longest key that is looked for. */
const LONGEST = 16_000
/** Base64 characters every real key has. */
const SHORTEST_BODY = 64

export interface PrivateKey {
  /** "RSA private key". */
  readonly what: string
  readonly isEncrypted: boolean
  readonly start: number
  readonly end: number
}

/**
 * The private key whose header starts at an offset.
 *
 * @returns undefined for headers alone, as in code that reads keys, and for bodies that are left out
 */
export function privateKeyAt(text: string, at: number): PrivateKey | undefined {
  HEADER.lastIndex = at
  const header = HEADER.exec(text)
  if (!header) return undefined
  const after = at + header[0].length
  const window = text.slice(after, after + LONGEST)
  const close = window.indexOf('-----END')
  const body = close >= 0 ? window.slice(0, close) : window.split(/\n\s*\n/, 1)[0] ?? ''
  const next = body.indexOf('-----BEGIN')
  const own = next >= 0 ? body.slice(0, next) : body
  if (/\$\{|\.\.\.|…|<[\w -]+>|x{16}|\*{4}|your|example/i.test(own.slice(0, 4_000))) return undefined
  // Line ends and quotes of literals count for nothing; what is left of code is no base64 of that length.
  const longest = own.split(/\\r|\\n|[\s'"`+,\\]+/).filter((line) => /^[A-Za-z0-9+/=]{16,}$/.test(line))
  const characters = longest.reduce((sum, line) => sum + line.length, 0)
  if (characters < SHORTEST_BODY || new Set(longest.join('')).size < 12) return undefined
  if (close >= 0 && next < 0 && isCutShort(longest.join(''))) return undefined
  const footer = close >= 0 && next < 0 ? /^-----END [A-Z0-9 ]{1,40}-----/.exec(window.slice(close))?.[0].length ?? 8 : 0
  const kind = (header[1] ?? '').toLowerCase().replace(/^(rsa|ec|dsa|pgp|openssh)\b/, (word) => (word === 'openssh' ? 'OpenSSH' : word.toUpperCase()))
  return { what: kind, isEncrypted: /ENCRYPTED/.test(`${header[1]}${own.slice(0, 200)}`), start: at, end: after + own.length + footer }
}

/** The key says how long it is, and ends before: it shows what one looks like. */
function isCutShort(body: string): boolean {
  const bytes = Buffer.from(body, 'base64')
  return bytes[0] === 0x30 && bytes[1] === 0x82 && bytes.length >= 4 && bytes.length < bytes.readUInt16BE(2) * SHARE_READ
}

/** Lines that are not read make a key shorter than it says; one that shows the form is far shorter. */
const SHARE_READ = 0.5
