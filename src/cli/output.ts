/**
 * Reports on their way to standard output and to files.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAgent } from 'std-env'
import { createSupportsHyperlinks } from 'supports-hyperlinks'
import type { RunResult } from '../findings/finding.js'
import { render, renderGithubSummary, type FormatName, type Grouping } from '../report/index.js'

/** Flags about output, as commander hands them over. */
export interface OutputFlags {
  readonly format?: readonly { readonly format: string; readonly file: string | undefined }[]
  readonly outputFile?: string
  readonly timing?: boolean
  readonly color?: boolean
  readonly groupBy?: Grouping
  readonly verbose?: boolean
}

/** Columns where standard output is no terminal. */
const DEFAULT_WIDTH = 100

/**
 * Renders a result in every format that was asked for. Without one, people get the long form and coding agents, who pay
 * for each line, the short one.
 *
 * @param readText text of a file relative to the root, as it was analysed
 */
export function printReports(result: RunResult, flags: OutputFlags, readText: (file: string) => string | undefined): void {
  const formats = flags.format?.length ? flags.format : [{ format: isAgent ? 'compact' : 'pretty', file: undefined }]
  for (const { format, file } of formats) {
    const target = file ?? (formats.length === 1 || format === formats[0]?.format ? flags.outputFile : undefined)
    const text = render(format as FormatName, result, {
      readText,
      color: target === undefined && wantsColor(flags),
      links: target === undefined && createSupportsHyperlinks(process.stdout),
      groupBy: flags.groupBy ?? 'file',
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
    if (format === 'github' && summary) appendFileSync(summary, renderGithubSummary(result))
  }
  if (flags.timing && formats.every(({ format }) => format !== 'pretty')) process.stderr.write(timingTable(result))
}

/** Text of a file without BOM; undefined where it cannot be read. */
export function readFromDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

/** FORCE_COLOR and NO_COLOR as everywhere; flags win over both. */
function wantsColor(flags: OutputFlags): boolean {
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
