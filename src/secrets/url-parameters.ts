/**
 * Keys that are sent in the query of a URL.
 */
import { isLocalHost } from './connection-strings.js'
import { looksRandom } from './entropy.js'

export interface UrlParameter {
  readonly name: string
  /** Offsets of the value. */
  readonly start: number
  readonly end: number
}

const PARAMETER = /[?&]((?:x-)?(?:(?:api|access|auth|app|secret|client|subscription|service)[-_]?(?:key|token|secret)|key|secret|appid|app_id))=([\w.~+-]{16,200})(?![\w.~+-]|\$\{|%)/iy
/** In the description of an API, on the same line or the one before. */
const SAMPLE = /\bexamples?['"]?\s{0,2}[:=][^\n]{0,200}(?:\n[^\n]{0,200})?$/i
/** The host in front of a query, in the same URL. */
const HOST = /:\/\/([\w.-]{1,200})(?::\d{1,5})?(?:\/[^\s"'`]{0,200})?$/
/** Characters that a name of a parameter takes at most, with the sign in front. */
const LONGEST_NAME = 24

const LONGEST_URL = 300

/**
 * The parameter whose name ends with an equals sign.
 *
 * @param at offset of the equals sign
 * @returns undefined when the name is no secret's, or nothing random follows
 */
export function urlParameterAt(text: string, at: number): UrlParameter | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_NAME), at)
  const from = Math.max(before.lastIndexOf('?'), before.lastIndexOf('&'))
  if (from < 0) return undefined
  PARAMETER.lastIndex = at - before.length + from
  const match = PARAMETER.exec(text)
  const [, name, value] = match ?? []
  if (!match || name === undefined || value === undefined || !looksRandom(value)) return undefined
  if (SAMPLE.test(text.slice(Math.max(0, match.index - LONGEST_URL), match.index))) return undefined
  // What a developer tried on this machine.
  const host = HOST.exec(text.slice(Math.max(0, match.index - LONGEST_URL), match.index))?.[1]
  if (host !== undefined && isLocalHost(host)) return undefined
  const end = match.index + match[0].length
  return { name, start: end - value.length, end }
}
