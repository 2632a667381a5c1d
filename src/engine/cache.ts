/**
 * Remembers what a whole workspace said, so that a run in which nothing changed costs a look at its files.
 *
 * An entry is found by everything that decides what is found: version, settings, configuration, day, and size and time
 * of change of every file. It holds findings, whose secrets were taken out when they were made, and no source text.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Finding, Problem, RunResult } from '../findings/finding.js'
import { stampOf } from '../workspace/stamp.js'
import type { Workspace } from '../workspace/types.js'

/** What rules found in a workspace, before anybody chose what to show. */
export interface Analysis {
  /** Sure enough, not suppressed, in their order. */
  readonly findings: readonly Finding[]
  readonly suppressed: RunResult['suppressed']
  readonly problems: readonly Problem[]
  readonly redactions: RunResult['redactions']
  readonly unresolvedCalls: number
}

/** Entries that are kept: as many as there are branches somebody goes back and forth between. */
const MOST_ENTRIES = 10

export class AnalysisCache {
  private readonly file: string

  /**
   * @param folder absolute
   * @param settings everything besides the files that decides what is found
   * @param texts unsaved or staged texts, by absolute path
   * @param others absolute paths of files outside of the workspace's list that matter
   */
  constructor(
    private readonly folder: string,
    workspace: Workspace,
    settings: unknown,
    texts: ReadonlyMap<string, string>,
    others: readonly string[],
  ) {
    const hash = createHash('sha256').update(JSON.stringify(settings))
    for (const file of workspace.files) {
      const text = texts.get(file.path)
      hash.update(`\0${file.relative}\0${text === undefined ? stampOf(file.path) : createHash('sha256').update(text).digest('hex')}`)
    }
    for (const file of others) hash.update(`\0${file}\0${stampOf(file)}`)
    this.file = path.join(folder, `${hash.digest('hex').slice(0, 32)}.json`)
  }

  read(): Analysis | undefined {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Analysis
    } catch {
      return undefined // not there, or cut off while it was written
    }
  }

  /** That it cannot be remembered costs time, not findings. */
  write(analysis: Analysis): void {
    try {
      mkdirSync(this.folder, { recursive: true })
      const temporary = `${this.file}.${process.pid}`
      writeFileSync(temporary, JSON.stringify(analysis))
      renameSync(temporary, this.file)
      const aged = readdirSync(this.folder).map((name) => ({ name, time: statSync(path.join(this.folder, name)).mtimeMs }))
      for (const { name } of aged.sort((left, right) => right.time - left.time).slice(MOST_ENTRIES)) rmSync(path.join(this.folder, name), { force: true })
    } catch {
      return // a folder that cannot be written: the next run looks again
    }
  }
}

/** Where entries lie when nobody says where: out of sight, and out of git. */
export function cacheFolder(root: string): string {
  return existsSync(path.join(root, 'node_modules')) ? path.join(root, 'node_modules', '.cache', 'backend-lint') : path.join(root, '.backend-lint-cache')
}
