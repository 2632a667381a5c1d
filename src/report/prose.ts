/**
 * A finding as Markdown, for formats that have one field for text.
 */
import type { Finding, Fix } from '../findings/finding.js'

/** Why, the way there, and the repair; everything besides the message and the place. */
export function bodyOf(finding: Finding): string {
  return [finding.why, wayOf(finding), ...finding.fixes.map(fixOf), factsOf(finding)].filter((part) => part !== '').join('\n\n')
}

/** The trace as a numbered list; empty where the place says it all. */
export function wayOf({ trace }: Finding): string {
  return trace.length < 2 ? '' : trace.map((step, index) => `${index + 1}. ${code(step.label)} ${step.file}:${step.line}`).join('\n')
}

/** Title and code of a repair. */
export function fixOf(fix: Fix): string {
  const title = `${fix.kind === 'recipe' ? 'Do' : fix.kind === 'fix' ? 'Fix' : 'Suggestion'}: ${fix.title}`
  const text = fix.code ?? fix.edits.map((edit) => edit.text).filter((one) => one.trim() !== '').join('\n')
  return text === '' ? title : `${title}\n\n${fence(text)}`
}

/** What a finding is classed as, on one line. */
export function factsOf({ severity, confidence, handoff, cwe, fingerprint }: Finding): string {
  return [`Severity ${severity}, confidence ${confidence}, for ${handoff}`, ...cwe.map((number) => `CWE-${number}`), fingerprint].join(', ')
}

/** Code that no run of backticks inside of it can close. */
export function fence(text: string, language = 'ts'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  return `${mark}${language}\n${text}\n${mark}`
}

/** Inline code. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${mark}${space}${text.replace(/\s+/g, ' ')}${space}${mark}`
}
