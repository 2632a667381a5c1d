/**
 * Applies the edits of findings: planned first, conflicts left out, written in one step a file.
 */
import { chmodSync, lstatSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { applyEdits, fitTogether, overlap } from '../findings/edits.js'
import type { Finding, Fix, TextEdit } from '../findings/finding.js'

export { applyEdits }

/** A file before and after, texts without BOM. */
export interface FileChange {
  /** Relative to the workspace root. */
  readonly file: string
  readonly before: string
  readonly after: string
}

/** What was left alone, and why; the reason is a sentence to put behind "Left <file> alone: ". */
export interface Skipped {
  readonly file: string
  readonly reason: string
}

export interface FixPlan {
  /** Sorted by path; only files that change. */
  readonly files: readonly FileChange[]
  /** Findings whose fix is in the plan. */
  readonly applied: readonly Finding[]
  readonly skipped: readonly Skipped[]
}

export interface PlanOptions {
  /** Kinds of fixes to apply; a finding's first one of these counts. */
  readonly kinds: readonly Fix['kind'][]
  /** Text without BOM of a file relative to the workspace root, as it was analysed; undefined when there is none. */
  readonly readText: (file: string) => string | undefined
}

/**
 * Chooses edits in the order of the findings; a fix that touches what an earlier one touches waits for the next run.
 * A fix is applied as a whole or not at all. Fixes may share an edit, as two that add the same import do.
 */
export function planFixes(findings: readonly Finding[], { kinds, readText }: PlanOptions): FixPlan {
  const chosen = new Map<string, TextEdit[]>()
  const applied: Finding[] = []
  const skipped: Skipped[] = []
  const texts = new Map<string, string | undefined>()
  const textOf = (file: string) => {
    if (!texts.has(file)) texts.set(file, readText(file))
    return texts.get(file)
  }
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.edits.length > 0 && kinds.includes(one.kind))
    if (!fix) continue
    const what = `the fix of ${finding.rule} in line ${finding.line}`
    const unreadable = fix.edits.find((edit) => textOf(edit.file) === undefined)
    const isBroken = () => [...new Set(fix.edits.map(({ file }) => file))].some((file) => !fitTogether(fix.edits.filter((edit) => edit.file === file), textOf(file) ?? ''))
    if (unreadable) skipped.push({ file: finding.file, reason: `${what} edits ${unreadable.file}, which cannot be read.` })
    else if (isBroken()) skipped.push({ file: finding.file, reason: `${what} has edits that do not fit the text.` })
    else if (fix.edits.some((edit) => (chosen.get(edit.file) ?? []).some((other) => !isSame(edit, other) && overlap(edit, other))))
      skipped.push({ file: finding.file, reason: `${what} touches the same code as another one; run again.` })
    else {
      for (const edit of fix.edits) {
        const others = chosen.get(edit.file) ?? []
        if (!others.some((other) => isSame(edit, other))) chosen.set(edit.file, [...others, edit])
      }
      applied.push(finding)
    }
  }
  const files = [...chosen]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([file, edits]): FileChange => ({ file, before: textOf(file) ?? '', after: applyEdits(textOf(file) ?? '', edits) }))
    .filter(({ before, after }) => before !== after)
  return { files, applied, skipped }
}

function isSame(left: TextEdit, right: TextEdit): boolean {
  return left.file === right.file && left.start === right.start && left.end === right.end && left.text === right.text
}

export interface Written {
  /** Relative to the root. */
  readonly files: readonly string[]
  readonly skipped: readonly Skipped[]
}

/**
 * Writes a plan; each file in one step, with its BOM and mode, through symbolic links. A file that changed since it
 * was read, has gone, or cannot be written is left alone.
 *
 * @param root absolute
 */
export function writeFixes(plan: FixPlan, root: string): Written {
  const files: string[] = []
  const skipped: Skipped[] = []
  for (const change of plan.files) {
    const reason = write(change, path.join(root, change.file))
    if (reason === undefined) files.push(change.file)
    else skipped.push({ file: change.file, reason })
  }
  return { files, skipped }
}

/** @returns why not */
function write({ before, after }: FileChange, file: string): string | undefined {
  let temporary: string | undefined
  try {
    const target = lstatSync(file).isSymbolicLink() ? realpathSync(file) : file
    const bytes = readFileSync(target)
    const now = bytes.toString('utf8')
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : ''
    if (now.slice(mark.length) !== before) return 'it changed since it was read; run again.'
    // Bytes that are no UTF-8 were replaced when the file was read; writing would make that last.
    if (!Buffer.from(now).equals(bytes)) return 'it is not UTF-8, so writing it would destroy what it holds.'
    temporary = `${target}.backend-lint-${process.pid}`
    const { mode } = statSync(target)
    writeFileSync(temporary, mark + after, { flag: 'wx', mode })
    chmodSync(temporary, mode)
    renameSync(temporary, target)
    return undefined
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return 'it has gone since it was read.'
    return `it cannot be written (${code ?? String(error)}).`
  }
}

/** A unified diff as `git apply` takes it; empty when nothing differs. */
export function renderDiff(before: string, after: string, file: string): string {
  if (before === after) return ''
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 }).replace(/^=+\n/, '')
}
