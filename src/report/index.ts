/**
 * Report formats: one file each, all of them functions of a run's result.
 */
import type { RunResult } from '../findings/finding.js'
import { renderCompact } from './compact.js'
import { renderGithub, renderGithubSummary } from './github.js'
import { renderJson } from './json.js'
import { renderPretty } from './pretty.js'
import { renderSarif } from './sarif.js'
import { sourceReader } from './source.js'

export const FORMATS = ['pretty', 'compact', 'json', 'sarif', 'github'] as const
export type FormatName = (typeof FORMATS)[number]

export interface RenderOptions {
  /** Text of a file by its path relative to the root, without BOM; undefined when it cannot be read. */
  readonly readText: (file: string) => string | undefined
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly verbose: boolean
  readonly timing: boolean
}

export { renderGithubSummary }

/** Renders a run. Secrets are redacted here, whatever the format. */
export function render(format: FormatName, result: RunResult, options: RenderOptions): string {
  switch (format) {
    case 'pretty':
      return renderPretty(result, sourceReader(result, options.readText), options)
    case 'compact':
      return renderCompact(result)
    case 'json':
      return renderJson(result, options)
    case 'sarif':
      return renderSarif(result, sourceReader(result, options.readText))
    case 'github':
      return renderGithub(result)
  }
}
