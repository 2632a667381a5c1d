/**
 * Every fix and suggestion that a case provokes: applied to a copy of the program, the program still parses, and the
 * finding is gone.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../src/engine/run.js'
import { rules } from '../src/engine/registry.js'
import { applyEdits } from '../src/findings/edits.js'
import type { Finding, Fix } from '../src/findings/finding.js'
import { casesOf, copyOf } from './support/cases.js'

/** Writes the edits of some fixes into the files of a folder; gives what puts the files back. */
function apply(fixes: readonly Fix[], folder: string): () => void {
  const edits = fixes.flatMap((fix) => fix.edits)
  const before = new Map<string, string | undefined>()
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const absolute = path.join(folder, file)
    // A fix may make a file: `.env.example`.
    const text = existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined
    before.set(absolute, text)
    writeFileSync(absolute, applyEdits(text ?? '', edits.filter((edit) => edit.file === file)))
  }
  return () => {
    for (const [absolute, text] of before)
      if (text === undefined) rmSync(absolute)
      else writeFileSync(absolute, text)
  }
}

interface Applicable {
  readonly finding: Finding
  readonly fix: Fix
}

/** Fixes in groups whose edits are apart, so that one check tells of a whole group; one fix of a finding in each. */
function apart(all: readonly Applicable[]): Applicable[][] {
  const groups: Applicable[][] = []
  for (const one of all) {
    const group = groups.find((others) => others.every((other) => other.finding !== one.finding && !other.fix.edits.some((edit) => one.fix.edits.some((own) => own.file === edit.file && own.start <= edit.end && edit.start <= own.end))))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
}

for (const rule of rules)
  describe(rule.id, () => {
    for (const source of casesOf(rule.id))
      it(path.basename(source), async () => {
        const folder = copyOf(source)
        const look = () => check({ cwd: folder, only: [rule.id], confidence: 'low' })
        try {
          const { findings, problems } = await look()
          const known = new Set(problems.map((problem) => problem.file))
          const applicable = findings.flatMap((finding) => finding.fixes.filter(({ kind }) => kind !== 'recipe').map((fix) => ({ finding, fix })))
          const verify = async (group: readonly Applicable[]): Promise<void> => {
            const undo = apply(group.map(({ fix }) => fix), folder)
            const after = await look()
            undo()
            const isMended = after.problems.every((problem) => known.has(problem.file)) && after.findings.length <= findings.length - group.length
            // Which of them it was: each alone.
            if (!isMended && group.length > 1) for (const one of group) await verify([one])
            else {
              const where = group.map(({ finding, fix }) => `${finding.file}:${finding.line} "${fix.title}"`).join(', ')
              expect(after.problems.filter((problem) => !known.has(problem.file)), where).toEqual([])
              expect(after.findings.length, `${where} leaves its finding`).toBeLessThanOrEqual(findings.length - group.length)
            }
          }
          for (const group of apart(applicable)) await verify(group)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      })
  })
