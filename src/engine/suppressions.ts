/**
 * Comments that silence findings: `backend-lint-disable-next-line rule -- reason`, `-line`, `-file`, and blocks from
 * `backend-lint-disable` to `backend-lint-enable`. The reason is required, `until=2027-01-31` makes one expire.
 */
import { fingerprintsOf } from '../findings/fingerprint.js'
import { nearest } from '../findings/nearest.js'
import type { Finding, Fix, RuleInfo, Severity, TextEdit } from '../findings/finding.js'
import type { FileKind } from '../workspace/types.js'
import { commentsWith, type Comment } from './comments.js'

/** The engine's own rules about suppressions; they cannot be suppressed, only configured. */
export const ENGINE_RULES: readonly RuleInfo[] = [
  { id: 'invalid-suppression', severity: 'medium', title: 'A suppression has no reason, has expired, or names no rule that exists.', page: '', category: 'pattern', cwe: [], handoff: 'backend' },
  { id: 'unused-suppression', severity: 'low', title: 'A suppression silences nothing.', page: '', category: 'pattern', cwe: [], handoff: 'backend' },
]
type EngineRule = 'invalid-suppression' | 'unused-suppression'

/** The parts of a workspace file that are needed. */
export interface SuppressibleFile {
  readonly relative: string
  readonly kind: FileKind
  text(): string
}

export interface SuppressionContext {
  /** Ids of all rules. */
  readonly rules: readonly string[]
  /** Ids of the rules whose findings are complete; whether a suppression of another is unused, nobody knows. */
  readonly enabled: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Severity set for one of the engine's own rules; default: its own. */
  readonly severityOf?: (rule: string) => Severity | 'off' | undefined
}

export interface Suppressions {
  /** @param findings those of the file */
  apply(findings: readonly Finding[]): Applied
}

export interface Applied {
  readonly kept: readonly Finding[]
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[]
  /** Findings about the suppressions themselves. */
  readonly findings: readonly Finding[]
}

