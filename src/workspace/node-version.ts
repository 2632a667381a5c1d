/**
 * Which versions of Node a package is run on, as far as its files say.
 */
import type { Package, Workspace } from './types.js'

/**
 * @returns the highest major version of Node that `engines`, `.nvmrc`, `.node-version` or a Dockerfile, of the package or
 *   of the root, leave open; undefined where nothing sets an end
 */
export function newestNode({ root, file }: Pick<Workspace, 'root' | 'file'>, { directory, node }: Package): number | undefined {
  const text = (name: string) => [...new Set([directory, root])].flatMap((folder) => file(`${folder}/${name}`)?.text() ?? [])
  const ranges = [
    ...(node === undefined ? [] : [node]),
    ...[...text('.nvmrc'), ...text('.node-version')].map((version) => version.trim()),
    ...text('Dockerfile').flatMap((lines) => [...lines.matchAll(/^FROM\s+(?:--\S+\s+)*(?:\S+\/)?node:v?(\d+(?:\.\d+)*)/gim)].flatMap(([, version]) => version ?? [])),
  ]
  const ends = ranges.flatMap((range) => newestIn(range) ?? [])
  return ends.length > 0 ? Math.max(...ends) : undefined
}

/** The highest major version in a range as npm writes them: 14 of `>=12 <15`, `12.x || ^14`, `12 - 14`. */
function newestIn(range: string): number | undefined {
  const ends = range.split('||').map(newestOfAll)
  return ends.includes(Infinity) ? undefined : Math.max(...ends)
}

/** Of comparators that all have to hold, the lowest end. */
function newestOfAll(comparators: string): number {
  const parts = comparators.replace(/^.*\s-\s/, '<=').matchAll(/([<>=^~v]*)\s*(\d+)?((?:\.\d+)*)[^\s<>]*/g)
  return Math.min(...[...parts].map(([, operator = '', major, rest = '']) => {
    if (major === undefined || operator.startsWith('>')) return Infinity
    // Below 15, and below 15.0.0, is 14.
    return operator === '<' && /^[.0]*$/.test(rest) ? Number(major) - 1 : Number(major)
  }))
}
