/**
 * Opens a workspace: what is on disk around the paths a person gave.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import type { Problem } from '../findings/finding.js'
import { UsageError } from '../findings/errors.js'
import { trackedFiles } from './git.js'
import { isBuilt, kindOf, surfaceOf, surfaceOfPath } from './kinds.js'
import { isObject, readJsonObject, readPackages, type Manifest } from './packages.js'
import { Resolution } from './resolution.js'
import { SharedTime } from './shared-time.js'
import { TsConfigs } from './tsconfig.js'
import type { Surface, Workspace, WorkspaceFile } from './types.js'
import { forward, walk, type FoundFile } from './walk.js'

export interface OpenOptions {
  /** Absolute directory that relative paths start from. */
  readonly cwd: string
  /** Files, folders or globs to look at; none: the whole workspace. */
  readonly paths?: readonly string[]
  /** Ignore patterns in `.gitignore` syntax, relative to the root. */
  readonly ignore?: readonly string[]
  /** Whether paths that match nothing are an error. Default true. */
  readonly errorOnUnmatched?: boolean
  /**
   * Texts that stand for what is on disk, by absolute path with forward slashes: unsaved, staged or former content.
   * Files that are not on disk are added.
   */
  readonly texts?: ReadonlyMap<string, string>
  /** Absolute paths of files that are treated as if they were not there. */
  readonly hidden?: ReadonlySet<string>
}

/** Bytes above which a source file is not analysed: no person writes one. */
const LARGEST_SOURCE = 2 * 1024 * 1024
/** Bytes above which other files are not read. */
const LARGEST_TEXT = 5 * 1024 * 1024
/** The end of the name of compiled JavaScript. */
const COMPILED = /(?<=\.)jsx?$/
/** Characters that can hold a header comment and the imports of a test. */
const HEAD = 4_000

/**
 * The root of the workspace that `openWorkspace` would open, for whoever needs it first (configuration is searched
 * from it).
 *
 * @returns absolute path with forward slashes
 * @throws UsageError when a path does not exist
 */
export function workspaceRoot(options: OpenOptions): string {
  return locate(options).root
}

/** Path of a folder inside of its git repository, as `apps/api/`; '' at its top and outside of one. */
export function repositoryPathOf(root: string): string {
  const gitRoot = gitRootOf(forward(root))
  return gitRoot === undefined || gitRoot === forward(root) ? '' : `${path.posix.relative(gitRoot, forward(root))}/`
}

function gitRootOf(root: string): string | undefined {
  return findUp(root, (directory) => existsSync(path.join(directory, '.git')))
}

function locate(options: OpenOptions): { root: string; targets: string[]; given: readonly string[] } {
  const cwd = forward(path.resolve(options.cwd))
  const given = options.paths ?? []
  const targets = given.flatMap((one) => expand(one, cwd, options))
  return { root: findRoot(targets.length > 0 ? targets : [cwd]), targets, given }
}

/**
 * @throws UsageError when a path does not exist or nothing matches
 */
export function openWorkspace(options: OpenOptions): Workspace {
  const { root, targets, given } = locate(options)
  const gitRoot = gitRootOf(root)
  const sharedTime = new SharedTime()
  const isTracked = trackedIn(root, sharedTime)
  const walked = walk(root, options.ignore ?? [], gitRoot, isTracked)
  const problems: Problem[] = [...walked.problems]
  const packages = readPackages(root, walked.manifests, problems)
  const files = new Files(root, seen(walked.files, root, options), packages, isTracked, problems, options.texts ?? new Map(), sharedTime)
  // Without paths the whole workspace is meant, also from a folder inside it.
  const selected = given.length === 0 ? new Set(files.byPath.keys()) : select(files.byPath, targets)
  if (given.length > 0 && selected.size === 0 && (options.errorOnUnmatched ?? true))
    throw new UsageError(
      `Nothing to check in ${given.join(', ')}: every file there is ignored or of a kind that is not read. ` +
        'Name other paths, look at .gitignore and "ignore" in the configuration, or pass --no-error-on-unmatched-pattern.',
    )
  const byName = new Map(packages.flatMap((one) => (one.name ? [[one.name, one.directory] as const] : [])))
  const sources = new Map([...files.byPath].filter(([, file]) => file.kind === 'source'))
  const tsconfigs = new TsConfigs(walked.tsconfigs, root, (name) => byName.get(name))
  const resolution = new Resolution(sources, packages, tsconfigs, generatedClients(files.all))
  const dependencies = new Set(packages.flatMap((one) => [...one.dependencies.keys()]))
  return {
    root,
    repositoryPath: repositoryPathOf(root),
    files: files.all,
    selected,
    packages,
    problems,
    sharedTime,
    file: (absolute) => files.byPath.get(absolute),
    sizesOf: (file) => sizesOf(file, root),
    isExcluded: (file) => tsconfigs.excludes(file),
    resolve: (specifier, from) => resolution.resolve(specifier, from),
    hasDependency: (name) => dependencies.has(name),
  }
}

