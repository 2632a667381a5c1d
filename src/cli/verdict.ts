/**
 * What a result means for whoever called the program.
 */
import { SEVERITIES, type Finding, type RunResult, type Severity } from '../findings/finding.js'
import { EXIT, type ExitCode } from './exit.js'

/** Flags about the verdict, as commander hands them over. */
export interface VerdictFlags {
  readonly maxWarnings?: number
  readonly strictParsing?: boolean
}

export function isAtLeast(finding: Finding, threshold: Severity): boolean {
  return SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(threshold)
}

/** @param threshold severity from which on a finding fails the run */
export function exitCode(result: RunResult, flags: VerdictFlags, threshold: Severity | 'never'): ExitCode {
  if (result.problems.some((problem) => problem.kind === 'internal')) return EXIT.error
  if (flags.strictParsing && result.problems.some((problem) => problem.kind === 'parse')) return EXIT.error
  const failing = threshold === 'never' ? 0 : result.findings.filter((finding) => isAtLeast(finding, threshold)).length
  if (failing > 0) return EXIT.findings
  return flags.maxWarnings !== undefined && result.findings.length > flags.maxWarnings ? EXIT.findings : EXIT.ok
}
