/**
 * One analysis a workspace, shared by all files and rules that ESLint looks at, and made again when a file has changed.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSyncFn } from 'synckit'
import type { Finding } from '../../findings/finding.js'
import { PACKAGE_ROOT } from '../../package-root.js'
import { stampOf } from '../../workspace/stamp.js'
import { forward } from '../../workspace/walk.js'
import { workspaceRoot } from '../../workspace/workspace.js'
import type { Answer, Request } from './worker.js'

/** What a configuration of ESLint may set under `settings['backend-lint']`. */
export interface Settings {
  /** Configuration file of backend-lint, relative to the working directory of ESLint. */
  readonly config?: string
  readonly confidence?: 'high' | 'medium' | 'low'
}

/** Milliseconds for which files on disk are taken to be unchanged: asking for each linted file would cost more than linting. */
const FRESH = 2_000

interface Analysis {
  readonly answer: Answer
  readonly byFile: ReadonlyMap<string, readonly Finding[]>
  readonly stamps: ReadonlyMap<string, string>
  checkedAt: number
}

let ask: ((request: Request) => Answer) | undefined
const analyses = new Map<string, Analysis>()
/** Texts that are not what is on disk, by workspace. */
const unsaved = new Map<string, Map<string, string>>()
const roots = new Map<string, string>()

/**
 * Findings in a file as ESLint sees it.
 *
 * @param filename absolute
 * @param text what is linted, without BOM; may be unsaved
 * @param cwd working directory of ESLint
 * @throws UsageError and ConfigError for a configuration that cannot be used
 */
export function findingsIn(filename: string, text: string, cwd: string, settings: Settings): readonly Finding[] {
  const file = forward(path.resolve(cwd, filename))
  const root = rootOf(file)
  const key = JSON.stringify([root, settings])
  const texts = unsaved.get(key) ?? new Map<string, string>()
  unsaved.set(key, texts)
  const isSaved = textOnDisk(file) === text
  const known = analyses.get(key)
  const isKnown = isSaved ? !texts.has(file) : texts.get(file) === text
  if (isSaved) texts.delete(file)
  else texts.set(file, text)
  const analysis = known && isKnown && isAsRead(known, file) && isFresh(known) ? known : analyse(key, root, cwd, settings, texts)
  return analysis.byFile.get(file) ?? []
}

function analyse(key: string, root: string, cwd: string, settings: Settings, texts: ReadonlyMap<string, string>): Analysis {
  ask ??= createSyncFn<(request: Request) => Promise<Answer>>(pathToFileURL(path.join(PACKAGE_ROOT, 'dist', 'src', 'hosts', 'eslint', 'worker.js')))
  const config = settings.config === undefined ? undefined : path.resolve(cwd, settings.config)
  const answer = ask({ cwd: root, config, confidence: settings.confidence, texts: [...texts] })
  const byFile = new Map<string, Finding[]>()
  for (const finding of answer.findings) {
    const file = `${answer.root === '/' ? '' : answer.root}/${finding.file}`
    byFile.set(file, [...(byFile.get(file) ?? []), finding])
  }
  const analysis = { answer, byFile, stamps: new Map(answer.files), checkedAt: Date.now() }
  analyses.set(key, analysis)
  return analysis
}

/** Whether a file on disk is what was read; files that are not read do not matter. */
function isAsRead({ stamps }: Analysis, file: string): boolean {
  const stamp = stamps.get(file)
  return stamp === undefined || stamp === stampOf(file)
}

/** Whether no file that was read has changed since. New files are seen once a known one changes, or in the next process. */
function isFresh(analysis: Analysis): boolean {
  if (Date.now() - analysis.checkedAt < FRESH) return true
  for (const [file, stamp] of analysis.stamps) if (stampOf(file) !== stamp) return false
  analysis.checkedAt = Date.now()
  return true
}

function rootOf(file: string): string {
  const folder = path.posix.dirname(file)
  const known = roots.get(folder)
  if (known !== undefined) return known
  // A file may be new in an editor, in a folder that is new too.
  let existing = folder
  while (!existsSync(existing)) existing = path.posix.dirname(existing)
  const root = workspaceRoot({ cwd: existing })
  roots.set(folder, root)
  return root
}

function textOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
