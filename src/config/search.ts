/**
 * Where configuration files are: cosmiconfig's search, by data only.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { cosmiconfig } from 'cosmiconfig'
import { UsageError } from '../findings/errors.js'
import { PACKAGE_KEY } from './file.js'

/** First one wins where a folder holds several. */
const NAMES = [
  'backend-lint.config.yaml',
  'backend-lint.config.yml',
  'backend-lint.config.json',
  '.backend-lintrc',
  '.backend-lintrc.yaml',
  '.backend-lintrc.yml',
  '.backend-lintrc.json',
  'package.json',
]

/** Whether a configuration could be in a file of this name. */
export function canHoldConfig(file: string): boolean {
  return NAMES.includes(path.posix.basename(file))
}

/**
 * The configuration file of a folder.
 *
 * @param directory absolute
 * @throws UsageError for one that cannot be read
 */
export async function findIn(directory: string): Promise<string | undefined> {
  // Loaders only say that a configuration is there; it is read with the positions of its keys elsewhere.
  const present = () => ({})
  const explorer = cosmiconfig('backend-lint', {
    searchPlaces: NAMES,
    searchStrategy: 'none',
    packageProp: PACKAGE_KEY,
    cache: false,
    loaders: {
      '.yaml': present,
      '.yml': present,
      '.json': (file, content) => (path.basename(file) === 'package.json' ? manifest(content) : {}),
      noExt: present,
    },
  })
  try {
    return (await explorer.search(directory))?.filepath
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UsageError(`${directory}: its configuration cannot be read (${reason}). Give read permission, or name another one with --config.`)
  }
}

/** Nothing for a broken package.json, which is the workspace's to report. */
function manifest(content: string): object {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** The configuration file of a folder, else of the nearest folder above it inside the same git work tree. */
export async function findUpwards(directory: string): Promise<string | undefined> {
  for (let at = directory; ; at = path.dirname(at)) {
    const found = await findIn(at)
    if (found !== undefined) return found
    if (existsSync(path.join(at, '.git')) || at === path.dirname(at)) return undefined
  }
}
