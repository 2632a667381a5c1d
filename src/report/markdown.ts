/**
 * Markdown for a comment on a pull request: folded by file, and never longer than a comment may be.
 */
import { SEVERITIES, type Finding, type RunResult } from '../findings/finding.js'
import { code, fence, fixOf, wayOf } from './prose.js'
import { groupsOf, type Grouping } from './groups.js'
import type { SourceReader } from './source.js'

/** Characters that GitHub takes in a comment. */
const LONGEST = 65_536
/** Room for the sentence about what was left out. */
const RESERVE = 300
/** Lines of code that are quoted. */
const MOST_LINES = 6
/** Found again by whoever updates the comment. */
const MARK = '<!-- backend-lint -->'

export function renderMarkdown(result: RunResult, source: SourceReader, groupBy: Grouping): string {
  const { findings, summary } = result
  const counts = SEVERITIES.flatMap((severity) => (summary.findings[severity] > 0 ? [`${summary.findings[severity]} ${severity}`] : []))
  const others = [...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []), ...(summary.baselined > 0 ? [`${summary.baselined} known`] : [])]
  const head = [
    MARK,
    findings.length === 0 ? '### backend-lint: nothing found' : `### backend-lint: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} (${counts.join(', ')})`,
    '',
    [`${summary.files} files checked`, ...others].join(', '),
    '',
  ].join('\n')
  const problems = result.problems.length === 0 ? '' : folded(`Not understood: ${result.problems.length}`, result.problems.map(({ file, line, message }) => `- ${file === undefined ? '' : `${code(`${file}${line === undefined ? '' : `:${line}`}`)} `}${text(message)}`).join('\n'))
  let body = head
  let shown = 0
  for (const { title, file, own } of sectionsOf(findings, groupBy)) {
    const room = LONGEST - RESERVE - problems.length - body.length
    const heading = title === undefined ? '' : `\n#### ${title}\n`
    const section = heading + folded(`${file} (${own.length})`, own.map((finding) => blockOf(finding, source)).join('\n'), shown === 0)
    if (section.length <= room) {
      body += section
      shown += own.length
      continue
    }
    // Without code and way, each finding is a line.
    const short = heading + folded(`${file} (${own.length})`, own.map((finding) => `- ${titleOf(finding)}`).join('\n'))
    if (short.length > room) break
    body += short
    shown += own.length
  }
  const hidden = findings.length - shown
  if (hidden > 0) body += `\n${hidden} more ${hidden === 1 ? 'finding does' : 'findings do'} not fit into a comment. Run backend-lint to see them all.\n`
  return body.length + problems.length <= LONGEST ? body + problems : body
}

/** Findings by file, the file with the worst of a group first: it stays when there is no room for all. The first section of a group has its title. */
function sectionsOf(all: readonly Finding[], groupBy: Grouping): { readonly title: string | undefined; readonly file: string; readonly own: readonly Finding[] }[] {
  return groupsOf(all, groupBy).flatMap(({ title, findings }) => {
    const files = [...new Set([...findings].sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity)).map(({ file }) => file))]
    return files.map((file, index) => ({ title: index === 0 ? title : undefined, file, own: findings.filter((finding) => finding.file === file) }))
  })
}

function titleOf(finding: Finding): string {
  return `**${finding.severity}** ${code(finding.rule)} line ${finding.line}: ${text(finding.message)}`
}

function blockOf(finding: Finding, source: SourceReader): string {
  const lines = source.lines(finding.file)?.slice(finding.line - 1, Math.min(finding.endLine, finding.line + MOST_LINES - 1))
  const confidence = finding.confidence === 'high' ? [] : [`confidence ${finding.confidence}`]
  const facts = [...confidence, ...finding.cwe.map((number) => `CWE-${number}`), ...(finding.handoff === 'backend' ? [] : [`for ${finding.handoff}`]), finding.fingerprint]
  return [titleOf(finding), lines ? fence(lines.map((line) => line.slice(0, 300)).join('\n')) : '', wayOf(finding), text(finding.why), ...finding.fixes.slice(0, 1).map(fixOf), `<sub>${facts.join(', ')}</sub>`, '']
    .filter((part, index, parts) => part !== '' || index === parts.length - 1)
    .join('\n\n')
}

function folded(title: string, body: string, isOpen = false): string {
  return `\n<details${isOpen ? ' open' : ''}><summary>${html(title)}</summary>\n\n${body}\n</details>\n`
}

function html(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text that Markdown and HTML leave alone; nobody is notified by it. */
function text(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`)).replace(/@(?=\w)/g, '@\u200b')
}
