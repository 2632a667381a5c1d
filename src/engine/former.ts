/**
 * What was found before a change, so that findings it made appear elsewhere can be told from old ones.
 *
 * Remembered inside the git directory by the tree that was checked: what a commit is about to hold is what the next
 * change is compared with.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gitLine } from '../workspace/git.js'
import type { KnownFinding } from './baseline.js'

/** Trees that are remembered at most. */
const MOST_TREES = 20

export class FormerFindings {
  private readonly folder: string | undefined

  /**
   * @param root absolute root of the workspace
   * @param settings everything besides the files that decides what is found
   */
  constructor(
    root: string,
    private readonly settings: unknown,
  ) {
    const folder = gitLine(root, ['rev-parse', '--git-path', 'backend-lint'])
    this.folder = folder === undefined ? undefined : path.resolve(root, folder)
  }

  /** @param tree object id */
  read(tree: string): readonly KnownFinding[] | undefined {
    const file = this.fileOf(tree)
    if (file === undefined) return undefined
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as KnownFinding[]
    } catch {
      return undefined // never checked, or cut off while it was written
    }
  }

  /** That it cannot be remembered costs time, not findings. */
  write(tree: string, found: readonly KnownFinding[]): void {
    const file = this.fileOf(tree)
    if (file === undefined || this.folder === undefined) return
    try {
      mkdirSync(this.folder, { recursive: true })
      writeFileSync(file, JSON.stringify(found))
      const folder = this.folder
      const aged = readdirSync(folder).map((name) => ({ name, time: statSync(path.join(folder, name)).mtimeMs }))
      for (const { name } of aged.sort((left, right) => right.time - left.time).slice(MOST_TREES)) rmSync(path.join(folder, name), { force: true })
    } catch {
      return // a folder that cannot be written: the next run looks again
    }
  }

  private fileOf(tree: string): string | undefined {
    const key = createHash('sha256').update(JSON.stringify([tree, this.settings])).digest('hex').slice(0, 32)
    return this.folder === undefined ? undefined : path.join(this.folder, `${key}.json`)
  }
}

/** The tree of a commit; undefined where there is none. */
export function treeOf(root: string, commit: string): string | undefined {
  return gitLine(root, ['rev-parse', '--verify', '--quiet', `${commit}^{tree}`])
}

/** The tree that the index would be committed as; undefined while a merge is unfinished. */
export function treeOfIndex(root: string): string | undefined {
  return gitLine(root, ['write-tree'])
}
