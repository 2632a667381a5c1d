/**
 * Which findings belong to a change: those in its lines, those whose way leads through them, and those that were not
 * there before it.
 */
import type { Finding } from '../findings/finding.js'
import { isChanged, type Changes } from '../workspace/changes.js'
import type { Workspace } from '../workspace/types.js'
import { compareWith, remember } from './baseline.js'
import { FormerFindings, treeOf, treeOfIndex } from './former.js'

export interface Comparison {
  readonly workspace: Workspace
  /** Everything besides the files that decides what is found. */
  readonly settings: unknown
  /** What is found in the workspace as it was; costs a whole run. */
  readonly findBefore: () => Promise<readonly Finding[]>
}

/**
 * @param asked findings that may be shown
 * @param all findings of the workspace as it is now
 */
export async function ofChange(asked: readonly Finding[], all: readonly Finding[], changes: Changes, { workspace, settings, findBefore }: Comparison): Promise<Finding[]> {
  const former = new FormerFindings(workspace.root, settings)
  // The next change is compared with the commit that this index becomes.
  const next = changes.isStaged ? treeOfIndex(workspace.root) : undefined
  if (next !== undefined) former.write(next, all.map(remember))
  const elsewhere = asked.some((finding) => !touches(finding, changes))
  const tree = elsewhere && concerns(changes, workspace) && changes.base !== undefined ? treeOf(workspace.root, changes.base) : undefined
  if (tree === undefined) return asked.filter((finding) => touches(finding, changes))
  let before = former.read(tree)
  if (!before) {
    before = (await findBefore()).map(remember)
    former.write(tree, before)
  }
  const names = new Map([...changes.files].flatMap(([now, { was }]) => (was === undefined ? [] : [[was, now] as const])))
  const appeared = new Set(compareWith(before, all, (file) => names.get(file) ?? file).fresh)
  return asked.filter((finding) => touches(finding, changes) || appeared.has(finding))
}

/** Whether a finding stands in the lines of a change, or its way leads through them. */
export function touches(finding: Finding, changes: Changes): boolean {
  return isChanged(changes, finding.file, finding.line, finding.endLine) || finding.trace.some(({ file, line }) => isChanged(changes, file, line))
}

/** Whether a file that is read changed, or one is gone that may have been. */
function concerns(changes: Changes, workspace: Workspace): boolean {
  const read = new Set(workspace.files.map((file) => file.relative))
  return changes.gone.length > 0 || [...changes.files.keys()].some((file) => read.has(file))
}
