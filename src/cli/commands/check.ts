/**
 * `backend-lint [paths]`: runs the rules and prints what they find.
 */
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Ora } from 'ora'
import type { PresetName } from '../../config/presets.js'
import { run, type CheckOptions, type Run } from '../../engine/run.js'
import { UsageError } from '../../findings/errors.js'
import type { Confidence, Severity } from '../../findings/finding.js'
import { planFixes, renderDiff, writeFixes } from '../../fix/fix.js'
import type { Changes } from '../../workspace/changes.js'
import { EXIT, type ExitCode } from '../exit.js'
import { printReports, readFromDisk, type OutputFlags } from '../output.js'
import { exitCode, isAtLeast, type VerdictFlags } from '../verdict.js'
import { counted } from '../words.js'

/** Flags as commander hands them over. */
export interface CheckFlags extends OutputFlags, VerdictFlags {
  readonly config?: string
  readonly preset?: PresetName
  readonly rule?: Readonly<Record<string, Severity | 'off' | 'only'>>
  readonly failOn?: Severity | 'never'
  readonly confidence?: Confidence
  readonly quiet?: boolean
  readonly changed?: boolean
  readonly since?: string
  readonly staged?: boolean
  /** `true` stands for the usual file. */
  readonly baseline?: string | boolean
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly shard?: { readonly index: number; readonly count: number }
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly watch?: boolean
  readonly fix?: boolean
  readonly fixSuggestions?: boolean
  readonly fixDryRun?: boolean
  readonly ignorePattern?: readonly string[]
  readonly errorOnUnmatchedPattern?: boolean
  readonly printConfig?: boolean
}

/**
 * @throws UsageError and ConfigError for mistakes of a person
 */
export async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  fitTogether(paths, flags)
  if (flags.watch) {
    const { watch } = await import('../watch.js')
    return await watch(process.cwd(), () => checkOnce(paths, flags, undefined))
  }
  if (!flags.stdin) return await checkOnce(paths, flags, undefined)
  const file = path.resolve(flags.stdinFilename ?? '')
  return await checkOnce([file], flags, new Map([[file.replaceAll('\\', '/'), (await text(process.stdin)).replace(/^\uFEFF/, '')]]))
}

/** @throws UsageError for flags that exclude each other */
function fitTogether(paths: readonly string[], flags: CheckFlags): void {
  const comparisons = [flags.changed && '--changed', flags.since !== undefined && '--since', flags.staged && '--staged'].filter((flag) => typeof flag === 'string')
  if (comparisons.length > 1) throw new UsageError(`${comparisons.join(' and ')} ask for different changes. Give one of them.`)
  if (flags.stdin && flags.stdinFilename === undefined) throw new UsageError('--stdin needs --stdin-filename: what is imported from where, and which rules apply, depends on the file.')
  if (flags.stdin && paths.length > 0) throw new UsageError('--stdin checks one file, named by --stdin-filename. Leave the other paths out.')
  if (flags.stdinFilename !== undefined && !flags.stdin) throw new UsageError('--stdin-filename names what standard input stands for. Add --stdin, or give the path as an argument.')
  if (flags.stdin && (flags.fix || flags.fixSuggestions)) throw new UsageError('--stdin has no file to write fixes to. Use --fix-dry-run.')
  if (flags.watch && (flags.stdin || flags.staged || flags.shard)) throw new UsageError('--watch checks the files on disk, all of them. Leave out --stdin, --staged and --shard.')
}

async function checkOnce(paths: readonly string[], flags: CheckFlags, texts: ReadonlyMap<string, string> | undefined): Promise<ExitCode> {
  const cwd = process.cwd()
  const progress = await startProgress()
  let done: Run
  try {
    done = await run(optionsOf(cwd, paths, flags, texts, (doing) => {
      if (progress) progress.text = doing
    }))
  } finally {
    progress?.stop()
  }
  const { result, workspace, config, changes } = done
  if (flags.printConfig) {
    process.stdout.write(`${JSON.stringify(config.effective, undefined, 2)}\n`)
    return EXIT.ok
  }
  if (changes) process.stderr.write(changeLine(changes))
  if (result.summary.files === 0 && !changes && (flags.errorOnUnmatchedPattern ?? true))
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
    if (written.files.length > 0) shown = (await run(optionsOf(cwd, paths, flags, texts))).result
  }

  const threshold = failOn(flags, config.failOn)
  const printed = flags.quiet && threshold !== 'never' ? { ...shown, findings: shown.findings.filter((finding) => isAtLeast(finding, threshold)) } : shown
  printReports(printed, flags, (file) => (shown === result ? readText(file) : readFromDisk(path.join(result.root, file))))
  return exitCode(shown, flags, threshold)
}

/** What was compared, in one line. */
function changeLine(changes: Changes): string {
  const count = changes.files.size + changes.gone.length
  const what = changes.isStaged ? 'staged' : 'changed'
  return `${count === 0 ? `Nothing is ${what}` : `${counted(count, 'file')} ${what}`}, compared with ${changes.against}.${changes.note === undefined ? '' : ` ${changes.note}`}\n`
}

function optionsOf(cwd: string, paths: readonly string[], flags: CheckFlags, texts: ReadonlyMap<string, string> | undefined, onProgress?: (doing: string) => void): CheckOptions {
  const named = flags.rule ?? {}
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
    ...(flags.preset && { preset: flags.preset }),
    ...changeOf(flags),
    ...(flags.baseline !== undefined && flags.baseline !== true && { baseline: flags.baseline }),
    ...(flags.shard && { shard: flags.shard }),
    ...(texts && { texts }),
    ...(wantsCache(flags) && { cache: flags.cacheLocation ?? true }),
    overview: flags.format?.some(({ format }) => format === 'html') ?? false,
    errorOnUnmatched: flags.errorOnUnmatchedPattern ?? true,
    ...(onProgress && { onProgress }),
  }
}

/** Commander takes a pair of flags for on by default; this one is off until somebody asks. */
function wantsCache(flags: CheckFlags): boolean {
  return flags.cache !== false && (process.argv.includes('--cache') || flags.cacheLocation !== undefined)
}

function changeOf(flags: CheckFlags): Pick<CheckOptions, 'changes'> {
  if (flags.staged) return { changes: { kind: 'staged' } }
  if (flags.since !== undefined) return { changes: { kind: 'since', ref: flags.since } }
  return flags.changed ? { changes: { kind: 'changed' } } : {}
}

function failOn(flags: CheckFlags, configured: Severity | 'never'): Severity | 'never' {
  return flags.failOn ?? configured
}

/** A difference shows lines as they were: what must not be shown is replaced wherever it occurs. */
function withoutSecrets(difference: string, text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const values = [...new Set(ranges.flatMap(({ start, end }) => text.slice(start, end).split('\n')))].filter((value) => value.trim() !== '')
  return values.sort((left, right) => right.length - left.length).reduce((shown, value) => shown.replaceAll(value, '[redacted]'), difference)
}

async function startProgress(): Promise<Ora | undefined> {
  // A terminal of no width (a pseudo-terminal that nobody gave one) leaves no room for a line of text.
  if (!process.stderr.isTTY || !process.stderr.columns || process.env.CI) return undefined
  const { default: ora } = await import('ora')
  return ora({ text: 'Looking for files', stream: process.stderr, discardStdin: false }).start()
}
