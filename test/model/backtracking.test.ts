/**
 * Which patterns take exponential time; the dangerous ones here were all seen in published advisories or code.
 */
import { describe, expect, it } from 'vitest'
import { exponentialPart, mayBacktrack } from '../../src/model/backtracking.js'

describe('exponential patterns', () => {
  it.each([
    ['^(a+)+$', '(a+)+'],
    ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$', '(([\\-.]|[_]+)?([a-zA-Z0-9]+))*'],
    ['^(\\w+\\s?)*$', '(\\w+\\s?)*'],
    ['^(\\d+|\\w+)*!', '(\\d+|\\w+)*'],
    ['^(?:.|\\s)*end', '(?:.|\\s)*'],
    ['(\\s*\\w*)*;', '(\\s*\\w*)*'],
    ['^([\\w.-]+\\.)+[a-z]{2,}$', '([\\w.-]+\\.)+'],
    ['^(?!https?:)([a-z0-9]+(.[a-z0-9]+)+.*)$', '(.[a-z0-9]+)+'],
    ['^((ab)*)*c$', '((ab)*)*'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', '(([a-z])+.)+'],
  ])('%s', (source, part) => {
    expect(exponentialPart(source)).toBe(part)
    expect(mayBacktrack(source)).toBe(true)
  })
})

describe('patterns that are fine', () => {
  it.each([
    '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    '^(\\w+\\.)+\\w+$',
    '^(\\s+\\w+)*$',
    '"(?:[^"\\\\]|\\\\.)*"',
    '^\\d{3}(?:-\\d{4})+$',
    '(a+)+',
    '(a+)+.*',
    '(a+)+[^]*$',
    '^(?:[01]\\d|2[0-3])(?::[0-5]\\d){1,2}$',
    '^(\\d+,)*\\d+$',
    '(a+)\\1+',
    '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
    '[',
    '^(?:[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?\\.)+[a-z]{2,}$',
  ])('%s', (source) => {
    expect(exponentialPart(source)).toBeUndefined()
  })
})
