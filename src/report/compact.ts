/**
 * One line a finding: for people who grep and for coding agents.
 */
import { SEVERITIES, type RunResult } from '../findings/finding.js'
import { printable } from './source.js'

export function renderCompact(result: RunResult): string {
  const lines = result.findings.map(
    ({ file, line, column, severity, rule, message, trace, fixes }) =>
      `${printable(file)}:${line}:${column} ${severity} ${rule}: ${oneLine(message)}${trace.length > 1 ? ` | via ${trace.map((step) => `${step.file}:${step.line}`).join(' -> ')}` : ''}${fixes[0] ? ` | fix: ${oneLine(fixes[0].title)}` : ''}`,
  )
  const problems = result.problems.map(({ kind, file, line, message }) => `${file ? `${printable(file)}${line === undefined ? '' : `:${line}`} ` : ''}${kind} problem: ${oneLine(message)}`)
  const counts = SEVERITIES.flatMap((severity) => (result.summary.findings[severity] > 0 ? [`${result.summary.findings[severity]} ${severity}`] : []))
  const total = result.findings.length
  return [...lines, ...problems, `${total} ${total === 1 ? 'finding' : 'findings'}${counts.length ? ` (${counts.join(', ')})` : ''} in ${result.summary.files} files`].join('\n')
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
}
