/**
 * `backend-lint merge`: one report out of those of shards.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { infoOf, rules } from '../../engine/registry.js'
import { ENGINE_RULES } from '../../engine/suppressions.js'
import { UsageError } from '../../findings/errors.js'
import type { Finding, RunResult, Severity } from '../../findings/finding.js'
import { byPlace, summarise, uniqueProblems } from '../../findings/summary.js'
import { repositoryPathOf } from '../../workspace/workspace.js'
import { EXIT, type ExitCode } from '../exit.js'
import { printReports, readFromDisk, type OutputFlags } from '../output.js'
import { exitCode } from '../verdict.js'

/** Flags as commander hands them over. */
export interface MergeFlags extends OutputFlags {
  readonly failOn: Severity | 'never'
}

type JsonFinding = Omit<Finding, 'scope'>

/** What JSON reports hold of a run. */
interface Report extends Pick<RunResult, 'tool' | 'problems' | 'summary'> {
  readonly version: 1
  readonly findings: readonly JsonFinding[]
  readonly suppressed: readonly (JsonFinding & { readonly reason: string })[]
  readonly shard?: { readonly index: number; readonly count: number; readonly redactions: RunResult['redactions'] }
}

/**
 * @throws UsageError for a file that is no report, and for parts that are missing or do not belong together
 */
export function runMerge(files: readonly string[], flags: MergeFlags): ExitCode {
  const reports = files.map(readReport)
  belongTogether(files, reports)
  const [first] = reports
  if (!first) return EXIT.error
  const findings = reports.flatMap((report) => report.findings.map(withScope)).sort(byPlace)
  const total = (count: (report: Report) => number) => reports.reduce((sum, report) => sum + count(report), 0)
  const root = process.cwd()
  const result: RunResult = {
    tool: first.tool,
    root,
    repositoryPath: repositoryPathOf(root),
    findings,
    suppressed: reports.flatMap((report) => report.suppressed.map(({ reason, ...finding }) => ({ finding: withScope(finding), reason }))).sort((left, right) => byPlace(left.finding, right.finding)),
    problems: uniqueProblems(reports.flatMap((report) => report.problems)),
    summary: summarise(findings, {
      files: total(({ summary }) => summary.files),
      suppressed: total(({ summary }) => summary.suppressed),
      baselined: total(({ summary }) => summary.baselined),
      duration: total(({ summary }) => summary.duration ?? 0),
      // Every part knows the whole workspace.
      unresolvedCalls: Math.max(...reports.map(({ summary }) => summary.unresolvedCalls)),
    }),
    timing: { phases: {}, rules: {} },
    rules: [...rules.map(infoOf), ...ENGINE_RULES],
    redactions: Object.fromEntries(reports.flatMap(({ shard }) => Object.entries(shard?.redactions ?? {}))),
  }
  printReports(result, flags, (file) => readFromDisk(path.join(root, file)))
  return exitCode(result, {}, flags.failOn)
}

function withScope(finding: JsonFinding): Finding {
  return { ...finding, scope: '' }
}

function readReport(file: string): Report {
  let report: Partial<Report>
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Partial<Report>
  } catch (error) {
    throw new UsageError(`${file} cannot be read as a report (${(error as Error).message}). Give files that backend-lint --shard i/n --format json=<file> wrote.`)
  }
  if (report.version !== 1 || report.tool?.name !== 'backend-lint' || !Array.isArray(report.findings))
    throw new UsageError(`${file} is no JSON report of backend-lint. Give files that backend-lint --shard i/n --format json=<file> wrote.`)
  return report as Report
}

function belongTogether(files: readonly string[], reports: readonly Report[]): void {
  const versions = new Set(reports.map(({ tool }) => tool.version))
  if (versions.size > 1) throw new UsageError(`The reports come from different versions (${[...versions].join(', ')}). Run all parts with the same one.`)
  const parts = reports.map(({ shard }) => shard)
  const whole = parts.findIndex((part) => part === undefined)
  if (whole >= 0) throw new UsageError(`${files[whole] ?? ''} is the report of a whole run, not of a part. Give the reports of backend-lint --shard 1/n to n/n.`)
  const count = parts[0]?.count ?? 0
  const other = parts.findIndex((part) => part?.count !== count)
  if (other >= 0) throw new UsageError(`${files[other] ?? ''} is a part of ${parts[other]?.count ?? 0}, the others are parts of ${count}. Give the parts of one run.`)
  const indexes = parts.map((part) => part?.index ?? 0)
  const twice = indexes.findIndex((index, at) => indexes.indexOf(index) !== at)
  if (twice >= 0) throw new UsageError(`Part ${indexes[twice] ?? 0} of ${count} is given twice.`)
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !indexes.includes(index))
  if (missing.length > 0) throw new UsageError(`Part ${missing.join(', ')} of ${count} is missing. Give the reports of all parts.`)
}
