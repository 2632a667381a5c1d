/**
 * GitHub workflow commands, and the job summary for what they do not show.
 */
import { SEVERITIES, type Finding, type RunResult } from '../findings/finding.js'
import { factsOf } from './prose.js'

/** GitHub shows at most ten annotations of a kind for each step. */
const MOST_ANNOTATIONS = 10

/** Commands for the worst findings; critical and high are errors, the rest warnings. */
export function renderGithub(result: RunResult): string {
  const worstFirst = [...result.findings].sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity))
  const errors = worstFirst.filter(isError).slice(0, MOST_ANNOTATIONS)
  const warnings = worstFirst.filter((finding) => !isError(finding)).slice(0, MOST_ANNOTATIONS)
  const lines = [...errors, ...warnings].map((finding) => {
    const properties = { file: finding.file, line: finding.line, endLine: finding.endLine, col: finding.column, title: `${finding.rule} (${finding.severity})` }
    const way = finding.trace.length > 1 ? finding.trace.map((step, index) => `${index + 1}. ${step.file}:${step.line} ${step.label}`) : []
    // An annotation is plain text: marks of Markdown would stand there as they are.
    const repairs = finding.fixes.map(({ title, code, edits }) => [title, code ?? edits.map(({ text }) => text).join('\n')].filter((part) => part.trim() !== '').join('\n'))
    return command(isError(finding) ? 'error' : 'warning', properties, [finding.message, finding.why, ...way, ...repairs, factsOf(finding)].join('\n'))
  })
  for (const { file, line, message } of result.problems.slice(0, MOST_ANNOTATIONS)) lines.push(command('notice', { ...(file !== undefined && { file }), ...(line !== undefined && { line }), title: 'backend-lint' }, message))
  const hidden = result.findings.length - errors.length - warnings.length
  if (hidden > 0) lines.push(`${hidden} more ${hidden === 1 ? 'finding is' : 'findings are'} in the job summary.`)
  return lines.join('\n')
}

/** Markdown for `$GITHUB_STEP_SUMMARY`: all findings, worst first. */
export function renderGithubSummary(result: RunResult): string {
  if (result.findings.length === 0) return '### backend-lint: nothing found\n'
  const rows = [...result.findings]
    .sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity))
    .map(({ severity, rule, file, line, message }) => `| ${severity} | ${rule} | ${cell(`${file}:${line}`)} | ${cell(message)} |`)
  return [`### backend-lint: ${result.findings.length} ${result.findings.length === 1 ? 'finding' : 'findings'}`, '', '| severity | rule | place | what |', '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

function isError({ severity }: Finding): boolean {
  return severity === 'critical' || severity === 'high'
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${listed.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ')
}
