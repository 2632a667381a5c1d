/**
 * What kind of work comes in at an entry point.
 */
import type { EntryKind, EntryPoint } from './types.js'

const SERVING: ReadonlySet<EntryKind> = new Set(['route', 'resolver', 'procedure', 'webhook', 'action'])

/** Somebody waits for the answer: a request, not a job. */
export function isServing(entry: EntryPoint): boolean {
  return SERVING.has(entry.kind)
}
