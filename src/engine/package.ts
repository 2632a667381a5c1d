/**
 * Where this package lies on disk and what its manifest says; loads nothing else, so that `--version` is instant.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute directory of the package: the nearest one above this file that has a manifest. */
export const PACKAGE_ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)))

/** Name and version for reports. */
export function toolInfo(): { name: string; version: string } {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }
  return { name: 'backend-lint', version }
}

function findRoot(start: string): string {
  for (let directory = start; ; directory = path.dirname(directory)) {
    if (existsSync(path.join(directory, 'package.json'))) return directory
    if (directory === path.dirname(directory)) throw new Error(`No package.json above ${start}.`)
  }
}
