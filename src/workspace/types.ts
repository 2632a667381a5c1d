/**
 * What is on disk: packages, files by kind and surface, and how module names map to files.
 *
 * All absolute paths use forward slashes. Nothing here parses TypeScript.
 */
import type { Problem } from '../findings/finding.js'
import type { SharedTime } from './shared-time.js'

/** What a file is, by name and content, never by where it is used. */
export type FileKind =
  | 'source' // .ts .tsx .mts .cts .js .mjs .cjs .jsx
  | 'prisma'
  | 'sql'
  | 'json'
  | 'yaml'
  | 'toml'
  | 'env' // .env, .env.local, .env.production ...
  | 'dockerfile'
  | 'other' // text that only secret scanning reads: .properties, .ini, .conf, .npmrc, .sh, .tf

/**
 * Which part of the life of the code a file belongs to. Rules report on `production` (and `migration` where the
 * rule is about migrations); secrets are looked for everywhere.
 */
export type Surface = 'production' | 'test' | 'fixture' | 'story' | 'seed' | 'script' | 'migration' | 'generated' | 'example'

export interface WorkspaceFile {
  /** Absolute. */
  readonly path: string
  /** Relative to the workspace root. */
  readonly relative: string
  readonly kind: FileKind
  readonly surface: Surface
  /** The package that owns the file: the nearest package.json at or above it. */
  readonly package: Package
  /** Size in bytes. */
  readonly size: number
  /** True when git tracks the file; undefined where there is no git. */
  readonly tracked: boolean | undefined
  /** A `.gitignore` covers it. Only files of kind `env`, and those that git tracks all the same, are listed although they are ignored. */
  readonly ignored: boolean
  /** Text without BOM, line ends as on disk; read once and remembered. Empty when unreadable (a problem says so). */
  text(): string
}

/** A package.json and what it says. The workspace root without one gets an unnamed package. */
export interface Package {
  readonly name: string | undefined
  /** Absolute directory. */
  readonly directory: string
  /** Relative to the workspace root; '' for the root itself. */
  readonly relative: string
  readonly type: 'module' | 'commonjs'
  /** All declared dependencies (all four groups) with their version ranges as written; includes those of the workspace root. */
  readonly dependencies: ReadonlyMap<string, string>
  /** It declares a browser framework and nothing that serves: its code runs on other people's machines. */
  readonly isBrowserOnly: boolean
  /** It declares a browser framework of its own, perhaps beside what serves. */
  readonly showsPages: boolean
  /** The range of versions of Node that it declares, or the workspace root for it. */
  readonly node: string | undefined
  /** It is made to be installed by others, who call what it exports: it names where it is published, or its files or types and has no script that starts it. */
  readonly isPublished: boolean
  /** Scripts of package.json. */
  readonly scripts: ReadonlyMap<string, string>
}

export interface Workspace {
  /** Absolute path of the root: the nearest workspace or git root, else the given folder. */
  readonly root: string
  /** Path of the root inside of its git repository, as `apps/api/`; '' at its top and outside of one. */
  readonly repositoryPath: string
  /** Every file of the whole workspace, sorted by relative path (code unit order). */
  readonly files: readonly WorkspaceFile[]
  /** The files asked for by paths on the command line; all of `files` when none were given. Findings are shown for these. */
  readonly selected: ReadonlySet<string>
  readonly packages: readonly Package[]
  readonly problems: readonly Problem[]
  /** What reading files later than at first took, and what else is done once for all who ask. */
  readonly sharedTime: SharedTime
  /** By absolute path. */
  file(path: string): WorkspaceFile | undefined
  /**
   * Sizes in bytes of the files of any kind at an absolute path inside of the root; a star in the name of the file stands
   * for any part of a name, and as the folder that it lies in for any folder.
   */
  sizesOf(path: string): readonly number[]
  /** Whether the tsconfig.json nearest to an absolute path leaves it out; what the rest imports is compiled all the same. */
  isExcluded(path: string): boolean
  /**
   * Where a module specifier leads from a file: an absolute path of a project file, a package name whose library
   * model applies (bare specifiers, and relative ones that lead into a generated Prisma client), or nothing.
   * Follows relative paths, tsconfig `paths`/`baseUrl` with `extends` and references, workspace package names
   * (their `exports`/`main`/`types` mapped back from build output to sources), and `imports` of package.json.
   * `node:` prefixes are stripped. Never looks into node_modules.
   */
  resolve(specifier: string, from: string): { readonly file: string } | { readonly package: string; readonly subpath: string } | undefined
  /** True when any package of the workspace declares the dependency. */
  hasDependency(name: string): boolean
}
