/**
 * `backend-lint baseline`: remembers what is found now, or forgets what has gone.
 */
import path from 'node:path'
import { baselineFile, compareWith, readBaseline, remember, writeBaseline } from '../../engine/baseline.js'
import { run } from '../../engine/run.js'
import { UsageError } from '../../findings/errors.js'
import type { Confidence } from '../../findings/finding.js'
import { EXIT, type ExitCode } from '../exit.js'
import { counted } from '../words.js'

/** Flags as commander hands them over. */
export interface BaselineFlags {
  readonly config?: string
  readonly outputFile?: string
  readonly confidence?: Confidence
  readonly prune?: boolean
}

/**
 * @throws UsageError and ConfigError for mistakes of a person
 */
export async function runBaseline(paths: readonly string[], flags: BaselineFlags): Promise<ExitCode> {
  const cwd = process.cwd()
  const { all, workspace, config, result } = await run({
    cwd,
    paths,
    baseline: false,
    ...(flags.config !== undefined && { config: flags.config }),
    ...(flags.confidence && { confidence: flags.confidence }),
  })
  const file = baselineFile(workspace.root, cwd, flags.outputFile ?? config.baseline)
  const former = readBaseline(file)
  const shown = path.relative(cwd, file) || file
  const isAsked = new Set(result.findings)
  const { known, fresh, gone } = compareWith(former ?? [], all)
  if (flags.prune) {
    if (!former) throw new UsageError(`There is no baseline ${shown} to prune. Write one with backend-lint baseline.`)
    writeBaseline(file, known.map(remember))
    process.stdout.write(`Forgot ${counted(gone.length, 'finding')} in ${shown}; ${counted(known.length, 'finding')} left.\n`)
    return EXIT.ok
  }
  // What lies outside of the paths stays as it was remembered.
  const added = fresh.filter((finding) => isAsked.has(finding))
  const forgotten = paths.length === 0 ? gone : []
  const kept = paths.length === 0 ? [] : gone
  writeBaseline(file, [...[...known, ...added].map(remember), ...kept])
  process.stdout.write(
    `Wrote ${counted(known.length + added.length + kept.length, 'finding')} to ${shown}${former ? ` (${added.length} new, ${forgotten.length} gone)` : ''}. Commit it: from now on only new findings are shown.\n`,
  )
  if (result.problems.length > 0) process.stderr.write(`${counted(result.problems.length, 'problem')} kept parts from being checked; run backend-lint to see them.\n`)
  return EXIT.ok
}
