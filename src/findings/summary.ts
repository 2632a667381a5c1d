/**
 * The order of findings, and the figures about them.
 */
import { SEVERITIES, type Finding, type Location, type Problem, type RunSummary, type Severity } from './finding.js'

/** By path, line, column, rule: the order of every report. */
export function byPlace(left: Location & { readonly rule: string }, right: Location & { readonly rule: string }): number {
  return (
    (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
    left.line - right.line ||
    left.column - right.column ||
    (left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0)
  )
}

/** @param findings in their order */
export function summarise(findings: readonly Finding[], others: Omit<RunSummary, 'findings' | 'byRule'>): RunSummary {
  const byRule: Record<string, number> = {}
  for (const { rule } of findings) byRule[rule] = (byRule[rule] ?? 0) + 1
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity).length])) as Record<Severity, number>
  return { ...others, findings: counts, byRule }
}

/** Each problem once, by file and line. */
export function uniqueProblems(problems: readonly Problem[]): Problem[] {
  const unique = [...new Map(problems.map((problem) => [`${problem.file}\0${problem.line}\0${problem.message}`, problem])).values()]
  return unique.sort((left, right) => ((left.file ?? '') < (right.file ?? '') ? -1 : (left.file ?? '') > (right.file ?? '') ? 1 : (left.line ?? 0) - (right.line ?? 0)))
}
