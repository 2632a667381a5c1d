/**
 * Where a module specifier leads, on a bare checkout: to a file of the workspace or to a package by name.
 */
import path from 'node:path'
import type { Manifest } from './packages.js'
import { isObject } from './packages.js'
import type { TsConfigs } from './tsconfig.js'

export type Resolved = { readonly file: string } | { readonly package: string; readonly subpath: string } | undefined

/** Tried after a path without, or with an output, extension. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs']

/** Sources that an output extension in a specifier stands for. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
}

export class Resolution {
  private readonly directories = new Set<string>()
  private readonly byName: ReadonlyMap<string, Manifest>
  private readonly remembered = new Map<string, Resolved>()

  /**
   * @param files absolute paths of source files
   * @param packages innermost first
   * @param generatedClients absolute directories into which Prisma clients are generated
   */
  constructor(
    private readonly files: ReadonlyMap<string, unknown>,
    private readonly packages: readonly Manifest[],
    private readonly tsconfigs: TsConfigs,
    private readonly generatedClients: readonly string[],
  ) {
    for (const file of files.keys()) {
      for (let directory = path.posix.dirname(file); !this.directories.has(directory); directory = path.posix.dirname(directory))
        this.directories.add(directory)
    }
    this.byName = new Map(packages.flatMap((one) => (one.name ? [[one.name, one] as const] : [])))
  }

  /** @param from absolute path of the importing file */
  resolve(specifier: string, from: string): Resolved {
    const directory = path.posix.dirname(from)
    const key = `${directory}\0${specifier}`
    if (this.remembered.has(key)) return this.remembered.get(key)
    const found = this.find(specifier, from, directory)
    this.remembered.set(key, found)
    return found
  }

  private find(specifier: string, from: string, directory: string): Resolved {
    if (specifier === '') return undefined
    if (specifier.startsWith('node:')) return bare(specifier.slice(5))
    // Types that SvelteKit generates beside each route.
    if (specifier === './$types') return this.target(path.posix.resolve(directory, specifier)) ?? bare('@sveltejs/kit')
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.target(path.posix.resolve(directory, specifier))
    if (specifier.startsWith('/')) return this.target(specifier)
    if (specifier.startsWith('#')) {
      const imported = this.fromImports(specifier, from)
      if (imported) return imported
    }
    return this.fromPaths(specifier, directory) ?? this.fromWorkspace(specifier) ?? (/^[#~]|^@\/|^\$lib(?:\/|$)/.test(specifier) ? this.fromHabit(specifier, from) : bare(specifier))
  }

  /** A path: a file, one behind an extension or index, or a generated client. */
  private target(target: string): Resolved {
    if (this.generatedClients.some((client) => target === client || target.startsWith(`${client}/`))) return { package: '@prisma/client', subpath: '' }
    const file = this.fileAt(target)
    return file === undefined ? undefined : { file }
  }

  private fileAt(target: string): string | undefined {
    const extension = /\.[cm]?jsx?$/.exec(target)?.[0]
    if (extension)
      for (const source of SOURCES[extension] ?? []) {
        const candidate = target.slice(0, -extension.length) + source
        if (this.files.has(candidate)) return candidate
      }
    if (this.files.has(target)) return target
    for (const candidate of EXTENSIONS) if (this.files.has(target + candidate)) return target + candidate
    if (!this.directories.has(target)) return undefined
    const home = this.packages.find((one) => one.directory === target)
    const entry = home && this.entryOf(home, '')
    if (entry) return entry
    for (const candidate of EXTENSIONS) if (this.files.has(`${target}/index${candidate}`)) return `${target}/index${candidate}`
    return undefined
  }

  private fromPaths(specifier: string, directory: string): Resolved {
    for (const mapping of this.tsconfigs.mappingsFor(directory)) {
      for (const { pattern, targets } of mapping.paths) {
        const star = match(pattern, specifier)
        if (star === undefined) continue
        for (const target of targets) {
          const found = this.target(fromOutput(target.replace('*', star)))
          if (found) return found
        }
      }
      if (mapping.baseUrl === undefined) continue
      const found = this.target(`${mapping.baseUrl}/${specifier}`)
      if (found) return found
    }
    return undefined
  }

  /** Another package of the workspace by its name. */
  private fromWorkspace(specifier: string): Resolved {
    const { package: name, subpath } = bare(specifier)
    const manifest = this.byName.get(name)
    if (!manifest) return undefined
    const file = this.entryOf(manifest, subpath)
    return file === undefined ? undefined : { file }
  }

  /** The source behind a package's entry, mapped back from build output where that is what the manifest names. */
  private entryOf(manifest: Manifest, subpath: string): string | undefined {
    const { entry, directory } = manifest
    const named = subpath === '' ? '.' : `./${subpath}`
    const candidates = [
      ...fromExports(entry.exports, named),
      ...(subpath === '' ? [entry.source, entry.types, entry.typings, entry.module, entry.main].filter((one) => typeof one === 'string') : []),
    ]
    for (const candidate of candidates) {
      const found = this.sourceOf(directory, candidate)
      if (found) return found
    }
    const tries = subpath === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [subpath, `src/${subpath}`]
    for (const attempt of tries) {
      const target = `${directory}/${attempt}`
      const found = target === directory ? undefined : this.plainFile(target)
      if (found) return found
    }
    // `@shop/tools/lib/orders.js`: build output by its own path.
    return subpath === '' ? undefined : this.sourceOf(directory, subpath)
  }

  /** `./dist/server/index.js` of a package that is built from `src/server/index.ts`. */
  private sourceOf(directory: string, output: string): string | undefined {
    const relative = path.posix.normalize(output).replace(/^\.\//, '')
    const direct = this.plainFile(`${directory}/${relative.replace(/\.d\.([cm]?)ts$/, '.$1js')}`)
    if (direct) return direct
    const parts = relative.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').split('/')
    for (let skip = 1; skip < parts.length; skip++) {
      const rest = parts.slice(skip).join('/')
      for (const home of ['src/', '', 'lib/']) {
        const found = this.plainFile(`${directory}/${home}${rest}`)
        if (found) return found
      }
    }
    return undefined
  }

  /** Like `fileAt` without asking a package's manifest again. */
  private plainFile(target: string): string | undefined {
    const extension = /\.[cm]?jsx?$/.exec(target)?.[0]
    if (extension)
      for (const source of SOURCES[extension] ?? []) {
        const candidate = target.slice(0, -extension.length) + source
        if (this.files.has(candidate)) return candidate
      }
    if (this.files.has(target)) return target
    for (const candidate of EXTENSIONS) if (this.files.has(target + candidate)) return target + candidate
    for (const candidate of EXTENSIONS) if (this.files.has(`${target}/index${candidate}`)) return `${target}/index${candidate}`
    return undefined
  }

  /** `imports` of the nearest package.json. */
  private fromImports(specifier: string, from: string): Resolved {
    const home = this.packages.find((one) => from.startsWith(`${one.directory}/`))
    if (!home || !isObject(home.entry.imports)) return undefined
    for (const [pattern, value] of Object.entries(home.entry.imports)) {
      const star = match(pattern, specifier)
      if (star === undefined) continue
      for (const target of conditions(value)) {
        const path_ = target.replaceAll('*', star)
        if (!path_.startsWith('.')) return bare(path_)
        const file = this.sourceOf(home.directory, path_)
        if (file) return { file }
      }
    }
    return undefined
  }

  /** `@/x`, `~/x`, `#x` that no file explains: by habit they lead to `src` or the package's root. */
  private fromHabit(specifier: string, from: string): Resolved {
    const home = this.packages.find((one) => from.startsWith(`${one.directory}/`))
    const rest = specifier.replace(/^[@#~$]\/?/, '')
    for (const base of ['src', 'app', '']) {
      const file = home && this.plainFile([home.directory, base, rest].filter(Boolean).join('/'))
      if (file) return { file }
    }
    return undefined
  }
}

function bare(specifier: string): { package: string; subpath: string } {
  const parts = specifier.split('/')
  const count = specifier.startsWith('@') ? 2 : 1
  return { package: parts.slice(0, count).join('/'), subpath: parts.slice(count).join('/') }
}

/** What `*` of a pattern stands for; '' for an exact match; undefined when it does not match. */
function match(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === specifier ? '' : undefined
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  const fits = specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= before.length + after.length
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined
}

/** Build output named in `paths` (`dist/libs/x`) stands for its sources, which are tried by `src`. */
function fromOutput(target: string): string {
  return target.replace(/\/dist\/src\//, '/src/').replace(/\/dist$/, '/src')
}

/** Files a package's `exports` names for a subpath, the most telling conditions first. */
function fromExports(exported: unknown, named: string): string[] {
  if (typeof exported === 'string' || Array.isArray(exported)) return named === '.' ? conditions(exported) : []
  if (!isObject(exported)) return []
  const keys = Object.keys(exported)
  if (!keys.some((key) => key.startsWith('.'))) return named === '.' ? conditions(exported) : []
  for (const key of keys) {
    const star = match(key, named)
    if (star !== undefined) return conditions(exported[key]).map((target) => target.replaceAll('*', star))
  }
  return []
}

function conditions(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(conditions)
  if (!isObject(value)) return []
  const order = ['source', 'development', 'types', 'import', 'module', 'require', 'node', 'default']
  const known = order.filter((key) => key in value)
  return [...known, ...Object.keys(value).filter((key) => !known.includes(key))].flatMap((key) => conditions(value[key]))
}
