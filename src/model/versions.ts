/**
 * Which version of a package a file is written for, by its package.json.
 */
import type { WorkspaceFile } from '../workspace/types.js'

/** Whether the package is older than `name@major` says; undefined when nobody can tell. */
export function isOlder(version: string, file: WorkspaceFile): boolean | undefined {
  const at = version.lastIndexOf('@')
  const major = /\d+/.exec(file.package.dependencies.get(version.slice(0, at)) ?? '')?.[0]
  return major === undefined ? undefined : Number(major) < Number(version.slice(at + 1))
}
