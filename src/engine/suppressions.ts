/**
 * Comments that silence findings: `backend-lint-disable-next-line rule -- reason`, `-line`, `-file`, and blocks from
 * `backend-lint-disable` to `backend-lint-enable`. The reason is required, `until=2027-01-31` makes one expire.
 */
import { ts } from 'ts-morph'
import { fingerprint } from '../findings/fingerprint.js'
import { nearest } from '../findings/nearest.js'
import type { Finding, Fix, RuleInfo } from '../findings/finding.js'
import type { FileKind } from '../workspace/types.js'

/** The engine's own rules about suppressions; they cannot be suppressed. */
export const ENGINE_RULES: readonly RuleInfo[] = [
  { id: 'invalid-suppression', severity: 'medium', title: 'A suppression has no reason, has expired, or names no rule that exists.', page: '', category: 'pattern', cwe: [], handoff: 'backend' },
  { id: 'unused-suppression', severity: 'low', title: 'A suppression silences nothing.', page: '', category: 'pattern', cwe: [], handoff: 'backend' },
]

/** The parts of a workspace file that are needed. */
export interface SuppressibleFile {
  readonly relative: string
  readonly kind: FileKind
  readonly size: number
  text(): string
}

export interface SuppressionContext {
  /** Ids of all rules. */
  readonly rules: readonly string[]
  /** Ids of the rules that ran; a suppression of another is not unused. */
  readonly enabled: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

export interface Suppressions {
  apply(findings: readonly Finding[]): {
    readonly kept: readonly Finding[]
    readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[]
    /** Findings about the suppressions themselves. */
    readonly findings: readonly Finding[]
  }
}

interface Directive {
  /** Offsets of the comment. */
  readonly start: number
  readonly end: number
  readonly line: number
  readonly rules: readonly string[]
  readonly reason: string
  /** 1-based, inclusive. */
  readonly from: number
  readonly to: number
  readonly error: string | undefined
}

const MARKER = 'backend-lint-'
/** At the start of a comment: prose may mention directives. */
const DIRECTIVE = /^(?:\/\/+|\/\*+|--|#+)?\s*backend-lint-(disable-next-line|disable-line|disable-file|disable|enable)\b([^]*)/

/** Reads the suppressions of a file; undefined when there are none. */
export function readSuppressions(file: SuppressibleFile, context: SuppressionContext): Suppressions | undefined {
  const text = file.text()
  if (!text.includes(MARKER)) return undefined
  const comments = commentsOf(file.kind, file.relative, text).filter(({ text: comment }) => DIRECTIVE.test(comment))
  if (comments.length === 0) return undefined
  const directives = toDirectives(comments, text, context)
  return { apply: (findings) => apply(directives, findings, file.relative, text, context) }
}

interface Comment {
  readonly start: number
  readonly end: number
  readonly text: string
}

function commentsOf(kind: FileKind, relative: string, text: string): Comment[] {
  if (kind === 'source') return sourceComments(relative, text)
  const marker = kind === 'sql' ? '--' : kind === 'prisma' ? '//' : kind === 'json' ? '//' : '#'
  const found: Comment[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const at = line.indexOf(marker)
    if (at >= 0 && line.includes(MARKER, at)) found.push({ start: offset + at, end: offset + line.replace(/\r$/, '').length, text: line.slice(at).replace(/\r$/, '') })
    offset += line.length + 1
  }
  return found
}

/** Comments that the scanner sees as such: not the text of strings and templates. */
function sourceComments(relative: string, text: string): Comment[] {
  const variant = /\.[cm]?ts$/.test(relative) ? ts.LanguageVariant.Standard : ts.LanguageVariant.JSX
  const source = ts.createSourceFile(relative, text, ts.ScriptTarget.ESNext, false, variant === ts.LanguageVariant.JSX ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found = new Map<number, Comment>()
  const add = (ranges: readonly ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) if (!found.has(pos)) found.set(pos, { start: pos, end, text: text.slice(pos, end) })
  }
  // Comments are trivia in front of tokens and behind them; only where the marker stands need one be looked for.
  const visit = (node: ts.Node): void => {
    if (!text.slice(node.pos, node.end).includes(MARKER)) return
    add(ts.getLeadingCommentRanges(text, node.pos))
    add(ts.getTrailingCommentRanges(text, node.end))
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  add(ts.getLeadingCommentRanges(text, source.endOfFileToken.pos))
  for (const child of source.statements) add(ts.getTrailingCommentRanges(text, child.end))
  return [...found.values()].filter((comment) => comment.text.includes(MARKER)).sort((left, right) => left.start - right.start)
}

function toDirectives(comments: readonly Comment[], text: string, context: SuppressionContext): Directive[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const last = lineAt(text.length)
  const open: { directive: Omit<Directive, 'to'>; }[] = []
  const found: Directive[] = []
  for (const comment of comments) {
    const match = DIRECTIVE.exec(comment.text)
    const kind = match?.[1]
    if (!match || !kind) continue
    const line = lineAt(comment.start)
    const endLine = lineAt(comment.end)
    const body = (match[2] ?? '').replace(/\*\/\s*\}?\s*$|-->\s*$/, '').trim()
    const dash = /(?:^|\s)--(?:\s|$)/.exec(body)
    const head = (dash ? body.slice(0, dash.index) : body).trim()
    const reasonText = dash ? body.slice(dash.index + dash[0].length).trim() : ''
    const until = /\buntil=(\S+)/.exec(body)?.[1]
    const reason = reasonText.replace(/\s*\buntil=\S+/, '').trim()
    const rules = head.replace(/\buntil=\S+/, '').split(/[\s,]+/).filter((id) => id !== '')
    if (kind === 'enable') {
      for (const { directive } of open.splice(0)) found.push({ ...directive, to: line })
      continue
    }
    const base = { start: comment.start, end: comment.end, line, rules, reason, error: errorOf(rules, reason, until, context) }
    if (kind === 'disable') open.push({ directive: { ...base, from: line } })
    else if (kind === 'disable-file') found.push({ ...base, from: 1, to: last })
    else if (kind === 'disable-line') found.push({ ...base, from: line, to: line })
    else found.push({ ...base, from: endLine + 1, to: nextCodeLine(text, endLine) })
  }
  for (const { directive } of open) found.push({ ...directive, to: last })
  return found.sort((left, right) => left.start - right.start)
}

/** The next line that is not itself a suppression, so that several may stand above one line. */
function nextCodeLine(text: string, line: number): number {
  const lines = text.split('\n')
  let next = line
  while (next < lines.length && (lines[next] ?? '').includes(`${MARKER}disable-next-line`)) next++
  return next + 1
}

function errorOf(rules: readonly string[], reason: string, until: string | undefined, { rules: known, today }: SuppressionContext): string | undefined {
  if (rules.length === 0) return 'It names no rule. Write the rule it silences, as in "backend-lint-disable-next-line n-plus-one-query -- at most three items".'
  const unknown = rules.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    const guess = nearest(unknown, known)
    return `There is no rule "${unknown}".${guess ? ` Did you mean "${guess}"?` : ' Run backend-lint rules for the list.'}`
  }
  if (reason === '') return 'It gives no reason. Say behind " -- " why the finding is accepted.'
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until)) return `"until=${until}" is no date. Write it as until=2027-01-31.`
  if (until !== undefined && until < today) return `It expired on ${until}. Mend the finding, or set a later date and say why.`
  return undefined
}

