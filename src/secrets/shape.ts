/**
 * The form of a token, as data: literal text and bounded runs of characters. A shape can be compiled into a pattern
 * that never backtracks far, and a test can make a value of it.
 */

/** Characters of a run, as the inside of a character class. */
export const SETS = {
  alnum: 'A-Za-z0-9',
  lower: 'a-z0-9',
  upper: 'A-Z0-9',
  letters: 'A-Za-z',
  digits: '0-9',
  hex: '0-9a-f',
  anyHex: '0-9A-Fa-f',
  base32: 'A-Z2-7',
  base64: 'A-Za-z0-9+/',
  url: 'A-Za-z0-9_-',
  dotted: 'A-Za-z0-9_.=-',
  percent: 'A-Za-z0-9%',
} as const

export type SetName = keyof typeof SETS

/** A run of characters of one set; lengths are inclusive. */
export interface Run {
  readonly set: SetName
  readonly min: number
  readonly max: number
}

/** One of several literal texts. */
export interface Choice {
  readonly oneOf: readonly string[]
}

export type Part = string | Run | Choice
export type Shape = readonly Part[]

const run = (set: SetName) => (min: number, max = min): Run => ({ set, min, max })
export const alnum = run('alnum')
export const lower = run('lower')
export const upper = run('upper')
export const letters = run('letters')
export const digits = run('digits')
export const hex = run('hex')
export const anyHex = run('anyHex')
export const base32 = run('base32')
export const base64 = run('base64')
export const url = run('url')
export const dotted = run('dotted')
export const percent = run('percent')
export const oneOf = (...texts: string[]): Choice => ({ oneOf: texts })

/** Eight, four, four, four and twelve hexadecimal digits. */
export const UUID: Shape = [anyHex(8), '-', anyHex(4), '-', anyHex(4), '-', anyHex(4), '-', anyHex(12)]

const quote = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Source of a regular expression that matches the shape and nothing around it. */
export function sourceOf(shape: Shape): string {
  return shape
    .map((part) => {
      if (typeof part === 'string') return quote(part)
      if ('oneOf' in part) return `(?:${part.oneOf.map(quote).join('|')})`
      return `[${SETS[part.set]}]{${part.min}${part.max === part.min ? '' : `,${part.max}`}}`
    })
    .join('')
}

/** Least and greatest number of characters of a shape. */
export function lengthOf(shape: Shape): { readonly min: number; readonly max: number } {
  let min = 0
  let max = 0
  for (const part of shape) {
    if (typeof part === 'string') {
      min += part.length
      max += part.length
    } else if ('oneOf' in part) {
      min += Math.min(...part.oneOf.map((text) => text.length))
      max += Math.max(...part.oneOf.map((text) => text.length))
    } else {
      min += part.min
      max += part.max
    }
  }
  return { min, max }
}
