/**
 * Every annotated program of every rule: what is marked is reported, and nothing else.
 */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/engine/registry.js'
import { casesOf, compare, runOn } from './support/cases.js'

for (const rule of rules)
  describe(rule.id, () => {
    const cases = casesOf(rule.id)
    it('has cases', () => {
      expect(cases.length).toBeGreaterThan(0)
    })
    for (const source of cases)
      it(path.basename(source), async () => {
        const marked = await runOn(source, [rule.id])
        expect(marked.errors).toEqual([])
        const others = [...new Set(marked.marks.map((mark) => mark.rule))].filter((id) => id !== rule.id)
        const { result, marks } = others.length > 0 ? await runOn(source, [rule.id, ...others]) : marked
        expect(result.problems.filter((problem) => problem.kind !== 'parse')).toEqual([])
        expect(compare(result.findings, marks)).toEqual([])
      })
  })