const MARKER = 'backend-lint-'
const DIRECTIVES = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const
type Kind = (typeof DIRECTIVES)[number]
/** At the start of a comment: prose may mention directives. */
const DIRECTIVE = /^(?:\/\/+|\/\*+|--+|#+|;+)\s*backend-lint-([a-z-]+)/

interface Directive {
  readonly comment: Comment
  readonly kind: Kind
  /** 1-based lines of the comment. */
  readonly line: number
  readonly endLine: number
  /** As written, each once. */
  readonly rules: readonly string[]
  /** Offsets of the list of rules in the text. */
  readonly list: { readonly start: number; readonly end: number }
  readonly reason: string
  readonly until: string | undefined
}

/** The lines in which a directive silences one rule; 1-based, inclusive. */
interface Region {
  readonly directive: Directive
  readonly rule: string
  readonly from: number
  to: number
  closedBy?: Directive
}

interface Complaint {
  readonly rule: EngineRule
  readonly comment: Comment
  readonly message: string
  readonly why: string
  readonly fixes?: readonly Fix[]
}

/** Reads the suppressions of a file; undefined when there are none. */
export function readSuppressions(file: SuppressibleFile, context: SuppressionContext): Suppressions | undefined {
  const text = file.text()
  if (!text.includes(MARKER)) return undefined
  const comments = commentsWith(MARKER, file.kind, file.relative, text).filter((comment) => DIRECTIVE.test(comment.text))
  return comments.length === 0 ? undefined : new FileSuppressions(file, text, comments, context)
}

class FileSuppressions implements Suppressions {
  private readonly directives: readonly Directive[]
  private readonly regions: readonly Region[]
  private readonly misspelt: readonly Complaint[]
  private readonly lines: readonly string[]

  constructor(
    private readonly file: SuppressibleFile,
    private readonly text: string,
    comments: readonly Comment[],
    private readonly context: SuppressionContext,
  ) {
    this.lines = text.split('\n')
    this.misspelt = comments.flatMap((comment) => misspelt(comment) ?? [])
    this.directives = comments.flatMap((comment) => this.directive(comment) ?? [])
    this.regions = this.regionsOf(this.directives)
  }

  apply(findings: readonly Finding[]): Applied {
    const kept: Finding[] = []
    const suppressed: { finding: Finding; reason: string }[] = []
    const used = new Set<Region>()
    for (const finding of findings) {
      const fitting = this.regions.filter(({ rule, from, to }) => rule === finding.rule && from <= finding.line && finding.line <= to)
      const inForce = fitting.filter(({ directive }) => this.isInForce(directive))
      // The narrowest one is meant: a suppression of the whole file beside it is not used by this finding.
      const [region] = (inForce.length > 0 ? inForce : fitting).sort((left, right) => left.to - left.from - (right.to - right.from))
      if (region) used.add(region)
      if (region && inForce.length > 0) suppressed.push({ finding, reason: region.directive.reason })
      else kept.push(finding)
    }
    const complaints = [...this.misspelt, ...this.directives.flatMap((directive) => this.complaintsAbout(directive, used))]
    return { kept, suppressed, findings: this.toFindings(complaints) }
  }

  private directive(comment: Comment): Directive | undefined {
    const match = DIRECTIVE.exec(comment.text)
    const kind = DIRECTIVES.find((one) => one === match?.[1])
    if (!match || !kind) return undefined
    const body = comment.text.slice(match[0].length).replace(/\s*\*\/$/, '')
    const dash = /(?:^|\s)--(?=\s|$)/.exec(body)
    const head = dash ? body.slice(0, dash.index) : body
    const reason = dash ? body.slice(dash.index + dash[0].length) : ''
    const names = [...head.replace(/\buntil=\S+/, (until) => ' '.repeat(until.length)).matchAll(/[^\s,*]+/g)]
    const offset = comment.start + match[0].length
    const last = names.at(-1)
    return {
      comment,
      kind,
      line: this.lineAt(comment.start),
      endLine: this.lineAt(comment.end),
      rules: [...new Set(names.map(([name]) => name))],
      list: { start: offset + (names[0]?.index ?? 0), end: offset + (last ? last.index + last[0].length : 0) },
      reason: reason.replace(/\buntil=\S+/, '').replace(/\s*\n[\s*]*/g, ' ').trim(),
      until: /\buntil=(\S+)/.exec(body)?.[1],
    }
  }

  private regionsOf(directives: readonly Directive[]): Region[] {
    const last = this.lines.length
    const regions: Region[] = []
    const open = new Set<Region>()
    for (const directive of directives) {
      const { kind, rules, line, endLine } = directive
      if (kind === 'enable') {
        for (const region of open) {
          if (rules.length > 0 && !rules.includes(region.rule)) continue
          region.to = line
          region.closedBy = directive
          open.delete(region)
        }
        continue
      }
      const [from, to] =
        kind === 'disable-file' ? [1, last] : kind === 'disable' ? [line, last] : kind === 'disable-line' ? [line, endLine] : [endLine + 1, this.nextCodeLine(endLine)]
      const added = rules.filter((rule) => this.context.rules.includes(rule)).map((rule): Region => ({ directive, rule, from, to }))
      regions.push(...added)
      if (kind === 'disable') for (const region of added) open.add(region)
    }
    return regions
  }

  /** Comments and empty lines in between do not count, so that several suppressions may stand above one line. */
  private nextCodeLine(line: number): number {
    const isQuiet = (text: string) => text.trim() === '' || COMMENT_LINE[this.file.kind].test(text)
    let next = line
    while (next < this.lines.length - 1 && isQuiet(this.lines[next] ?? '')) next++
    return next + 1
  }

  private isInForce({ reason, until }: Directive): boolean {
    return reason !== '' && (until === undefined || (isDate(until) && until >= this.context.today))
  }

  private complaintsAbout(directive: Directive, used: ReadonlySet<Region>): Complaint[] {
    const { comment, kind, rules } = directive
    const unknown = rules.filter((rule) => !this.context.rules.includes(rule)).map((rule) => this.unknown(rule, directive))
    if (kind === 'enable') return [...unknown, ...this.endsNothing(directive)]
    if (rules.length === 0)
      return [{ rule: 'invalid-suppression', comment, message: 'This suppression names no rule, so it silences nothing.', why: 'Write the rule it is for, as in "backend-lint-disable-next-line n-plus-one-query -- at most three items".' }]
    const regions = this.regions.filter((region) => region.directive === directive)
    const unused = regions.filter((region) => !used.has(region) && this.context.enabled.includes(region.rule))
    // What silences nothing needs no reason and no later date: it can go.
    if (unused.length > 0 && unused.length === rules.length) return [this.unused(directive, unused, used)]
    const invalid = regions.length > 0 ? this.notInForce(directive) : undefined
    if (invalid) return [...unknown, invalid]
    return [...unknown, ...(unused.length > 0 ? [this.unused(directive, unused, used)] : [])]
  }

  private unknown(id: string, { comment }: Directive): Complaint {
    const guess = nearest(id, this.context.rules)
    const why = ENGINE_RULES.some((one) => one.id === id)
      ? 'It is about suppressions themselves and cannot be suppressed. Set its severity in the configuration.'
      : guess
        ? `Did you mean "${guess}"?`
        : 'Run backend-lint rules for the list.'
    return { rule: 'invalid-suppression', comment, message: `This suppression names "${id}", which is no rule that could be suppressed.`, why }
  }

  private notInForce({ comment, rules, reason, until }: Directive): Complaint | undefined {
    const about = { rule: 'invalid-suppression', comment } as const
    const names = rules.join(', ')
    if (reason === '')
      return { ...about, message: `This suppression of ${names} gives no reason, so it is not in force.`, why: 'Nobody can tell later whether it still holds. Say behind " -- " why the finding is accepted.' }
    if (until === undefined) return undefined
    if (!isDate(until)) return { ...about, message: `"until=${until}" is no date, so this suppression of ${names} is not in force.`, why: 'Write it as until=2027-01-31.' }
    if (until < this.context.today) return { ...about, message: `This suppression of ${names} expired on ${until}.`, why: 'Mend the finding, or set a later date and say why.' }
    return undefined
  }

  private unused(directive: Directive, regions: readonly Region[], used: ReadonlySet<Region>): Complaint {
    const { comment, rules, list } = directive
    const names = regions.map(({ rule }) => rule)
    const left = rules.filter((rule) => !names.includes(rule))
    const edits = left.length > 0 ? [this.edit(list.start, list.end, left.join(', '))] : [this.removal(comment), ...this.endsWithout(regions, used)]
    return {
      rule: 'unused-suppression',
      comment,
      message: `No finding of ${names.join(' or ')} is here, so this suppression silences nothing.`,
      why: 'Left behind, it would hide the next real finding. Remove it.',
      fixes: [{ kind: 'fix', title: left.length > 0 ? `Remove ${names.join(', ')} from the suppression.` : 'Remove the suppression.', edits }],
    }
  }

  /** The ends of blocks that go with their beginnings. */
  private endsWithout(regions: readonly Region[], used: ReadonlySet<Region>): TextEdit[] {
    const ends = new Set(regions.flatMap(({ closedBy }) => closedBy ?? []))
    return [...ends]
      .filter((end) => this.regions.every((region) => region.closedBy !== end || (!used.has(region) && this.context.enabled.includes(region.rule))))
      .map((end) => this.removal(end.comment))
  }

  private endsNothing(directive: Directive): Complaint[] {
    const closed = this.regions.filter(({ closedBy }) => closedBy === directive)
    const idle = directive.rules.filter((rule) => this.context.rules.includes(rule) && !closed.some((region) => region.rule === rule))
    if (directive.rules.length === 0 ? closed.length > 0 : idle.length === 0) return []
    const left = directive.rules.filter((rule) => !idle.includes(rule))
    return [
      {
        rule: 'unused-suppression',
        comment: directive.comment,
        message: `No suppression${idle.length > 0 ? ` of ${idle.join(' or ')}` : ''} is open here, so this comment ends nothing.`,
        why: 'It makes the reader look for a beginning. Remove it.',
        fixes: [
          {
            kind: 'fix',
            title: 'Remove what ends nothing.',
            edits: [left.length > 0 ? this.edit(directive.list.start, directive.list.end, left.join(', ')) : this.removal(directive.comment)],
          },
        ],
      },
    ]
  }

  /** Removes the comment; the line with it when nothing else stands there, else the blanks beside it. */
  private removal({ outer }: Comment): TextEdit {
    const lineStart = this.text.lastIndexOf('\n', outer.start - 1) + 1
    const nextLine = this.text.indexOf('\n', outer.end)
    const lineEnd = nextLine < 0 ? this.text.length : nextLine
    const before = this.text.slice(lineStart, outer.start)
    const after = this.text.slice(outer.end, lineEnd)
    if (before.trim() === '' && after.trim() === '') return this.edit(lineStart, nextLine < 0 ? lineEnd : lineEnd + 1, '')
    if (after.trim() === '') return this.edit(lineStart + before.trimEnd().length, outer.end, '')
    return this.edit(outer.start, outer.end + after.length - after.trimStart().length, '')
  }

  private edit(start: number, end: number, text: string): TextEdit {
    return { file: this.file.relative, start, end, text }
  }

  private toFindings(complaints: readonly Complaint[]): Finding[] {
    const fingerprints = fingerprintsOf(
      // The marks of the comment go: a fingerprint does not see comments.
      complaints.map(({ rule, comment }) => ({ rule, file: this.file.relative, scope: '', snippet: comment.text.replace(/^(?:\/\/+|\/\*+|#+)/, '') })),
    )
    return complaints
      .flatMap((complaint, index): Finding[] => {
        const { rule, comment, message, why, fixes = [] } = complaint
        const info = ENGINE_RULES.find((one) => one.id === rule) as RuleInfo
        const severity = this.context.severityOf?.(rule) ?? info.severity
        if (severity === 'off') return []
        const place = { ...this.placeOf(comment), file: this.file.relative }
        return [{ rule, severity, confidence: 'high', ...place, message, why, trace: [], fixes, cwe: info.cwe, handoff: info.handoff, scope: '', fingerprint: fingerprints[index] as string }]
      })
      .sort((left, right) => left.line - right.line || left.column - right.column)
  }

  private placeOf({ start, end }: Comment) {
    const column = (offset: number) => offset - this.text.lastIndexOf('\n', offset - 1)
    return { line: this.lineAt(start), column: column(start), endLine: this.lineAt(end), endColumn: column(end) }
  }

  private lineAt(offset: number): number {
    let line = 1
    for (let at = this.text.indexOf('\n'); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1)) line++
    return line
  }
}

/** Lines that hold nothing but a comment. */
const COMMENT_LINE: Readonly<Record<FileKind, RegExp>> = {
  source: /^\s*(?:\/\/|\{?\s*\/\*.*\*\/\s*\}?\s*$)/,
  json: /^\s*\/\//,
  prisma: /^\s*\/\//,
  sql: /^\s*--/,
  yaml: /^\s*#/,
  toml: /^\s*#/,
  env: /^\s*#/,
  dockerfile: /^\s*#/,
  other: /^\s*(?:#|;|\/\/)/,
}

function misspelt(comment: Comment): Complaint | undefined {
  const word = DIRECTIVE.exec(comment.text)?.[1] ?? ''
  if (DIRECTIVES.some((kind) => kind === word)) return undefined
  const guess = nearest(word, DIRECTIVES)
  // Else it is prose, or about something else of this name.
  if (guess === undefined && !/^(?:disable|enable)/.test(word)) return undefined
  return {
    rule: 'invalid-suppression',
    comment,
    message: `"${MARKER}${word}" is no directive, so nothing is silenced.`,
    why: guess ? `Did you mean "${MARKER}${guess}"?` : `Directives are ${DIRECTIVES.map((kind) => MARKER + kind).join(', ')}.`,
  }
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
