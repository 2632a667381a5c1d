/**
 * SARIF 2.1.0 as GitHub code scanning takes it.
 *
 * Limits and fields: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { CodeFlow, Location as SarifLocation, Log, ReportingDescriptor, Result } from 'sarif'
import { SEVERITIES, type Finding, type Location, type RuleInfo, type RunResult, type Severity } from '../findings/finding.js'
import { fixOf } from './prose.js'
import type { SourceReader } from './source.js'

/** Results GitHub takes from one run, the worst first. */
const MOST_RESULTS = 5_000
/** Steps of all code flows of a run. */
const MOST_STEPS = 1_000
const LONGEST_DESCRIPTION = 1_024
const MOST_TAGS = 10
/** Characters that the line hash looks at, as the upload action does. */
const HASH_WINDOW = 100
const HOME = 'https://www.npmjs.com/package/backend-lint'

export function renderSarif(result: RunResult, source: SourceReader): string {
  const hashes = new LineHashes(source)
  const suppressed = new Map(result.suppressed.map(({ finding, reason }) => [finding, reason]))
  const all = [...result.findings, ...suppressed.keys()].sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity))
  const shown = all.slice(0, MOST_RESULTS)
  const budget = { steps: MOST_STEPS }
  const rules = result.rules.filter((rule) => shown.some((finding) => finding.rule === rule.id))
  const notifications = result.problems.map(({ file, line, message }) => ({
    level: 'warning' as const,
    message: { text: message },
    ...(file !== undefined && { locations: [{ physicalLocation: { artifactLocation: artifact(file), ...(line !== undefined && { region: { startLine: line } }) } }] }),
  }))
  if (all.length > shown.length) notifications.push({ level: 'warning', message: { text: `${all.length - shown.length} less severe findings were left out: a run may hold ${MOST_RESULTS}.` } })
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: result.tool.name, version: result.tool.version, semanticVersion: result.tool.version, informationUri: HOME, rules: rules.map(descriptor) } },
        automationDetails: { id: result.shard ? `backend-lint/${result.shard.index}-of-${result.shard.count}/` : 'backend-lint/' },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the workspace.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: !result.problems.some((problem) => problem.kind === 'internal'), toolExecutionNotifications: notifications }],
        results: shown.map((finding) => toResult(finding, rules, hashes, budget, suppressed.get(finding), source)),
      },
    ],
  }
  return JSON.stringify(log, undefined, 2)
}

function descriptor(rule: RuleInfo): ReportingDescriptor {
  const tags = [rule.category, rule.handoff, ...(rule.securitySeverity === undefined ? [] : ['security']), ...rule.cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)]
  const help = rule.page || rule.title
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.title.slice(0, LONGEST_DESCRIPTION) },
    help: { text: help, markdown: help },
    helpUri: HOME,
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: {
      precision: 'high',
      tags: tags.slice(0, MOST_TAGS),
      'problem.severity': problemSeverity(rule.severity),
      ...(rule.securitySeverity !== undefined && { 'security-severity': rule.securitySeverity.toFixed(1) }),
    },
  }
}

function toResult(finding: Finding, rules: readonly RuleInfo[], hashes: LineHashes, budget: { steps: number }, reason: string | undefined, source: SourceReader): Result {
  const hash = hashes.of(finding.file, finding.line)
  const flow = codeFlow(finding, budget, source)
  const fixes = finding.fixes.filter((fix) => fix.edits.length > 0)
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex((rule) => rule.id === finding.rule),
    level: levelOf(finding.severity),
    message: messageOf(finding),
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.file), region: onOneLine(finding, source) } }],
    partialFingerprints: { ...(hash !== undefined && { primaryLocationLineHash: hash }), 'backendLint/v1': finding.fingerprint },
    ...(flow && { codeFlows: [flow] }),
    ...(fixes.length > 0 && {
      fixes: fixes.map((fix) => ({
        description: { text: fix.title },
        artifactChanges: [...new Set(fix.edits.map((edit) => edit.file))].map((file) => ({
          artifactLocation: artifact(file),
          replacements: fix.edits.filter((edit) => edit.file === file).map((edit) => ({ deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start }, insertedContent: { text: edit.text } })),
        })),
      })),
    }),
    ...(reason !== undefined && { suppressions: [{ kind: 'inSource' as const, justification: reason }] }),
    properties: { severity: finding.severity, confidence: finding.confidence, handoff: finding.handoff, endLine: finding.endLine },
  }
}

