/**
 * The name a person probably meant.
 */
import { closest, distance } from 'fastest-levenshtein'

/** The known name nearest to what was written, when it is near enough to be a slip. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(written, known)
  return distance(written, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined
}
