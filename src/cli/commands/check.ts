/**
 * `backend-lint [paths]`: runs the rules and prints what they find.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ora, { type Ora } from 'ora'
import { run, type CheckOptions, type Run } from '../../engine/run.js'
import { rules as shippedRules } from '../../engine/registry.js'
import { ENGINE_RULES } from '../../engine/suppressions.js'
import { UsageError } from '../../findings/errors.js'
import { nearest } from '../../findings/nearest.js'
import { SEVERITIES, type Confidence, type Finding, type RunResult, type Severity } from '../../findings/finding.js'
import { planFixes, renderDiff, writeFixes } from '../../fix/fix.js'
import { render, renderGithubSummary, type FormatName } from '../../report/index.js'
import { EXIT, type ExitCode } from '../exit.js'

/** Flags as commander hands them over. */
export interface CheckFlags {
  readonly config?: string
  readonly rule?: Readonly<Record<string, Severity | 'off' | 'only'>>
  readonly format?: readonly { readonly format: string; readonly file: string | undefined }[]
  readonly outputFile?: string
  readonly failOn?: Severity | 'never'
  readonly confidence?: Confidence
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly fix?: boolean
  readonly fixSuggestions?: boolean
  readonly fixDryRun?: boolean
  readonly ignorePattern?: readonly string[]
  readonly errorOnUnmatchedPattern?: boolean
  readonly strictParsing?: boolean
  readonly printConfig?: boolean
  readonly timing?: boolean
  readonly color?: boolean
  readonly verbose?: boolean
}

/** Columns where standard output is no terminal. */
const DEFAULT_WIDTH = 100

/**
 * @throws UsageError and ConfigError for mistakes of a person
 */
export async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const cwd = process.cwd()
  const progress = startProgress()
  let done: Run
  try {
    done = await run(optionsOf(cwd, paths, flags, (doing) => {
      if (progress) progress.text = doing
    }))
  } finally {
    progress?.stop()
  }
  const { result, workspace, config } = done
  if (flags.printConfig) {
    process.stdout.write(`${JSON.stringify(config.effective, undefined, 2)}\n`)
    return EXIT.ok
  }
  if (result.summary.files === 0 && (flags.errorOnUnmatchedPattern ?? true))
    throw new UsageError(`There is nothing to check in ${cwd}: no source, schema or configuration file was found. Run it in a project, or name a path.`)

  const readText = (file: string) => workspace.file(`${workspace.root}/${file}`)?.text()
  const kinds = flags.fixSuggestions ? (['fix', 'suggestion'] as const) : (['fix'] as const)
  let shown = result
  if (flags.fixDryRun || flags.fix || flags.fixSuggestions) {
    const plan = planFixes(result.findings, { kinds: [...kinds], readText })
    if (flags.fixDryRun) {
      for (const { file, before, after } of plan.files) process.stdout.write(withoutSecrets(renderDiff(before, after, file), before, result.redactions[file] ?? []))
      return plan.files.length > 0 && failOn(flags, config.failOn) !== 'never' ? EXIT.findings : EXIT.ok
    }
    const written = writeFixes(plan, workspace.root)
    const undone = plan.applied.filter(({ file }) => written.skipped.some((skipped) => skipped.file === file)).length
    process.stderr.write(written.files.length > 0 ? `Fixed ${counted(plan.applied.length - undone, 'finding')} in ${counted(written.files.length, 'file')}.\n` : 'Nothing to fix.\n')
    for (const { file, reason } of [...plan.skipped, ...written.skipped]) process.stderr.write(`Left ${file} alone: ${reason}\n`)
    // What is left is what a new run finds, not what the old one guesses.
    if (written.files.length > 0) shown = (await run(optionsOf(cwd, paths, flags))).result
  }

  const threshold = failOn(flags, config.failOn)
  print(shown, flags, threshold, (file) => (shown === result ? readText(file) : readFromDisk(path.join(result.root, file))))
  return exitCode(shown, flags, threshold)
}

