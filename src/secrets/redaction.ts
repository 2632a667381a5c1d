/**
 * What may be shown of a secret, and what stands for it where it is compared.
 */
import { createHash } from 'node:crypto'

/** Characters at the end that help to recognise a key in a dashboard. */
const SHOWN_AT_END = 2

/**
 * The public prefix and the last two characters: `sk_live_…9f`.
 *
 * @param prefix what every value of the provider starts with
 */
export function redacted(value: string, prefix: string): string {
  return value.length > prefix.length + 8 ? `${prefix}…${value.slice(-SHOWN_AT_END)}` : `${prefix}…`
}

/** Stands for a value in fingerprints; the value cannot be had from it. */
export function identityOf(value: string): string {
  return createHash('sha256').update(`hardcoded-secret\0${value}`).digest('hex').slice(0, 16)
}

/** Every place of a text where the value stands. */
export function occurrences(text: string, value: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (value.length < 4) return found
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) found.push({ start: at, end: at + value.length })
  return found
}
