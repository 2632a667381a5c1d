/**
 * What changed in a workspace: against a commit, against the branch it will be merged into, or in the index.
 */
import { parsePatch } from 'diff'
import { UsageError } from '../findings/errors.js'
import { git, gitLine, gitList, gitTexts } from './git.js'

/** What to compare. `changed`: against the merge base with the default branch. */
export type ChangeQuery = { readonly kind: 'changed' } | { readonly kind: 'since'; readonly ref: string } | { readonly kind: 'staged' }

export interface ChangedFile {
  /** Lines that are new or different, 1-based, inclusive; `all` for a new file. */
  readonly lines: 'all' | readonly { readonly from: number; readonly to: number }[]
  /** Path relative to the root before the change; undefined for a new file. */
  readonly was: string | undefined
}

export interface Changes {
  /** What was compared with what, as in "src is compared with ...". */
  readonly against: string
  /** Something a person should know about the comparison. */
  readonly note: string | undefined
  /** Files as they are now, by path relative to the root. */
  readonly files: ReadonlyMap<string, ChangedFile>
  /** Paths that are gone: deleted, or renamed. */
  readonly gone: readonly string[]
  /** What is checked is the index, not what is on disk. */
  readonly isStaged: boolean
  /** Object id of what was compared with; undefined in a repository without a commit. */
  readonly base: string | undefined
  /** Content that stands for what is on disk, by path relative to the root; only for `staged`. */
  readonly texts: ReadonlyMap<string, string>
  /** Files on disk that are not part of what is checked, relative to the root; only for `staged`. */
  readonly hidden: readonly string[]
  /** Texts before the change by their path then, of files that changed or are gone. */
  before(): ReadonlyMap<string, string>
}

/** A tree without files; every repository knows it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
const DIFF = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules', '--relative', '-M']

/** Where continuous integration says which branch the change will be merged into; the values are names of branches. */
const TARGET_BRANCHES = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'BITBUCKET_PR_DESTINATION_BRANCH', 'CHANGE_TARGET', 'SYSTEM_PULLREQUEST_TARGETBRANCH']

/**
 * @param root absolute root of the workspace; it may be below the top of the work tree
 * @throws UsageError without git, outside of a work tree, or for a commit that does not exist
 */
export function readChanges(root: string, query: ChangeQuery): Changes {
  const prefix = git(root, ['rev-parse', '--show-prefix'])
  if (!prefix.ok)
    throw new UsageError(
      prefix.reason === 'git is not installed'
        ? `${flagOf(query)} needs git, and git is not installed. Install it, or check without the flag.`
        : `${flagOf(query)} compares with what git knows, and ${root} is not in a git work tree. Check without the flag.`,
    )
  const { base, against, note } = baseOf(root, query)
  const compared = [...(query.kind === 'staged' ? ['--cached'] : []), base ?? EMPTY_TREE]
  const { files, gone } = readDiff(root, compared)
  // New files that git does not know yet belong to the change, but not to a commit.
  const untracked = gitList(root, ['ls-files', '--others', '--exclude-standard', '-z']) ?? []
  if (query.kind !== 'staged') for (const file of untracked) files.set(file, { lines: 'all', was: undefined })
  const top = prefix.output.toString('utf8').trim()
  return {
    against,
    note,
    files,
    gone,
    isStaged: query.kind === 'staged',
    base,
    texts: query.kind === 'staged' ? indexTexts(root, top) : new Map(),
    hidden: query.kind === 'staged' ? untracked : [],
    before: () => {
      if (base === undefined) return new Map()
      const paths = [...new Set([...gone, ...[...files.values()].flatMap(({ was }) => was ?? [])])]
      const texts = gitTexts(root, paths.map((path) => `${base}:${top}${path}`))
      return new Map(paths.flatMap((path) => {
        const text = texts.get(`${base}:${top}${path}`)
        return text === undefined ? [] : [[path, text] as const]
      }))
    },
  }
}

/** Whether a line of a file belongs to the change. */
export function isChanged(changes: Changes, file: string, from: number, to = from): boolean {
  const changed = changes.files.get(file)
  return changed !== undefined && (changed.lines === 'all' || changed.lines.some((range) => range.from <= to && from <= range.to))
}

function flagOf(query: ChangeQuery): string {
  return query.kind === 'since' ? `--since ${query.ref}` : `--${query.kind}`
}

