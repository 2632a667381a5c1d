/**
 * Report formats: one file each, all of them functions of a run's result.
 */
import type { Finding, RunResult } from '../findings/finding.js'
import { renderCompact } from './compact.js'
import type { Grouping } from './groups.js'
import { renderGithub, renderGithubSummary } from './github.js'
import { renderGitlab } from './gitlab.js'
import { renderHtml } from './html/index.js'
import { renderJson } from './json.js'
import { renderJunit } from './junit.js'
import { renderMarkdown } from './markdown.js'
import { renderPretty } from './pretty.js'
import { renderSarif } from './sarif.js'
import { sourceReader } from './source.js'

export const FORMATS = ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'] as const
export type FormatName = (typeof FORMATS)[number]

export interface RenderOptions {
  /** Text of a file by its path relative to the root, without BOM; undefined when it cannot be read. */
  readonly readText: (file: string) => string | undefined
  readonly color: boolean
  /** Names of files lead to them. */
  readonly links: boolean
  readonly groupBy: Grouping
  /** Columns of the terminal. */
  readonly width: number
  readonly verbose: boolean
  readonly timing: boolean
}

export { renderGithubSummary, type Grouping }

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
      return renderSarif(inRepository(result), sourceReader(inRepository(result), (file) => options.readText(file.slice(result.repositoryPath.length))))
    case 'github':
      return renderGithub(inRepository(result))
    case 'gitlab':
      return renderGitlab(inRepository(result))
    case 'junit':
      return renderJunit(result)
    case 'html':
      return renderHtml(result, sourceReader(result, options.readText))
    case 'markdown':
      return renderMarkdown(result, sourceReader(result, options.readText), options.groupBy)
  }
}

/** The same with paths from the top of the repository, which is where code hosts look. */
function inRepository(result: RunResult): RunResult {
  const { repositoryPath } = result
  if (repositoryPath === '') return result
  const moved = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: repositoryPath + one.file })
  const finding = (one: Finding): Finding => ({ ...moved(one), trace: one.trace.map(moved), fixes: one.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) })
  return {
    ...result,
    repositoryPath: '',
    findings: result.findings.map(finding),
    suppressed: result.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
    problems: result.problems.map((problem) => (problem.file === undefined ? problem : { ...problem, file: repositoryPath + problem.file })),
    redactions: Object.fromEntries(Object.entries(result.redactions).map(([file, ranges]) => [repositoryPath + file, ranges])),
  }
}