function apply(directives: readonly Directive[], findings: readonly Finding[], file: string, text: string, context: SuppressionContext) {
  const kept: Finding[] = []
  const suppressed: { finding: Finding; reason: string }[] = []
  const used = new Set<Directive>()
  for (const finding of findings) {
    const directive = directives.find((one) => one.error === undefined && one.rules.includes(finding.rule) && one.from <= finding.line && finding.line <= one.to)
    if (!directive) {
      kept.push(finding)
      continue
    }
    used.add(directive)
    suppressed.push({ finding, reason: directive.reason })
  }
  const own = directives.flatMap((directive): Finding[] => {
    if (directive.error !== undefined) return [ownFinding('invalid-suppression', directive, file, text, directive.error, [])]
    if (used.has(directive) || !directive.rules.some((id) => context.enabled.includes(id))) return []
    return [ownFinding('unused-suppression', directive, file, text, `No finding of ${directive.rules.join(', ')} is here to silence. Remove the comment.`, [removal(directive, file, text)])]
  })
  return { kept, suppressed, findings: own }
}

/** Removes the comment, and the line with it when nothing else stands there. */
function removal(directive: Directive, file: string, text: string): Fix {
  const lineStart = text.lastIndexOf('\n', directive.start - 1) + 1
  const lineEnd = text.indexOf('\n', directive.end)
  const isAlone = text.slice(lineStart, directive.start).trim() === '' && text.slice(directive.end, lineEnd < 0 ? undefined : lineEnd).trim() === ''
  const start = isAlone ? lineStart : lineStart + text.slice(lineStart, directive.start).trimEnd().length
  const end = isAlone && lineEnd >= 0 ? lineEnd + 1 : directive.end
  return { kind: 'fix', title: 'Remove the suppression.', edits: [{ file, start, end, text: '' }] }
}

function ownFinding(rule: 'invalid-suppression' | 'unused-suppression', directive: Directive, file: string, text: string, message: string, fixes: readonly Fix[]): Finding {
  const column = directive.start - (text.lastIndexOf('\n', directive.start - 1) + 1) + 1
  const comment = text.slice(directive.start, directive.end)
  const lines = comment.split('\n')
  const info = ENGINE_RULES.find((one) => one.id === rule) as RuleInfo
  return {
    rule,
    severity: info.severity,
    confidence: 'high',
    file,
    line: directive.line,
    column,
    endLine: directive.line + lines.length - 1,
    endColumn: lines.length === 1 ? column + comment.length : (lines.at(-1) ?? '').length + 1,
    message: rule === 'invalid-suppression' ? `This suppression is not in force. ${message}` : `This suppression silences nothing. ${message}`,
    why: 'A suppression without a reason, or one that outlives its finding, hides the next real one.',
    trace: [],
    fixes,
    cwe: [],
    handoff: 'backend',
    fingerprint: fingerprint({ rule, scope: '', snippet: comment, occurrence: 0 }),
  }
}
