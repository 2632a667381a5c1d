/**
 * Every entry of the catalogue finds a value of its own form, and shows no more of it than everybody knows.
 */
import { describe, expect, it } from 'vitest'
import { namedFormats, tokenFormats } from '../../src/secrets/catalogue.js'
import { lengthOf, SETS, sourceOf, type Shape } from '../../src/secrets/shape.js'
import { scan, visiblePrefix } from '../../src/secrets/scan.js'
import { redacted } from '../../src/secrets/redaction.js'
import { judge } from '../../src/secrets/values.js'

/** Numbers from 0 to 1 that are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

/** All characters of a set, from the inside of its character class. */
function charactersOf(set: string): string {
  return Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    .filter((character) => new RegExp(`[${set}]`).test(character))
    .join('')
}

/** A value of a shape, each run as short as it may be. */
function valueOf(shape: Shape, seed: number): string {
  const next = numbers(seed)
  return shape
    .map((part) => {
      if (typeof part === 'string') return part
      if ('oneOf' in part) return part.oneOf[0] ?? ''
      // A token that ends in a hyphen or starts with a dot would be cut by the text around it.
      const all = charactersOf(SETS[part.set]).replace(/[-_.=%+/]/g, '')
      return Array.from({ length: part.min }, () => all[Math.floor(next() * all.length)]).join('')
    })
    .join('')
}

describe('tokens of providers', () => {
  it('knows at least as many forms as people expect of a secret scanner, each once', () => {
    const ids = [...tokenFormats, ...namedFormats].map((format) => format.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set([...tokenFormats, ...namedFormats].map((format) => format.provider)).size).toBeGreaterThan(150)
  })

  for (const [index, format] of tokenFormats.entries())
    it(`finds ${format.id}`, () => {
      const value = valueOf(format.shape, index + 7)
      const text = `const key = '${value}'\n`
      const { found } = scan(text, 0)
      expect(found).toHaveLength(1)
      const [one] = found
      expect(one).toMatchObject({ kind: 'token', start: text.indexOf(value), end: text.indexOf(value) + value.length })
      if (one?.kind !== 'token') return
      expect(one.format.provider).toBe(format.provider)
      const shown = redacted(value, one.prefix)
      expect(shown.length).toBeLessThanOrEqual(one.prefix.length + 3)
      expect(value.startsWith(visiblePrefix(one.format, value))).toBe(true)
      // What is shown as the prefix is literal text of the form, not a part of the value.
      expect(JSON.stringify(one.format.shape)).toContain(JSON.stringify(one.prefix).slice(1, -1))
    })

  it('has the length of every form bounded', () => {
    for (const format of tokenFormats) expect(lengthOf(format.shape).max, format.id).toBeLessThanOrEqual(2_500)
  })

  it('tries a pattern only where a keyword stands, so that long texts cost one pass', () => {
    // Nothing may follow from the length alone: each text holds one prefix over and over, without a token.
    for (const format of tokenFormats) {
      const text = (format.prefix || format.keywords[0] || '').repeat(400)
      expect(scan(text, 0).found.filter((one) => one.kind === 'token' && one.end - one.start > lengthOf(one.format.shape).max), format.id).toEqual([])
    }
  })

  it('repeats no quantified group in a pattern, which would make it slow', () => {
    for (const format of [...tokenFormats, ...namedFormats]) expect(sourceOf(format.shape), format.id).not.toMatch(/\)[*+{]|[*+]\)|\.\*|\.\+/)
  })
})

describe('keys known by name', () => {
  for (const [index, format] of namedFormats.entries())
    it(`recognises ${format.id}`, () => {
      const value = valueOf(format.shape, index + 11)
      const word = [...format.words].find((one) => one.length > 3) ?? format.words[0] ?? ''
      const judged = judge({ name: `${word}_api_key`, path: [], value, role: 'named', start: 0, end: value.length, literalStart: 0, literalEnd: value.length })
      // Forms of few characters are told from words only by the provider's name.
      expect(judged?.format, value).toBeDefined()
      expect(judged?.strength).toBe('strong')
    })
})
