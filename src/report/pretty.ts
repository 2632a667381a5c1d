/**
 * For people at a terminal: grouped by file, with the code, the path that leads there, and the repair.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ansiEscapes from 'ansi-escapes'
import { Chalk, type ChalkInstance } from 'chalk'
import { structuredPatch } from 'diff'
import { applyEdits, fitTogether } from '../findings/edits.js'
import { SEVERITIES, type Finding, type Fix, type RunResult, type Severity, type TraceStep } from '../findings/finding.js'
import { groupsOf, type Grouping } from './groups.js'
import { printable, type SourceReader } from './source.js'
import { widthOf } from './width.js'

export interface PrettyOptions {
  readonly color: boolean
  /** Names of files lead to them, where a terminal lets people follow links. */
  readonly links: boolean
  readonly groupBy: Grouping
  /** Columns. */
  readonly width: number
  readonly verbose: boolean
  readonly timing: boolean
}

/** Narrower terminals get lines this long all the same. */
const NARROWEST = 40
const WIDEST = 140
/** Lines of a range that are shown before the rest is left out. */
const MOST_LINES = 3
/** Lines of a difference that are shown. */
const MOST_DIFF_LINES = 14
/** Trace steps that are shown. */
const MOST_STEPS = 12

export function renderPretty(result: RunResult, source: SourceReader, options: PrettyOptions): string {
  const view = new View(new Chalk({ level: options.color ? 1 : 0 }), source, Math.max(NARROWEST, Math.min(WIDEST, options.width)), options.links ? result.root : undefined)
  const blocks: string[] = []
  for (const { title, findings } of groupsOf(result.findings, options.groupBy)) {
    if (title !== undefined) blocks.push(view.groupHead(title))
    let file: string | undefined
    for (const finding of findings) {
      if (finding.file !== file) blocks.push(view.fileHead(finding.file))
      file = finding.file
      blocks.push(view.finding(finding))
    }
  }
  if (options.verbose && result.suppressed.length > 0) blocks.push(view.suppressed(result))
  if (result.problems.length > 0) blocks.push(view.problems(result))
  if (options.timing) blocks.push(view.timing(result))
  blocks.push(view.summary(result, options.verbose))
  return blocks.join('\n')
}

class View {
  constructor(
    private readonly paint: ChalkInstance,
    private readonly source: SourceReader,
    private readonly width: number,
    /** Where the files of links are; undefined for none. */
    private readonly root: string | undefined,
  ) {}

  groupHead(title: string): string {
    return `${this.paint.bold(title)}\n`
  }

  fileHead(file: string): string {
    return `${this.linked(this.paint.underline(printable(file)), file)}\n`
  }

  private linked(text: string, file: string): string {
    return this.root === undefined ? text : ansiEscapes.link(text, pathToFileURL(path.join(this.root, file)).href)
  }

  finding(finding: Finding): string {
    const head = `  ${this.severity(finding.severity)} ${this.paint.bold(finding.rule)} ${this.paint.dim(`${finding.line}:${finding.column}${finding.confidence === 'high' ? '' : `, ${finding.confidence} confidence`}`)}`
    return [
      head,
      ...this.wrap(`${finding.message}.`.replace(/\.\.$/, '.'), '  '),
      ...this.frame(finding),
      ...this.trace(finding.trace),
      ...this.wrap(finding.why, '  ', (line) => this.paint.dim(line)),
      ...finding.fixes.slice(0, 1).flatMap((fix) => this.fix(fix)),
      '',
    ].join('\n')
  }

  suppressed(result: RunResult): string {
    return ['Suppressed:', ...result.suppressed.map(({ finding, reason }) => `  ${finding.file}:${finding.line} ${finding.rule} -- ${printable(reason)}`), ''].join('\n')
  }

  problems(result: RunResult): string {
    const lines = result.problems.flatMap(({ kind, file, line, message }) => this.wrap(`${file ? `${printable(file)}${line === undefined ? '' : `:${line}`}: ` : ''}${message}`, '  ', kind === 'internal' ? (text) => this.paint.red(text) : undefined))
    return ['Not understood:', ...lines, ''].join('\n')
  }

  timing(result: RunResult): string {
    const row = ([name, milliseconds]: [string, number]) => `  ${milliseconds.toFixed(0).padStart(7)} ms  ${name}`
    return ['Time:', ...Object.entries(result.timing.phases).map(row), ...Object.entries(result.timing.rules).map(row), ''].join('\n')
  }

