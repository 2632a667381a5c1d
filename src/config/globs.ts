/**
 * Patterns of configuration files, and where they start.
 */
import path from 'node:path'
import picomatch from 'picomatch'

/**
 * Tests paths against globs. A glob without a slash fits the name of a file or folder anywhere, a folder stands for
 * all files in it, and `!` in front takes files out again.
 *
 * @returns a test of a path relative to where the globs start
 */
export function globTest(globs: readonly string[]): (relative: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!'))
  const taken = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  const isWanted = picomatch((wanted.length > 0 ? wanted : ['**']).flatMap(variants), { dot: true })
  const isTaken = taken.length > 0 ? picomatch(taken.flatMap(variants), { dot: true }) : () => false
  return (relative) => isWanted(relative) && !isTaken(relative)
}

function variants(glob: string): string[] {
  const plain = glob.replace(/^\.?\//, '').replace(/\/$/, '')
  const anywhere = plain.includes('/') || glob.startsWith('/') || glob.startsWith('./') ? plain : `**/${plain}`
  return [anywhere, `${anywhere}/**`]
}

/**
 * A pattern in `.gitignore` syntax of a configuration file in one folder, as another folder sees it.
 *
 * @param from absolute folder where the pattern starts
 * @param to absolute folder, at, above or below `from`
 * @returns nothing for a pattern that leads elsewhere
 */
export function relocate(pattern: string, from: string, to: string): string | undefined {
  const relative = path.relative(to, from).replaceAll('\\', '/')
  if (relative === '') return pattern
  const isNegated = pattern.startsWith('!')
  const plain = isNegated ? pattern.slice(1) : pattern
  // A pattern with a slash before its end starts at the folder; another one fits at any depth.
  const isAnchored = plain.replace(/\/$/, '').includes('/')
  const moved = relative.startsWith('..')
    ? isAnchored ? descended(plain.replace(/^\//, ''), path.relative(from, to).replaceAll('\\', '/')) : plain
    : `/${relative}/${isAnchored ? plain.replace(/^\//, '') : `**/${plain}`}`
  return moved === undefined ? undefined : `${isNegated ? '!' : ''}${moved}`
}

/** What is left of an anchored pattern inside a folder. */
function descended(pattern: string, folder: string): string | undefined {
  const rest = pattern.split('/')
  for (const segment of folder.split('/')) {
    if (rest[0] === '**') return rest.join('/')
    const first = rest.shift()
    if (first === undefined || !picomatch.isMatch(segment, first, { dot: true })) return undefined
    // The pattern names a folder above: everything in it is meant.
    if (rest.length === 0 || (rest.length === 1 && rest[0] === '')) return '/**'
  }
  return `/${rest.join('/')}`
}
