/**
 * What rules report, and the findings it becomes.
 */
import type { ts } from 'ts-morph'
import type { Config } from '../config/config.js'
import type { Finding, Location, TraceStep } from '../findings/finding.js'
import { fingerprintsOf } from '../findings/fingerprint.js'
import { byPlace } from '../findings/summary.js'
import type { BackendModel } from '../model/model.js'
import { parseSource } from '../model/program.js'
import type { Place } from '../model/types.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'
import type { Report, RuleContext, RuleDefinition } from './rule.js'
import type { CheckOptions } from './run.js'

/** Characters below which a text stands in much that is no secret. */
const SHORTEST_SECRET = 6
/** `postgres` as a password is a word that messages have too, and nothing that hiding it would keep. */
const WORD = /^[A-Za-z]{1,11}$/

/** Turns reports into findings. */
export class Collector {
  readonly redactions: Record<string, { start: number; end: number }[]> = {}
  /** Texts that no report may show. */
  private readonly secrets = new Set<string>()
  private readonly reported: { rule: RuleDefinition; finding: Omit<Finding, 'fingerprint'>; snippet: string }[] = []
  private readonly trees = new Map<WorkspaceFile, ts.SourceFile | undefined>()
  private readonly lineStarts = new Map<WorkspaceFile, number[]>()

  constructor(
    private readonly workspace: Workspace,
    private readonly model: BackendModel | undefined,
    private readonly config: Config,
    private readonly options: CheckOptions,
  ) {}

  syntax(file: WorkspaceFile): ts.SourceFile | undefined {
    if (file.kind !== 'source') return undefined
    // Files of browsers and of tests are no part of the program.
    if (!this.trees.has(file)) this.trees.set(file, this.workspace.sharedTime.measure('parse', () => this.model?.program.program.getSourceFile(file.path) ?? parseSource(file)))
    return this.trees.get(file)
  }

  /** There is something to report. */
  get hasReports(): boolean {
    return this.reported.length > 0
  }

  /** Takes what a report says must not be shown, and not the report. */
  hide({ at, redact = [] }: Report): void {
    const { file } = rangeOf(at)
    for (const { start, end } of redact) {
      ;(this.redactions[file.relative] ??= []).push({ start, end })
      const secret = file.text().slice(start, end)
      if (secret.length >= SHORTEST_SECRET && !WORD.test(secret)) this.secrets.add(secret)
    }
  }

  /** @param options with which the rule looks; files that have others have no say */
  add(rule: RuleDefinition, report: Report, options: RuleContext['options']): void {
    // Also for reports that are dropped: another finding may quote the same line.
    this.hide(report)
    const { file, start, end } = rangeOf(report.at)
    const here = this.config.forFile(file.relative)
    if (here.isIgnored || here.optionsOf(rule.id) !== options) return
    const chosen = this.options.rules?.[rule.id] ?? here.rules.get(rule.id)
    if (chosen === 'off' && !this.options.only) return
    const unit = 'node' in report.at ? this.model?.unitOf(report.at.node) : undefined
    this.reported.push({
      rule,
      snippet: report.identity ?? file.text().slice(start, end),
      finding: {
        rule: rule.id,
        severity: chosen && chosen !== 'off' && chosen !== rule.severity ? chosen : (report.severity ?? rule.severity),
        // What nobody runs does no harm yet.
        confidence: unit && report.confidence !== 'low' && this.model?.isUnused(unit) ? 'low' : (report.confidence ?? 'high'),
        ...this.location(file, start, end),
        message: report.message,
        why: report.why,
        trace: (report.trace ?? []).map((step): TraceStep => {
          const range = rangeOf(step)
          return { ...this.location(range.file, range.start, range.end), label: step.label }
        }),
        fixes: report.fixes ?? [],
        cwe: rule.cwe ?? [],
        handoff: rule.handoff ?? 'backend',
        scope: unit?.name ?? '',
      },
    })
  }

  /** All findings with their fingerprints, in order. */
  findings(): Finding[] {
    // The file is part of the identity only through what stands in it, so that a renamed file keeps its findings.
    const ordered = this.reported
      .map((one, order) => ({ ...one, order }))
      .sort((left, right) => byPlace(left.finding, right.finding) || left.order - right.order)
    const fingerprints = fingerprintsOf(ordered.map(({ finding, snippet }) => ({ rule: finding.rule, file: finding.file, scope: finding.scope, snippet })))
    return ordered.map(({ finding }, index) => this.masked({ ...finding, fingerprint: fingerprints[index] as string }))
  }

  /** A finding without the secrets that a rule quoted with the code around them. */
  private masked(finding: Finding): Finding {
    if (this.secrets.size === 0) return finding
    return {
      ...finding,
      message: this.mask(finding.message),
      why: this.mask(finding.why),
      trace: finding.trace.map((step) => ({ ...step, label: this.mask(step.label) })),
      fixes: finding.fixes.map((fix) => {
        // An edit that writes a secret anew would show it; it can be had once the secret is gone.
        const isQuoting = fix.edits.some(({ text }) => this.mask(text) !== text)
        return { ...(isQuoting ? { kind: 'recipe' as const, edits: [] } : { kind: fix.kind, edits: fix.edits }), title: this.mask(fix.title), ...(fix.code !== undefined && { code: this.mask(fix.code) }) }
      }),
    }
  }

  private mask(text: string): string {
    let shown = text
    for (const secret of this.secrets) if (shown.includes(secret)) shown = shown.replaceAll(secret, '…')
    return shown
  }

  private location(file: WorkspaceFile, start: number, end: number): Location {
    const from = this.position(file, start)
    const to = this.position(file, Math.max(start, end))
    return { file: file.relative, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  private position(file: WorkspaceFile, offset: number): { line: number; column: number } {
    let starts = this.lineStarts.get(file)
    if (!starts) {
      starts = [0]
      const text = file.text()
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
      this.lineStarts.set(file, starts)
    }
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function rangeOf(at: Report['at']): { file: WorkspaceFile; start: number; end: number } {
  if (!('node' in at)) return at
  const { file, node, until } = at as Place
  return { file, start: node.getStart(node.getSourceFile()), end: (until ?? node).getEnd() }
}
