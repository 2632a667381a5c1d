/**
 * What git says of a folder, asked once, without a shell.
 */
import { spawnSync } from 'node:child_process'

/** Bytes of `git ls-files` output that are read at most. */
const LARGEST_OUTPUT = 256 * 1024 * 1024

/**
 * Paths git tracks under a directory.
 *
 * @returns paths relative to the directory with forward slashes; undefined when it is not in a git work tree or git
 *   is not installed
 */
export function trackedFiles(directory: string): ReadonlySet<string> | undefined {
  const run = spawnSync('git', ['ls-files', '-z', '--cached'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (run.error || run.status !== 0) return undefined
  return new Set(run.stdout.split('\0').filter((path) => path !== ''))
}
