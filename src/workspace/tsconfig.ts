/**
 * Path mapping of tsconfig files and what they leave out, without TypeScript and without node_modules.
 *
 * TypeScript's own reader gives up when a shared configuration is not installed; on a bare checkout that is the
 * normal case, and `paths` nearly always stand in the files at hand.
 */
import path from 'node:path'
import picomatch from 'picomatch'
import { isObject, readJsonObject } from './packages.js'
import { forward } from './walk.js'

/** Where module names may lead according to one tsconfig and what it extends. */
export interface PathMapping {
  /** Absolute directory for bare names, when `baseUrl` is set. */
  readonly baseUrl: string | undefined
  /** Patterns with at most one `*`, longest prefix first, and their absolute targets. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[]
}

/** Extends chains are followed this far; cycles end there too. */
const LONGEST_CHAIN = 16

/** Reads mappings on demand and remembers them. */
export class TsConfigs {
  private readonly byDirectory = new Map<string, string[]>()
  private readonly mappings = new Map<string, readonly PathMapping[]>()
  /** By tsconfig.json: a test of absolute paths. */
  private readonly exclusions = new Map<string, (file: string) => boolean>()
  private readonly files: ReadonlySet<string>

  /**
   * @param files absolute paths of the tsconfig files of the workspace
   * @param packageDirectory finds a workspace package by name, for `extends: "@acme/tsconfig/base.json"`
   */
  constructor(
    files: readonly string[],
    private readonly root: string,
    private readonly packageDirectory: (name: string) => string | undefined,
  ) {
    this.files = new Set(files)
    for (const file of files) {
      const directory = path.posix.dirname(file)
      this.byDirectory.set(directory, [...(this.byDirectory.get(directory) ?? []), file])
    }
  }

  /** Mappings that apply in a directory, the nearest first. */
  mappingsFor(directory: string): readonly PathMapping[] {
    const known = this.mappings.get(directory)
    if (known) return known
    const own = (this.byDirectory.get(directory) ?? []).sort(byImportance).flatMap((file) => this.read(file))
    const parent = path.posix.dirname(directory)
    const outer = directory === this.root || parent === directory ? [] : this.mappingsFor(parent)
    const all = unique([...own, ...outer])
    this.mappings.set(directory, all)
    return all
  }

  /** Whether the nearest tsconfig.json names a file, or a folder it stands in, among what is no part of the program. */
  excludes(file: string): boolean {
    for (let directory = path.posix.dirname(file); ; directory = path.posix.dirname(directory)) {
      const config = `${directory}/tsconfig.json`
      if (this.files.has(config)) return this.exclusionOf(config)(file)
      if (directory === this.root || directory === path.posix.dirname(directory)) return false
    }
  }

  private exclusionOf(config: string): (file: string) => boolean {
    let test = this.exclusions.get(config)
    if (!test) {
      const { exclude } = readJsonObject(config).value ?? {}
      const patterns = (Array.isArray(exclude) ? exclude : []).filter((pattern): pattern is string => typeof pattern === 'string').map((pattern) => expand(pattern, path.posix.dirname(config), path.posix.dirname(config)))
      this.exclusions.set(config, (test = patterns.length > 0 ? picomatch(patterns.flatMap((pattern) => [pattern, `${pattern}/**`]), { dot: true }) : () => false))
    }
    return test
  }

  private read(file: string): PathMapping[] {
    const found: PathMapping[] = []
    const mapping = this.mapping(file, new Set())
    if (mapping) found.push(mapping)
    return found
  }

  /** The effective mapping of a file: its own `paths` and `baseUrl`, else those it inherits. */
  private mapping(file: string, seen: Set<string>): PathMapping | undefined {
    if (seen.has(file) || seen.size > LONGEST_CHAIN) return undefined
    seen.add(file)
    const { value } = readJsonObject(file)
    if (!value) return undefined
    const options = isObject(value.compilerOptions) ? value.compilerOptions : {}
    const directory = path.posix.dirname(file)
    const inherited: PathMapping[] = []
    const parents: unknown[] = Array.isArray(value.extends) ? value.extends : [value.extends]
    // Later entries of an `extends` list win over earlier ones.
    for (const parent of parents.reverse()) {
      const target = typeof parent === 'string' ? this.extended(parent, directory) : undefined
      const mapping = target && this.mapping(target, seen)
      if (mapping) inherited.push(mapping)
    }
    const base = inherited[0]
    const baseUrl = typeof options.baseUrl === 'string' ? expand(options.baseUrl, directory, directory) : base?.baseUrl
    const paths = isObject(options.paths) ? toPaths(options.paths, baseUrl ?? directory, directory) : (inherited.find((one) => one.paths.length > 0)?.paths ?? [])
    return baseUrl === undefined && paths.length === 0 ? undefined : { baseUrl, paths }
  }

  /** The file an `extends` entry names, when it is in the workspace. */
  private extended(specifier: string, directory: string): string | undefined {
    const candidates = (target: string) => [target, `${target}.json`, `${target}/tsconfig.json`]
    if (/^(?:\.|\/)/.test(specifier)) {
      const target = path.posix.resolve(directory, specifier)
      return candidates(target).find((file) => this.files.has(file)) ?? (this.exists(target) ? target : undefined)
    }
    const parts = specifier.split('/')
    const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
    const home = this.packageDirectory(name)
    const rest = specifier.slice(name.length + 1)
    return home && candidates(rest ? `${home}/${rest}` : `${home}/tsconfig.json`).find((file) => this.files.has(file))
  }

  /** Shared configurations may have any name, or lie above the root. */
  private exists(file: string): boolean {
    return file.endsWith('.json') && readJsonObject(file).value !== undefined
  }
}

/** tsconfig.json speaks for the editor and the build; the variants fill in what it leaves out. */
function byImportance(left: string, right: string): number {
  const rank = (file: string) => {
    const name = path.posix.basename(file)
    return name === 'tsconfig.json' ? 0 : /base|app|build|server|api|node|lib/.test(name) ? 1 : name.startsWith('jsconfig') ? 2 : 3
  }
  return rank(left) - rank(right) || (left < right ? -1 : 1)
}

function toPaths(paths: Readonly<Record<string, unknown>>, base: string, directory: string): PathMapping['paths'] {
  return Object.entries(paths)
    .map(([pattern, targets]) => ({
      pattern,
      targets: (Array.isArray(targets) ? targets : [targets])
        .filter((target): target is string => typeof target === 'string')
        .map((target) => expand(target, base, directory)),
    }))
    .sort((left, right) => prefixLength(right.pattern) - prefixLength(left.pattern))
}

function expand(target: string, base: string, directory: string): string {
  return forward(path.posix.resolve(base, target.replace('${configDir}', directory)))
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*')
  // An exact name beats every pattern.
  return star < 0 ? Number.MAX_SAFE_INTEGER : star
}

function unique(mappings: readonly PathMapping[]): PathMapping[] {
  return [...new Map(mappings.map((mapping) => [JSON.stringify(mapping), mapping])).values()]
}
