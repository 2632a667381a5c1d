/**
 * Findings that are known: those of a baseline file, and those that were there before a change.
 *
 * A finding is the same as a known one when its fingerprint is, in the same file or else wherever the code has moved.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { append } from '../findings/multimap.js'
import { UsageError } from '../findings/errors.js'
import type { Finding } from '../findings/finding.js'

/** A finding as it is remembered: neither lines nor source text. */
export interface KnownFinding {
  readonly rule: string
  /** Relative to the workspace root. */
  readonly file: string
  /** Name of the unit around it; '' at the top level. */
  readonly scope: string
  readonly fingerprint: string
}

/** Name of the baseline file in the root of a workspace. */
export const BASELINE_FILE = 'backend-lint-baseline.json'

/**
 * @param file absolute
 * @returns undefined when there is none
 * @throws UsageError for a file that holds something else
 */
export function readBaseline(file: string): readonly KnownFinding[] | undefined {
  if (!existsSync(file)) return undefined
  const broken = (why: string) => new UsageError(`${file} is no baseline: ${why}. Correct it (a merge may have left marks), or write it again with backend-lint baseline.`)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw broken((error as Error).message)
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown }
  if (version !== 1) throw broken('"version" must be 1')
  if (!Array.isArray(findings)) throw broken('"findings" must be a list')
  return findings.map((entry: unknown, index) => {
    const one = (entry ?? {}) as Record<string, unknown>
    for (const key of ['rule', 'file', 'scope', 'fingerprint'] as const) if (typeof one[key] !== 'string') throw broken(`"findings[${index}].${key}" must be a text`)
    return one as unknown as KnownFinding
  })
}

/** Writes a baseline: sorted, one finding a line, so that branches which change it merge. */
export function writeBaseline(file: string, known: readonly KnownFinding[]): void {
  const lines = known
    .map(({ rule, file: where, scope, fingerprint }) => JSON.stringify({ rule, file: where, scope, fingerprint }))
    .sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  const text = `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]\n}\n`
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, text)
  renameSync(temporary, file)
}

/** What is remembered of a finding. */
export function remember({ rule, file, scope, fingerprint }: Finding): KnownFinding {
  return { rule, file, scope, fingerprint }
}

export interface Compared {
  readonly fresh: readonly Finding[]
  readonly known: readonly Finding[]
  /** What is remembered and was not found. */
  readonly gone: readonly KnownFinding[]
}

/**
 * Tells findings that are known from those that are not. Each known finding stands for one.
 *
 * @param nameNow where a file is now; default: where it was
 */
export function compareWith(remembered: readonly KnownFinding[], findings: readonly Finding[], nameNow: (file: string) => string = (file) => file): Compared {
  const open = new Map<string, KnownFinding[]>()
  for (const one of remembered) append(open, one.fingerprint, one)
  const matches = new Set<Finding>()
  const take = (finding: Finding, fits: (one: KnownFinding) => boolean) => {
    const candidates = open.get(finding.fingerprint) ?? []
    const at = candidates.findIndex((one) => one.rule === finding.rule && fits(one))
    if (at < 0) return
    candidates.splice(at, 1)
    matches.add(finding)
  }
  // Code that stays where it is comes first: a copy of it elsewhere is new.
  for (const finding of findings) take(finding, (one) => nameNow(one.file) === finding.file)
  for (const finding of findings) if (!matches.has(finding)) take(finding, () => true)
  return {
    fresh: findings.filter((finding) => !matches.has(finding)),
    known: findings.filter((finding) => matches.has(finding)),
    gone: [...open.values()].flat(),
  }
}

/** The baseline file of a workspace: the one named, else the usual one. */
export function baselineFile(root: string, cwd: string, named: string | undefined): string {
  return named === undefined ? path.join(root, BASELINE_FILE) : path.resolve(cwd, named)
}