/** What is done by hand has no edits, and so no place in `fixes`: viewers that show Markdown show it. */
function messageOf(finding: Finding): { text: string; markdown?: string } {
  const text = `${finding.message}. ${finding.why}`
  const recipes = finding.fixes.filter((fix) => fix.edits.length === 0)
  return recipes.length === 0 ? { text } : { text, markdown: [text, ...recipes.map(fixOf)].join('\n\n') }
}

function codeFlow(finding: Finding, budget: { steps: number }, source: SourceReader): CodeFlow | undefined {
  if (finding.trace.length < 2 || finding.trace.length > budget.steps) return undefined
  budget.steps -= finding.trace.length
  return {
    threadFlows: [
      {
        locations: finding.trace.map((step) => ({
          location: { physicalLocation: { artifactLocation: artifact(step.file), region: onOneLine(step, source) }, message: { text: step.label } } satisfies SarifLocation,
        })),
      },
    ],
  }
}

/** All four fields, on the first line of the range: GitHub draws nothing for a region over several. */
function onOneLine(at: Location, source: SourceReader) {
  if (at.endLine === at.line) return { startLine: at.line, startColumn: at.column, endLine: at.line, endColumn: Math.max(at.endColumn, at.column + 1) }
  const length = source.lines(at.file)?.[at.line - 1]?.trimEnd().length ?? at.column
  return { startLine: at.line, startColumn: at.column, endLine: at.line, endColumn: Math.max(length + 1, at.column + 1) }
}

function artifact(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'critical' || severity === 'high' ? 'error' : severity === 'medium' ? 'warning' : 'note'
}

function problemSeverity(severity: Severity): 'error' | 'warning' | 'recommendation' {
  return severity === 'critical' || severity === 'high' ? 'error' : severity === 'medium' ? 'warning' : 'recommendation'
}

/**
 * `primaryLocationLineHash` as github/codeql-action computes it when it is missing: a 64 bit polynomial hash over the
 * hundred characters from the start of the line on that are neither spaces nor tabs, line breaks read as `\n`, with a
 * count of lines that have the same hash. Source: src/fingerprints.ts of that action.
 */
class LineHashes {
  private readonly byFile = new Map<string, readonly string[] | undefined>()

  constructor(private readonly source: SourceReader) {}

  of(file: string, line: number): string | undefined {
    if (!this.byFile.has(file)) this.byFile.set(file, this.hash(file))
    return this.byFile.get(file)?.[line - 1]
  }

  private hash(file: string): string[] | undefined {
    const text = this.source.text(file)
    if (text === undefined) return undefined
    const mask = (1n << 64n) - 1n
    const factor = 37n
    let first = 1n
    for (let index = 0; index < HASH_WINDOW; index++) first = (first * factor) & mask
    const window: bigint[] = new Array<bigint>(HASH_WINDOW).fill(0n)
    const starts: number[] = new Array<number>(HASH_WINDOW).fill(-1)
    const counts = new Map<string, number>()
    const hashes: string[] = []
    let index = 0
    let value = 0n
    let line = 0
    let isLineStart = true
    let previousCarriage = false
    const emit = () => {
      const at = starts[index] as number
      if (at < 0) return
      const hex = value.toString(16)
      const count = (counts.get(hex) ?? 0) + 1
      counts.set(hex, count)
      hashes[at] = `${hex}:${count}`
      starts[index] = -1
    }
    const update = (current: bigint) => {
      const begin = window[index] as bigint
      window[index] = current
      value = (factor * value + current - first * begin) & mask
      index = (index + 1) % HASH_WINDOW
    }
    const process = (current: number) => {
      if (current === 32 || current === 9 || (previousCarriage && current === 10)) {
        previousCarriage = false
        return
      }
      const isCarriage = current === 13
      const code = isCarriage ? 10 : current
      previousCarriage = isCarriage
      emit()
      if (isLineStart) {
        isLineStart = false
        starts[index] = line++
      }
      if (code === 10) isLineStart = true
      update(BigInt(code))
    }
    for (let at = 0; at < text.length; at++) process(text.charCodeAt(at))
    process(65_535)
    for (let rest = 0; rest < HASH_WINDOW; rest++) {
      emit()
      update(0n)
    }
    return hashes
  }
}