function optionsOf(cwd: string, paths: readonly string[], flags: CheckFlags, onProgress?: (doing: string) => void): CheckOptions {
  const named = flags.rule ?? {}
  const configurable = [...shippedRules, ...ENGINE_RULES].map((rule) => rule.id)
  for (const id of Object.keys(named))
    if (!configurable.includes(id)) {
      const guess = nearest(id, configurable)
      throw new UsageError(`There is no rule "${id}".${guess ? ` Did you mean "${guess}"?` : ''} Run backend-lint rules for the list.`)
    }
  const only = Object.entries(named).flatMap(([id, severity]) => (severity === 'only' ? [id] : []))
  const severities = Object.fromEntries(Object.entries(named).flatMap(([id, severity]) => (severity === 'only' ? [] : [[id, severity] as const])))
  return {
    cwd,
    paths,
    ...(flags.config !== undefined && { config: flags.config }),
    ...(Object.keys(severities).length > 0 && { rules: severities }),
    ...(only.length > 0 && { only: [...only, ...Object.keys(severities).filter((id) => severities[id] !== 'off')] }),
    ...(flags.confidence && { confidence: flags.confidence }),
    ...(flags.ignorePattern && { ignore: flags.ignorePattern }),
    errorOnUnmatched: flags.errorOnUnmatchedPattern ?? true,
    ...(onProgress && { onProgress }),
  }
}

function failOn(flags: CheckFlags, configured: Severity | 'never'): Severity | 'never' {
  return flags.failOn ?? configured
}

/** A difference shows lines as they were: what must not be shown is replaced wherever it occurs. */
function withoutSecrets(difference: string, text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const values = [...new Set(ranges.flatMap(({ start, end }) => text.slice(start, end).split('\n')))].filter((value) => value.trim() !== '')
  return values.sort((left, right) => right.length - left.length).reduce((shown, value) => shown.replaceAll(value, '[redacted]'), difference)
}

function startProgress(): Ora | undefined {
  return process.stderr.isTTY && !process.env.CI ? ora({ text: 'Looking for files', stream: process.stderr, discardStdin: false }).start() : undefined
}

function print(result: RunResult, flags: CheckFlags, threshold: Severity | 'never', readText: (file: string) => string | undefined): void {
  const shown = flags.quiet && threshold !== 'never' ? { ...result, findings: result.findings.filter((finding) => isAtLeast(finding, threshold)) } : result
  const formats = flags.format?.length ? flags.format : [{ format: 'pretty', file: undefined }]
  for (const { format, file } of formats) {
    const target = file ?? (formats.length === 1 || format === formats[0]?.format ? flags.outputFile : undefined)
    const text = render(format as FormatName, shown, {
      readText,
      color: target === undefined && wantsColor(flags),
      width: process.stdout.columns ?? DEFAULT_WIDTH,
      verbose: flags.verbose ?? false,
      timing: flags.timing ?? false,
    })
    const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
    if (target === undefined) process.stdout.write(ended)
    else {
      mkdirSync(path.dirname(path.resolve(target)), { recursive: true })
      writeFileSync(target, ended)
    }
    const summary = process.env.GITHUB_STEP_SUMMARY
    if (format === 'github' && summary) appendFileSync(summary, renderGithubSummary(shown))
  }
  if (flags.timing && formats.every(({ format }) => format !== 'pretty')) process.stderr.write(timingTable(result))
}

/** `1 file`, `2 files`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** FORCE_COLOR and NO_COLOR as everywhere; flags win over both. */
function wantsColor(flags: CheckFlags): boolean {
  if (process.argv.includes('--no-color')) return false
  if (process.argv.includes('--color')) return true
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0'
  return flags.color !== false && process.stdout.isTTY === true
}

function timingTable(result: RunResult): string {
  const rows = [...Object.entries(result.timing.phases), ...Object.entries(result.timing.rules)]
  return rows.map(([name, milliseconds]) => `${milliseconds.toFixed(0).padStart(8)} ms  ${name}\n`).join('')
}

function isAtLeast(finding: Finding, threshold: Severity): boolean {
  return SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(threshold)
}

function exitCode(result: RunResult, flags: CheckFlags, threshold: Severity | 'never'): ExitCode {
  if (result.problems.some((problem) => problem.kind === 'internal')) return EXIT.error
  if (flags.strictParsing && result.problems.some((problem) => problem.kind === 'parse')) return EXIT.error
  const failing = threshold === 'never' ? 0 : result.findings.filter((finding) => isAtLeast(finding, threshold)).length
  if (failing > 0) return EXIT.findings
  return flags.maxWarnings !== undefined && result.findings.length > flags.maxWarnings ? EXIT.findings : EXIT.ok
}

function readFromDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
