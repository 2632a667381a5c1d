/**
 * Every fix and suggestion that a case provokes: applied to a copy of the program, the program still parses, and the
 * finding is gone.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../src/engine/run.js'
import { rules } from '../src/engine/registry.js'
import { applyEdits } from '../src/findings/edits.js'
import type { Fix } from '../src/findings/finding.js'
import { casesOf, copyOf } from './support/cases.js'

/** Writes the edits of a fix into the files of a folder; gives what puts the files back. */
function apply(fix: Fix, folder: string): () => void {
  const before = new Map<string, string>()
  for (const file of new Set(fix.edits.map((edit) => edit.file))) {
    const absolute = path.join(folder, file)
    let text = ''
    try {
      text = readFileSync(absolute, 'utf8')
      before.set(absolute, text)
    } catch {
      // A fix may make a file: `.env.example`.
    }
    writeFileSync(absolute, applyEdits(text, fix.edits.filter((edit) => edit.file === file)))
  }
  return () => {
    for (const [absolute, text] of before) writeFileSync(absolute, text)
  }
}

for (const rule of rules)
  describe(rule.id, () => {
    for (const source of casesOf(rule.id))
      it(path.basename(source), async () => {
        const folder = copyOf(source)
        try {
          const { findings, problems } = await check({ cwd: folder, only: [rule.id], confidence: 'low' })
          const known = new Set(problems.map((problem) => problem.file))
          for (const finding of findings)
            for (const fix of finding.fixes) {
              if (fix.kind === 'recipe') continue
              const undo = apply(fix, folder)
              const after = await check({ cwd: folder, only: [rule.id], confidence: 'low' })
              const where = `${finding.file}:${finding.line} "${fix.title}"`
              expect(after.problems.filter((problem) => !known.has(problem.file)), where).toEqual([])
              expect(after.findings.length, `${where} leaves its finding`).toBeLessThan(findings.length)
              undo()
            }
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      })
  })
