/**
 * JSON: everything a run has to say, in the shape of schema/report.schema.json.
 */
import type { Finding, RunResult } from '../findings/finding.js'

export function renderJson(result: RunResult, options: { readonly timing: boolean }): string {
  return JSON.stringify(
    {
      version: 1,
      tool: result.tool,
      findings: result.findings.map(toJson),
      suppressed: result.suppressed.map(({ finding, reason }) => ({ ...toJson(finding), reason })),
      problems: result.problems.map(({ kind, file, line, message }) => ({ kind, ...(file !== undefined && { file }), ...(line !== undefined && { line }), message })),
      summary: result.summary,
      ...(options.timing && { timing: result.timing }),
    },
    undefined,
    2,
  )
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