function baseOf(root: string, query: ChangeQuery): { base: string | undefined; against: string; note?: string } {
  const head = gitLine(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (query.kind === 'staged') return { base: head, against: head === undefined ? 'nothing: there is no commit yet' : 'HEAD' }
  if (query.kind === 'since') {
    const commit = gitLine(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${query.ref}^{commit}`])
    if (commit === undefined)
      throw new UsageError(`--since ${query.ref}: git knows no such commit here${isShallow(root) ? '; the clone is shallow, so fetch more of its history' : ''}. Give a branch, a tag or a commit.`)
    return forked(root, commit, query.ref)
  }
  const branch = defaultBranch(root)
  const noBranch = 'No default branch was found, so only changes that are not committed are checked.'
  if (branch === undefined || head === undefined) return { base: head, against: 'HEAD', ...(branch === undefined && head !== undefined && { note: noBranch }) }
  return forked(root, branch.commit, branch.name)
}

/** Where the work began: the last commit in common with another. */
function forked(root: string, commit: string, name: string): { base: string; against: string; note?: string } {
  const common = gitLine(root, ['merge-base', 'HEAD', commit])
  if (common !== undefined) return { base: common, against: `${name} (${common.slice(0, 9)})` }
  const why = isShallow(root) ? 'the clone is shallow' : 'they have no commit in common'
  return { base: commit, against: name, note: `Compared with ${name} itself, not with where the work began: ${why}.` }
}

function defaultBranch(root: string): { commit: string; name: string } | undefined {
  const announced = TARGET_BRANCHES.flatMap((name) => process.env[name]?.replace(/^refs\/heads\//, '') || []).flatMap((branch) => [`origin/${branch}`, branch])
  const origin = gitLine(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  const configured = gitLine(root, ['config', 'init.defaultBranch'])
  const names = [...announced, ...(origin === undefined ? [] : [origin]), 'origin/main', 'origin/master', 'main', 'master', ...(configured === undefined ? [] : [configured])]
  for (const name of names) {
    const commit = gitLine(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
    if (commit !== undefined) return { commit, name }
  }
  return undefined
}

function isShallow(root: string): boolean {
  return gitLine(root, ['rev-parse', '--is-shallow-repository']) === 'true'
}

/** The list of files and the list of lines come in the same order; only the first has names that need no unquoting. */
function readDiff(root: string, compared: readonly string[]): { files: Map<string, ChangedFile>; gone: string[] } {
  const files = new Map<string, ChangedFile>()
  const gone: string[] = []
  const listed = gitList(root, [...DIFF, '--name-status', '-z', ...compared]) ?? []
  const patch = git(root, [...DIFF, '-U0', '--src-prefix=a/', '--dst-prefix=b/', ...compared])
  const sections = patch.ok ? patch.output.toString('utf8').split(/^(?=diff --git )/m).filter((section) => section !== '') : []
  for (let at = 0, section = 0; at < listed.length; section++) {
    const status = listed[at++] ?? ''
    const first = listed[at++] ?? ''
    const isMoved = /^[RC]/.test(status)
    const now = isMoved ? (listed[at++] ?? '') : first
    if (status.startsWith('D') || status.startsWith('R')) gone.push(first)
    if (status.startsWith('D')) continue
    files.set(now, status.startsWith('A') ? { lines: 'all', was: undefined } : { lines: linesOf(sections[section] ?? ''), was: first })
  }
  return { files, gone }
}

function linesOf(section: string): { from: number; to: number }[] {
  const start = section.search(/^--- /m)
  if (start < 0) return [] // renamed as it was, another mode, or not a text
  return parsePatch(section.slice(start)).flatMap(({ hunks }) => hunks.flatMap(({ newStart, newLines }) => (newLines > 0 ? [{ from: newStart, to: newStart + newLines - 1 }] : [])))
}

/** What the index holds where it differs from what is on disk. */
function indexTexts(root: string, top: string): ReadonlyMap<string, string> {
  const paths = gitList(root, ['diff', '--no-ext-diff', '--ignore-submodules', '--relative', '--no-renames', '--name-only', '-z']) ?? []
  const texts = gitTexts(root, paths.map((path) => `:${top}${path}`))
  return new Map(paths.flatMap((path) => {
    const text = texts.get(`:${top}${path}`)
    return text === undefined ? [] : [[path, text] as const]
  }))
}
