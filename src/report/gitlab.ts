/**
 * GitLab's code quality report: the part of the Code Climate format that GitLab reads, with everything a finding says.
 *
 * Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import { createHash } from 'node:crypto'
import type { Finding, RunResult, Severity } from '../findings/finding.js'
import { bodyOf } from './prose.js'

const SEVERITY: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor'>> = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor' }

export function renderGitlab(result: RunResult): string {
  const seen = new Map<string, number>()
  const issues = result.findings.map((finding) => ({
    type: 'issue',
    check_name: finding.rule,
    description: finding.message,
    content: { body: bodyOf(finding) },
    categories: [finding.cwe.length > 0 ? 'Security' : 'Bug Risk'],
    severity: SEVERITY[finding.severity],
    fingerprint: unique(finding, seen),
    location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
    other_locations: finding.trace.map((step) => ({ path: step.file, lines: { begin: step.line, end: step.endLine } })),
  }))
  // What was not understood has no other place in this format.
  const problems = result.problems.flatMap(({ kind, file, line, message }) =>
    file === undefined
      ? []
      : [{ type: 'issue', check_name: `${kind}-problem`, description: message, severity: 'info', fingerprint: hash(`${kind}\0${file}\0${message}`), location: { path: file, lines: { begin: line ?? 1, end: line ?? 1 } } }],
  )
  return JSON.stringify([...issues, ...problems], undefined, 2)
}

/** GitLab tells issues apart by this alone, so the file is part of it. */
function unique({ file, fingerprint }: Finding, seen: Map<string, number>): string {
  const key = hash(`${file}\0${fingerprint}`)
  const count = seen.get(key) ?? 0
  seen.set(key, count + 1)
  return count === 0 ? key : hash(`${key}\0${count}`)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
