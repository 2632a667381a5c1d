/**
 * Lengths of time as code writes them.
 */

/** What factors come to, `2 * 60 * 1_000`; not a number where one of them is none. */
export function productOf(factors: string): number {
  return factors.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
}
