/**
 * What git says of a folder: every question is one process, without a shell.
 */
import { spawnSync } from 'node:child_process'

/** Bytes of output that are read at most. */
const LARGEST_OUTPUT = 512 * 1024 * 1024

/** Output of git, or why there is none. */
export type GitAnswer = { readonly ok: true; readonly output: Buffer } | { readonly ok: false; readonly reason: string }

/**
 * Asks git in a directory. Hooks hand their index over in the environment, which is passed on.
 *
 * @param input what it reads from standard input
 */
export function git(directory: string, args: readonly string[], input?: string): GitAnswer {
  const run = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: directory,
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['pipe', 'pipe', 'pipe'],
    input: input ?? '',
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  })
  if (run.error) return { ok: false, reason: (run.error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : run.error.message }
  if (run.status !== 0) return { ok: false, reason: run.stderr.toString('utf8').trim().split('\n')[0] ?? '' }
  return { ok: true, output: run.stdout }
}

/** One trimmed line of output; undefined when git has no answer. */
export function gitLine(directory: string, args: readonly string[]): string | undefined {
  const answer = git(directory, args)
  const line = answer.ok ? answer.output.toString('utf8').trim() : ''
  return line === '' ? undefined : line
}

/** Output of a command that separates by zero bytes; undefined when git has no answer. */
export function gitList(directory: string, args: readonly string[]): string[] | undefined {
  const answer = git(directory, args)
  return answer.ok ? answer.output.toString('utf8').split('\0').filter((one) => one !== '') : undefined
}

/**
 * Paths git tracks under a directory.
 *
 * @returns paths relative to the directory with forward slashes; undefined when it is not in a git work tree or git
 *   is not installed
 */
export function trackedFiles(directory: string): ReadonlySet<string> | undefined {
  const listed = gitList(directory, ['ls-files', '-z', '--cached'])
  return listed && new Set(listed)
}

/**
 * Contents of files in commits or in the index.
 *
 * @param names as `HEAD:src/a.ts` or `:src/a.ts`, from the top of the work tree
 * @returns by name, as text without BOM; what does not exist there or is no file is left out
 */
export function gitTexts(directory: string, names: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const asked = names.filter((name) => !name.includes('\n'))
  if (asked.length === 0) return texts
  const answer = git(directory, ['cat-file', '--batch'], `${asked.join('\n')}\n`)
  if (!answer.ok) return texts
  let at = 0
  for (const name of asked) {
    const end = answer.output.indexOf(10, at)
    if (end < 0) break
    const [, type, size] = answer.output.toString('utf8', at, end).split(' ')
    at = end + 1
    if (size === undefined || !/^\d+$/.test(size)) continue // `<name> missing`
    if (type === 'blob') texts.set(name, answer.output.toString('utf8', at, at + Number(size)).replace(/^\uFEFF/, ''))
    at += Number(size) + 1
  }
  return texts
}
