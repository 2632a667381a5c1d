/**
 * Where this package lies on disk. Its data is found from there, not from the file that needs it: what is published is
 * bundled into a few files.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute directory of the package: the nearest one above this file that has a manifest. */
export const PACKAGE_ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)))

function findRoot(start: string): string {
  for (let directory = start; ; directory = path.dirname(directory)) {
    if (existsSync(path.join(directory, 'package.json'))) return directory
    if (directory === path.dirname(directory)) throw new Error(`No package.json above ${start}.`)
  }
}
