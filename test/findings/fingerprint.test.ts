/**
 * What keeps the identity of a finding, and what changes it.
 */
import { describe, expect, it } from 'vitest'
import { fingerprint, fingerprintsOf } from '../../src/findings/fingerprint.js'

const of = (snippet: string, rest: { rule?: string; scope?: string; occurrence?: number } = {}) =>
  fingerprint({ rule: 'n-plus-one-query', scope: 'OrderService.list', occurrence: 0, ...rest, snippet })
const SNIPPET = "prisma.order.findMany({ where: { status: 'open' } })"

it('is sixteen hexadecimal characters', () => {
  expect(of(SNIPPET)).toMatch(/^[0-9a-f]{16}$/)
})

describe('stays', () => {
  it.each([
    ['with another indentation', "prisma.order.findMany({\n      where: { status: 'open' }\n    })"],
    ['with Windows line ends and tabs', "prisma.order.findMany({\r\n\twhere: { status: 'open' }\r\n})"],
    ['with other quotes', 'prisma.order.findMany({ where: { status: "open" } })'],
    ['with trailing commas and a semicolon', "prisma.order.findMany({ where: { status: 'open', }, });"],
    ['with comments', "prisma.order.findMany({ // all of them\n where: { /* 'soon' also closed */ status: 'open' } })"],
    ['with a comment that has an apostrophe', "prisma.order.findMany({ // don't\n where: { status: 'open' } })"],
  ])('%s', (_, snippet) => {
    expect(of(snippet)).toBe(of(SNIPPET))
  })
})

describe('changes', () => {
  it.each([
    ['with another value', of("prisma.order.findMany({ where: { status: 'paid' } })")],
    ['with another rule', of(SNIPPET, { rule: 'unbounded-query' })],
    ['with another unit', of(SNIPPET, { scope: 'OrderService.all' })],
    ['with the next occurrence', of(SNIPPET, { occurrence: 1 })],
  ])('%s', (_, changed) => {
    expect(changed).not.toBe(of(SNIPPET))
  })

  it('with what follows a comment-like part of a string', () => {
    expect(of("get('//cdn/a')")).not.toBe(of("get('//cdn/b')"))
    expect(of("get('/*', a)")).not.toBe(of("get('/*', b)"))
    expect(of('get(`${host}//a`)')).not.toBe(of('get(`${host}//b`)'))
    expect(of('url: http://a')).not.toBe(of('url: http://b'))
  })
})

it('numbers findings that are the same but for their place', () => {
  const same = { file: 'a.ts', rule: 'unbounded-query', scope: 'list', snippet: 'find()' }
  const all = fingerprintsOf([same, { ...same, scope: 'other' }, { ...same, snippet: 'find( )' }, same])
  expect(new Set(all).size).toBe(4)
  const identity = { rule: same.rule, scope: same.scope, snippet: same.snippet }
  expect(all.filter((_, index) => index !== 1)).toEqual([0, 1, 2].map((occurrence) => fingerprint({ ...identity, occurrence })))
})

it('numbers each file for itself, so that the same code in another file moves nothing', () => {
  const code = { rule: 'unbounded-query', scope: 'list', snippet: 'find()' }
  const [first, second] = fingerprintsOf([{ ...code, file: 'a.ts' }, { ...code, file: 'b.ts' }])
  expect(second).toBe(first)
})
