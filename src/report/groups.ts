/**
 * Findings put together for those who read them.
 */
import type { Finding } from '../findings/finding.js'

export const GROUPINGS = ['file', 'handoff'] as const

/** `file`: in the order of the files; `handoff`: by who is to mend them first, and then so. */
export type Grouping = (typeof GROUPINGS)[number]

export interface Group {
  /** Undefined where all findings are in one group. */
  readonly title: string | undefined
  /** In their order. */
  readonly findings: readonly Finding[]
}

/** Groups with at least one finding, those for the developers of the backend first, and then by name. */
export function groupsOf(findings: readonly Finding[], by: Grouping): Group[] {
  if (by === 'file') return [{ title: undefined, findings }]
  const rank = (handoff: string) => `${handoff === 'backend' ? 0 : 1}${handoff}`
  return [...new Set(findings.map(({ handoff }) => handoff))]
    .sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
    .map((handoff) => {
      const own = findings.filter((finding) => finding.handoff === handoff)
      return { title: `For ${handoff} (${own.length})`, findings: own }
    })
}
