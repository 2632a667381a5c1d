/**
 * JSON: everything a run has to say, in the shape of schema/report.schema.json.
 */
import type { Finding, RunResult } from '../findings/finding.js'

export function renderJson(result: RunResult, options: { readonly timing: boolean }): string {
  return JSON.stringify(
    {
      version: 1,
      tool: result.tool,
      // Whoever puts the parts together renders them, and must know what not to show.
      ...(result.shard && { shard: { ...result.shard, redactions: result.redactions } }),
      findings: result.findings.map(toJson),
      suppressed: result.suppressed.map(({ finding, reason }) => ({ ...toJson(finding), reason })),
      problems: result.problems.map(({ kind, file, line, message }) => ({ kind, ...(file !== undefined && { file }), ...(line !== undefined && { line }), message })),
      summary: summaryOf(result, options.timing),
      ...(options.timing && { timing: result.timing }),
    },
    undefined,
    2,
  )
}

/** The time a run took is no fact about the code: without it, the same code gives the same report. */
function summaryOf({ summary }: RunResult, timing: boolean) {
  const { files, findings, byRule, suppressed, baselined, duration, unresolvedCalls } = summary
  return { files, findings, byRule, suppressed, baselined, ...(timing && { duration }), unresolvedCalls }
}

function toJson(finding: Finding) {
  const { rule, severity, confidence, file, line, column, endLine, endColumn, message, why, trace, fixes, cwe, handoff, fingerprint } = finding
  return {
    rule,
    severity,
    confidence,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    why,
    trace: trace.map((step) => ({ file: step.file, line: step.line, column: step.column, endLine: step.endLine, endColumn: step.endColumn, label: step.label })),
    fixes: fixes.map(({ kind, title, edits, code }) => ({ kind, title, edits, ...(code !== undefined && { code }) })),
    cwe,
    handoff,
    fingerprint,
  }
}
