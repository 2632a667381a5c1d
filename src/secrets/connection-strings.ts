/**
 * Passwords in URLs and in `Key=value;` connection strings.
 */
import { isCommonPassword, isPlaceholder, isTemplate } from './placeholders.js'

export interface ConnectionString {
  /** `postgres`, `https`; `mssql` for key-value strings. */
  readonly scheme: string
  readonly user: string
  readonly password: string
  readonly host: string
  /** Offsets of the whole string and of the password. */
  readonly start: number
  readonly end: number
  readonly passwordStart: number
  readonly passwordEnd: number
  /** The host is this machine or a name only a container network knows. */
  readonly isLocal: boolean
  /** A password everybody would try. */
  readonly isCommon: boolean
}

const AUTHORITY = /:\/\/([^\s:/?#@'"`<>{}|\\^,;()]{0,128}):([^\s/@'"`<>\\]{1,256})@((?:[\w-]{1,63}\.){0,10}[\w-]{1,63}|\[[0-9a-fA-F:]{2,45}\])/y
const SCHEME = /[a-z][a-z0-9+.-]{0,29}$/i

/**
 * The URL with a password around an occurrence of `://`.
 *
 * @param at offset of the colon
 * @returns undefined when there is no password or something stands for it
 */
export function urlWithPassword(text: string, at: number): ConnectionString | undefined {
  AUTHORITY.lastIndex = at
  const match = AUTHORITY.exec(text)
  if (!match) return undefined
  const [whole, user = '', password = '', host = ''] = match
  const scheme = SCHEME.exec(text.slice(Math.max(0, at - 30), at))?.[0].toLowerCase() ?? ''
  if (scheme === '' || isTemplate(password) || /[${}]|^%[A-Za-z]$|^:/.test(password) || /[${}]|%(?![0-9a-f]{2})/i.test(user)) return undefined
  if (isDocumentation(user, password, host)) return undefined
  const passwordStart = at + 3 + user.length + 1
  return {
    scheme,
    user,
    password,
    host,
    start: at - scheme.length,
    end: at + whole.length,
    passwordStart,
    passwordEnd: passwordStart + password.length,
    isLocal: isLocalHost(host),
    isCommon: isCommonPassword(password) || password === user,
  }
}

const KEY_VALUE = /(?:password|pwd)\s{0,2}=\s{0,2}([^;"'`\s]{1,128})/iy

/**
 * A `Server=...;Password=...` string around an occurrence of `password` or `pwd`.
 *
 * @param at offset of the key
 */
export function keyValuePassword(text: string, at: number): ConnectionString | undefined {
  KEY_VALUE.lastIndex = at
  const match = KEY_VALUE.exec(text)
  const password = match?.[1]
  if (!match || !password) return undefined
  const around = text.slice(Math.max(0, at - 300), at + 400)
  const from = Math.max(around.lastIndexOf('\n', Math.min(300, at)), 0)
  const line = around.slice(from).split('\n').find((one) => one.includes(match[0])) ?? ''
  const host = /(?:^|[;"'`\s])(?:server|data source|host|addr(?:ess)?)\s?=\s?(?:tcp:)?([\w.-]{1,200})/i.exec(line)?.[1]
  if (host === undefined || !line.includes(';')) return undefined
  const user = /(?:user id|uid|user|username)\s?=\s?([\w.@-]{1,100})/i.exec(line)?.[1] ?? ''
  if (isPlaceholder(password) || isDocumentation(user, password, host)) return undefined
  const passwordStart = at + match[0].length - password.length
  return { scheme: 'mssql', user, password, host, start: at, end: at + match[0].length, passwordStart, passwordEnd: passwordStart + password.length, isLocal: isLocalHost(host), isCommon: isCommonPassword(password) }
}

/** Hosts that nobody else reaches: this machine, private names, services of a compose file. */
export function isLocalHost(host: string): boolean {
  return !host.includes('.') || /^(?:127\.|0\.0\.0\.0$|10\.0\.2\.2$|host\.docker\.internal$)|\.(?:local|localhost|internal|test)$/i.test(host)
}

const GENERIC = /^(?:user(?:name)?|usr|login|name|u|me|alice|bob|john|foo|db_?user|my_?user|admin|root|postgres|mysql|mongo)?$/i
const STAND_IN = /^(?:p|pw|pwd|pass|password|passwd|passw0rd|secret|my_?pass(?:word)?|db_?pass(?:word)?|bar|key|token|api_?key|p@ssw0rd)$/i

/** `user:password@host`: shown to explain the form, not to be used. */
function isDocumentation(user: string, password: string, host: string): boolean {
  if (isPlaceholder(password) || /^(?:\*+|x+)$/i.test(password)) return true
  const isNoHost = /^(?:host(?:name)?|server|your.*|my-?host|db-?host|domain|url|address|endpoint|foo|bar)$|(?:^|\.)(?:example|domain|yourdomain|mydomain|host|site|test|invalid)\.(?:com|org|net|io|test|local)$|\.example$/i.test(host)
  return STAND_IN.test(password) && (isNoHost || GENERIC.test(user) && !/^(?:admin|root|postgres|mysql|mongo)$/i.test(user)) || isNoHost
}
