/**
 * Runs a check in a thread of its own: rules of ESLint are synchronous, a check is not.
 */
import { runAsWorker } from 'synckit'
import { run } from '../../engine/run.js'
import type { Finding } from '../../findings/finding.js'
import { stampOf } from '../../workspace/stamp.js'

export interface Request {
  /** Absolute folder in which the workspace lies. */
  readonly cwd: string
  readonly config: string | undefined
  readonly confidence: 'high' | 'medium' | 'low' | undefined
  /** Unsaved texts by absolute path with forward slashes. */
  readonly texts: readonly (readonly [string, string])[]
}

export interface Answer {
  /** Absolute root of the workspace. */
  readonly root: string
  readonly findings: readonly Finding[]
  readonly problems: readonly string[]
  /** Size and time of change of each file that was read, by absolute path. */
  readonly files: readonly (readonly [string, string])[]
}

runAsWorker(async ({ cwd, config, confidence, texts }: Request): Promise<Answer> => {
  const { result, workspace } = await run({
    cwd,
    texts: new Map(texts),
    errorOnUnmatched: false,
    ...(config !== undefined && { config }),
    ...(confidence !== undefined && { confidence }),
  })
  return {
    root: workspace.root,
    findings: result.findings,
    problems: result.problems.filter(({ kind }) => kind === 'internal').map(({ message }) => message),
    files: workspace.files.map(({ path }) => [path, stampOf(path)] as const),
  }
})