  summary(result: RunResult, verbose: boolean): string {
    const { summary, findings } = result
    const time = summary.duration < 10_000 ? `${Math.round(summary.duration)} ms` : `${(summary.duration / 1000).toFixed(1)} s`
    const looked = `${summary.files} ${summary.files === 1 ? 'file' : 'files'} in ${time}`
    if (findings.length === 0) return `${this.paint.green('Nothing found')} in ${looked}${summary.suppressed > 0 ? `, ${summary.suppressed} suppressed` : ''}.`
    const counts = SEVERITIES.flatMap((severity) => (summary.findings[severity] > 0 ? [this.paintSeverity(severity)(`${summary.findings[severity]} ${severity}`)] : []))
    const byRule = Object.entries(summary.byRule).sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([rule, count]) => `${count} ${rule}`)
    const fixable = findings.filter((finding) => finding.fixes.some((fix) => fix.kind === 'fix')).length
    return [
      `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} (${counts.join(', ')}) in ${looked}${summary.suppressed > 0 ? `, ${summary.suppressed} suppressed` : ''}.`,
      ...this.wrap(byRule.join(', '), '  ', (line) => this.paint.dim(line)),
      ...(fixable > 0 ? [`${fixable} can be mended by --fix.`] : []),
      ...(verbose && summary.unresolvedCalls > 0 ? [`${summary.unresolvedCalls} calls look like queries and could not be resolved.`] : []),
    ].join('\n')
  }

  private severity(severity: Severity): string {
    return this.paintSeverity(severity)(severity)
  }

  private paintSeverity(severity: Severity): (text: string) => string {
    return severity === 'critical' ? this.paint.red.bold : severity === 'high' ? this.paint.red : severity === 'medium' ? this.paint.yellow : this.paint.blue
  }

  /** The lines of the primary range, and those of trace steps close to it. */
  private frame(finding: Finding): string[] {
    const lines = this.source.lines(finding.file)
    if (!lines) return []
    const last = Math.min(finding.endLine, lines.length)
    const numbers = new Set<number>()
    for (let number = finding.line; number <= Math.min(last, finding.line + MOST_LINES - 1); number++) numbers.add(number)
    numbers.add(last)
    const labels = new Map<number, string>()
    for (const step of finding.trace)
      if (step.file === finding.file && step.line >= finding.line - 6 && step.line <= finding.endLine + 6) {
        numbers.add(step.line)
        if (step.line !== finding.line) labels.set(step.line, step.label)
      }
    const digits = String(Math.max(...numbers)).length
    const shown: string[] = ['']
    let previous: number | undefined
    for (const number of [...numbers].sort((left, right) => left - right)) {
      if (previous !== undefined && number > previous + 1) shown.push(this.paint.dim(`  ${' '.repeat(digits)} :`))
      previous = number
      const isPrimary = number === finding.line
      const from = isPrimary ? finding.column : 1
      const to = isPrimary ? (finding.endLine === finding.line ? finding.endColumn : (lines[number - 1]?.length ?? 0) + 1) : 0
      shown.push(...this.codeLine(lines[number - 1] ?? '', number, digits, from, to, labels.get(number)))
    }
    return [...shown, '']
  }

  private codeLine(line: string, number: number, digits: number, from: number, to: number, label: string | undefined): string[] {
    const room = this.width - digits - 6
    // A line of a megabyte is cut around what it is about.
    const start = from - 1 > room - 20 ? from - 1 - 10 : 0
    const cut = line.slice(start, start + room)
    const text = printable(cut.replaceAll('\t', '  '))
    const prefix = `  ${String(number).padStart(digits)} | `
    const rows = [`${this.paint.dim(prefix)}${start > 0 ? '…' : ''}${text}${line.length > start + room ? '…' : ''}${label ? this.paint.dim(`   <- ${printable(label)}`) : ''}`]
    if (to > from) {
      const before = printable(line.slice(start, from - 1).replaceAll('\t', '  '))
      const marked = printable(line.slice(Math.max(start, from - 1), Math.min(to - 1, start + room)).replaceAll('\t', '  '))
      rows.push(`  ${' '.repeat(digits)} ${this.paint.dim('|')} ${' '.repeat(widthOf(before) + (start > 0 ? 1 : 0))}${this.paint.red('^'.repeat(Math.max(1, widthOf(marked))))}`)
    }
    return rows
  }

  private trace(steps: readonly TraceStep[]): string[] {
    if (steps.length < 2) return []
    const shown = steps.slice(0, MOST_STEPS).map((step, index) => `  ${this.paint.dim(`${index + 1}.`)} ${printable(step.label)} ${this.linked(this.paint.dim(printable(`${step.file}:${step.line}`)), step.file)}`)
    return [...shown, ...(steps.length > MOST_STEPS ? [`  ... and ${steps.length - MOST_STEPS} more steps`] : []), '']
  }

  private fix(fix: Fix): string[] {
    const title = this.wrap(`${fix.kind === 'recipe' ? 'Do' : fix.kind === 'fix' ? 'Fix (--fix)' : 'Suggestion'}: ${fix.title}`, '  ', (line) => this.paint.green(line))
    if (fix.code !== undefined) return [...title, ...fix.code.split(/\r?\n/).map((line) => `    ${printable(line)}`)]
    return [...title, ...this.difference(fix)]
  }

  private difference(fix: Fix): string[] {
    const file = fix.edits[0]?.file
    const before = file === undefined ? undefined : this.source.text(file)
    const original = file === undefined ? undefined : this.source.lines(file)
    if (file === undefined || before === undefined || original === undefined) return []
    if (this.source.isRedacted(file)) return fix.edits.map((edit) => this.paint.green(`    + ${printable(edit.text)}`))
    const edits = fix.edits.filter((edit) => edit.file === file)
    // A mistake in one fix costs no other finding; whoever applies it is told.
    if (!fitTogether(edits, before)) return []
    const after = applyEdits(before, edits)
    const patch = structuredPatch(file, file, before, after, undefined, undefined, { context: 0, stripTrailingCr: true })
    const lines = patch.hunks.flatMap((hunk) => hunk.lines).filter((line) => !line.startsWith('\\'))
    const shown = lines.slice(0, MOST_DIFF_LINES).map((line) => {
      const text = `    ${printable(line.length > this.width ? `${line.slice(0, this.width)}…` : line)}`
      return line.startsWith('+') ? this.paint.green(text) : this.paint.red(text)
    })
    return lines.length > MOST_DIFF_LINES ? [...shown, `    ... and ${lines.length - MOST_DIFF_LINES} more lines`] : shown
  }

  /** Breaks text at spaces. */
  private wrap(text: string, indent: string, paint: (line: string) => string = (line) => line): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of printable(text.replace(/\s+/g, ' ')).split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > this.width - indent.length) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, line].map((one) => `${indent}${paint(one)}`)
  }
}
