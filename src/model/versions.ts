/**
 * Which version of a package a file is written for, by its package.json.
 */
import type { WorkspaceFile } from '../workspace/types.js'

/**
 * Whether the package is older than a version.
 *
 * @param named `name@major`, as it stands or as the option of a tag: `since=name@major`, `before=name@major`
 * @returns undefined when nobody can tell
 */
export function isOlder(named: string, file: WorkspaceFile): boolean | undefined {
  const version = named.slice(named.indexOf('=') + 1)
  const at = version.lastIndexOf('@')
  const major = /\d+/.exec(file.package.dependencies.get(version.slice(0, at)) ?? '')?.[0]
  return major === undefined ? undefined : Number(major) < Number(version.slice(at + 1))
}