/** @param file may have stars in the last part of it, and be below a folder that is one */
function sizesOf(file: string, root: string): number[] {
  if (!file.startsWith(root === '/' ? root : `${root}/`)) return []
  const folder = path.posix.dirname(file)
  const folders = folder.endsWith('/*') ? namesIn(path.posix.dirname(folder), '*').map((name) => path.posix.join(path.posix.dirname(folder), name)) : [folder]
  return folders.flatMap((one) => namesIn(one, path.posix.basename(file)).flatMap((name) => {
    const stat = statSync(path.posix.join(one, name), { throwIfNoEntry: false })
    return stat?.isFile() ? [stat.size] : []
  }))
}

/** What a name with stars stands for in a folder, without what is hidden. */
function namesIn(folder: string, name: string): string[] {
  if (!name.includes('*')) return [name]
  const pattern = new RegExp(`^${name.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`)).join('.*')}$`)
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).filter((one) => !one.startsWith('.') && pattern.test(one)) : []
}

/** The files on disk, with those that only exist as texts and without those that are to be overlooked. */
function seen(found: readonly FoundFile[], root: string, { texts, hidden }: OpenOptions): readonly FoundFile[] {
  if (!texts?.size && !hidden?.size) return found
  const known = new Set(found.map((file) => file.path))
  const top = root === '/' ? '/' : `${root}/`
  const added = [...(texts ?? [])].flatMap(([file, text]): FoundFile[] => {
    const relative = file.slice(top.length)
    const kind = file.startsWith(top) && !known.has(file) ? kindOf(relative) : undefined
    return kind ? [{ path: file, relative, kind, size: Buffer.byteLength(text), ignored: false }] : []
  })
  return [...found, ...added].filter((file) => !hidden?.has(file.path)).sort((left, right) => (left.relative < right.relative ? -1 : 1))
}

/** The absolute files and folders a path or glob names. */
function expand(given: string, cwd: string, { texts, errorOnUnmatched = true }: OpenOptions): string[] {
  const absolute = forward(path.resolve(cwd, given))
  if (existsSync(absolute) || texts?.has(absolute)) return [absolute]
  const pattern = forward(given)
  if (isDynamicPattern(pattern)) {
    const found = globSync(pattern, { cwd, absolute: true, dot: true, ignore: ['**/node_modules/**'] }).map(forward).sort()
    if (found.length > 0 || !errorOnUnmatched) return found
    throw new UsageError(`No file matches the pattern "${given}". Quote it so that the shell leaves it alone, or correct it.`)
  }
  if (!errorOnUnmatched) return []
  throw new UsageError(`The path "${given}" does not exist in ${cwd}. Correct it, or run without paths to check the workspace.`)
}

/**
 * The workspace around the targets: the outermost folder that declares the package around them as a member, else
 * that package itself, else the top of the git work tree, else the folder given.
 */
function findRoot(targets: readonly string[]): string {
  const common = targets
    .map((target) => (statSync(target, { throwIfNoEntry: false })?.isDirectory() ? target : path.posix.dirname(target)))
    .reduce((left, right) => {
      let shared = left
      while (right !== shared && !right.startsWith(shared.endsWith('/') ? shared : `${shared}/`)) shared = path.posix.dirname(shared)
      return shared
    })
  const gitRoot = findUp(common, (directory) => existsSync(path.join(directory, '.git')))
  const inGit = (directory: string) => gitRoot === undefined || directory.length >= gitRoot.length
  const nearest = findUp(common, (directory) => inGit(directory) && isProject(directory))
  if (nearest === undefined) return gitRoot ?? common
  const outer = findUp(path.posix.dirname(nearest), (directory) => inGit(directory) && holds(directory, nearest))
  return outer ?? nearest
}

function isProject(directory: string): boolean {
  const { value } = existsSync(path.join(directory, 'package.json')) ? readJsonObject(path.join(directory, 'package.json')) : { value: undefined }
  // Manifests that only switch the module type of a folder are not projects.
  return value !== undefined && (value.name !== undefined || value.dependencies !== undefined || value.scripts !== undefined || value.workspaces !== undefined)
}

/** Whether a folder is the root of a monorepo that has the directory as a member. */
function holds(directory: string, member: string): boolean {
  if (['nx.json', 'lerna.json', 'rush.json', 'turbo.json'].some((name) => existsSync(path.join(directory, name)))) return true
  const patterns = memberPatterns(directory)
  if (patterns.length === 0) return false
  const inside = path.posix.relative(directory, member)
  const positive = patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, ''))
  return globSync(positive, { cwd: directory, onlyDirectories: true, ignore: ['**/node_modules/**'], deep: 4 })
    .map((found) => forward(found).replace(/\/$/, ''))
    .some((found) => inside === found || inside.startsWith(`${found}/`))
}

function memberPatterns(directory: string): string[] {
  const pnpm = path.join(directory, 'pnpm-workspace.yaml')
  if (existsSync(pnpm)) {
    try {
      const value: unknown = parseYaml(readFileSync(pnpm, 'utf8'))
      if (isObject(value) && Array.isArray(value.packages)) return value.packages.filter((one) => typeof one === 'string')
    } catch {
      return [] // a broken file is said by whoever needs it: the package manager
    }
  }
  const manifest = path.join(directory, 'package.json')
  if (!existsSync(manifest)) return []
  const { value } = readJsonObject(manifest)
  const workspaces = isObject(value?.workspaces) ? value.workspaces.packages : value?.workspaces
  return Array.isArray(workspaces) ? workspaces.filter((one) => typeof one === 'string') : []
}

function findUp(start: string, test: (directory: string) => boolean): string | undefined {
  for (let directory = start; ; directory = path.posix.dirname(directory)) {
    if (test(directory)) return directory
    if (directory === path.posix.dirname(directory)) return undefined
  }
}

function select(files: ReadonlyMap<string, WorkspaceFile>, targets: readonly string[]): Set<string> {
  const exact = new Set(targets)
  const folders = targets.filter((target) => statSync(target, { throwIfNoEntry: false })?.isDirectory()).map((folder) => (folder.endsWith('/') ? folder : `${folder}/`))
  return new Set([...files.keys()].filter((file) => exact.has(file) || folders.some((folder) => file.startsWith(folder))))
}

/** Whether git tracks a file, by its path relative to the root; undefined where there is no git. */
type IsTracked = (relative: string) => boolean | undefined

/** Asks git when the first answer is wanted: many workspaces have no file it depends on. */
function trackedIn(root: string, sharedTime: SharedTime): IsTracked {
  let tracked: ReadonlySet<string> | undefined | null = null
  return (relative) => {
    if (tracked === null) tracked = sharedTime.measure('workspace', () => trackedFiles(root))
    return tracked?.has(relative)
  }
}

class Files {
  readonly all: readonly WorkspaceFile[]
  readonly byPath: ReadonlyMap<string, WorkspaceFile>

  constructor(
    root: string,
    found: readonly FoundFile[],
    packages: readonly Manifest[],
    isTracked: IsTracked,
    problems: Problem[],
    texts: ReadonlyMap<string, string>,
    sharedTime: SharedTime,
  ) {
    const owners = new Map<string, Manifest>()
    const ownerOf = (directory: string): Manifest => {
      const known = owners.get(directory)
      if (known) return known
      const own = packages.find((one) => one.directory === directory)
      const owner = own ?? (directory === root || directory === path.posix.dirname(directory) ? packages.at(-1) : ownerOf(path.posix.dirname(directory)))
      if (!owner) throw new Error('A workspace always has a package for its root.')
      owners.set(directory, owner)
      return owner
    }
    const paths = new Set(found.map((file) => file.path))
    // What a compiler wrote beside its source.
    const isCompiled = (file: FoundFile) => COMPILED.test(file.path) && ['ts', 'tsx'].some((extension) => paths.has(file.path.replace(COMPILED, extension)))
    this.all = found.map((file) => new DiskFile(file, ownerOf(path.posix.dirname(file.path)), isCompiled(file), isTracked, problems, sharedTime, texts.get(file.path)))
    this.byPath = new Map(this.all.map((file) => [file.path, file]))
  }
}

class DiskFile implements WorkspaceFile {
  readonly package: Manifest
  private read: string | undefined
  private known: Surface | undefined

  constructor(
    private readonly found: FoundFile,
    owner: Manifest,
    private readonly isCompiled: boolean,
    private readonly isTracked: IsTracked,
    private readonly problems: Problem[],
    private readonly sharedTime: SharedTime,
    /** Stands for what is on disk. */
    given: string | undefined,
  ) {
    this.package = owner
    this.read = given
  }

  get path() {
    return this.found.path
  }

  get relative() {
    return this.found.relative
  }

  get kind() {
    return this.found.kind
  }

  get size() {
    return this.found.size
  }

  get ignored() {
    return this.found.ignored
  }

  get tracked() {
    return this.isTracked(this.found.relative)
  }

  get surface(): Surface {
    this.known ??= this.readSurface()
    return this.known
  }

  text(): string {
    this.read ??= this.sharedTime.measure('workspace', () => this.load())
    return this.read
  }

  private readSurface(): Surface {
    const byPath = this.isCompiled ? 'generated' : surfaceOfPath(this.relative)
    if (this.kind !== 'source' || (byPath !== 'production' && byPath !== 'migration')) return byPath
    const text = this.text()
    // A TypeScript file with long lines holds an image or a certificate as text; only JavaScript is build output.
    if (/\.[cm]?jsx?$/.test(this.relative) && isBuilt(text)) {
      this.problems.push({ kind: 'parse', file: this.relative, message: 'The file looks minified or bundled, so only secrets were looked for in it. Check its source instead, or ignore it.' })
      return 'generated'
    }
    return surfaceOf(this.relative, this.kind, () => text.slice(0, HEAD))
  }

  private load(): string {
    const largest = this.kind === 'source' ? LARGEST_SOURCE : LARGEST_TEXT
    if (this.size > largest) {
      this.fail(`The file has ${Math.round(this.size / 1024 / 1024)} MB and was not checked; at most ${largest / 1024 / 1024} MB are read. Split it, or ignore it.`)
      return ''
    }
    let bytes: Buffer
    try {
      bytes = readFileSync(this.path)
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'permission denied' : (error as Error).message
      this.fail(`The file cannot be read (${reason}) and was not checked. Give read permission, or ignore it.`)
      return ''
    }
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
    // Bytes of zero do not occur in text.
    if (bytes.subarray(0, 8_000).includes(0)) return ''
    return bytes.toString('utf8').replace(/^\uFEFF/, '')
  }

  private fail(message: string): void {
    this.problems.push({ kind: 'parse', file: this.relative, message })
  }
}

/**
 * Directories into which Prisma generates its client. Read by a pattern: the schema parser is slow to load, and a
 * schema with a mistake still says where its client goes.
 */
function generatedClients(files: readonly WorkspaceFile[]): string[] {
  return files.flatMap((file) => {
    if (file.kind !== 'prisma') return []
    return [...file.text().matchAll(/^\s*generator\s+\w+\s*\{([^}]*)\}/gm)].flatMap(([, body = '']) => {
      const output = /^\s*output\s*=\s*"([^"]+)"/m.exec(body)?.[1]
      return output && /provider\s*=\s*"prisma-client/.test(body) ? [path.posix.resolve(path.posix.dirname(file.path), output)] : []
    })
  })
}
