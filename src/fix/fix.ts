/**
 * Applies the edits of findings: planned first, conflicts left out, written in one step a file.
 */
import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { applyEdits } from '../findings/edits.js'
import type { Finding, Fix, TextEdit } from '../findings/finding.js'

/** A file before and after, texts without BOM. */
export interface FileChange {
  /** Relative to the workspace root. */
  readonly file: string
  readonly before: string
  readonly after: string
}

export interface FixPlan {
  readonly files: readonly FileChange[]
  /** Findings whose fix is in the plan. */
  readonly applied: readonly Finding[]
  /** Files or fixes that were left alone, and why. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[]
}

/**
 * Chooses edits in the order of the findings; a fix that touches what an earlier one touches waits for the next run.
 */
export function planFixes(
  findings: readonly Finding[],
  options: { readonly kinds: readonly Fix['kind'][]; readonly readText: (file: string) => string | undefined },
): FixPlan {
  const chosen = new Map<string, TextEdit[]>()
  const applied: Finding[] = []
  const skipped: { file: string; reason: string }[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.edits.length > 0 && options.kinds.includes(one.kind))
    if (!fix) continue
    if (fix.edits.some((edit) => (chosen.get(edit.file) ?? []).some((other) => overlap(edit, other)))) {
      skipped.push({ file: finding.file, reason: `the fix of ${finding.rule} in line ${finding.line} touches the same code as another one; run again.` })
      continue
    }
    for (const edit of fix.edits) chosen.set(edit.file, [...(chosen.get(edit.file) ?? []), edit])
    applied.push(finding)
  }
  const files = [...chosen].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([file, edits]): FileChange[] => {
    const before = options.readText(file)
    return before === undefined ? [] : [{ file, before, after: applyEdits(before, edits) }]
  })
  return { files, applied, skipped }
}

/** Insertions at one place keep their order and do not conflict; everything else that touches does. */
function overlap(left: TextEdit, right: TextEdit): boolean {
  return left.file === right.file && left.start < right.end && right.start < left.end
}

/**
 * Writes a plan; each file in one step, with its BOM and mode. A file that changed since it was read is left alone.
 *
 * @param root absolute
 * @returns files written, relative to the root
 */
export function writeFixes(plan: FixPlan, root: string): string[] {
  const written: string[] = []
  for (const { file, before, after } of plan.files) {
    const absolute = path.join(root, file)
    const now = readFileSync(absolute, 'utf8')
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : ''
    if (now.slice(mark.length) !== before) continue
    const temporary = `${absolute}.backend-lint-${process.pid}`
    writeFileSync(temporary, mark + after)
    chmodSync(temporary, statSync(absolute).mode)
    renameSync(temporary, absolute)
    written.push(file)
  }
  return written
}

/** A unified diff as `git apply` takes it. */
export function renderDiff(before: string, after: string, file: string): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 }).replace(/^=+\n/, '')
}
