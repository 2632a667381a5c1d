/**
 * Walks a workspace: every file somebody could mean, without what `.gitignore` leaves out. A file that git tracks is
 * part of the code although a pattern for files leaves it out; in a folder that is left out, it is output.
 */
import { lstatSync, readFileSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'
import type { Problem } from '../findings/finding.js'
import { kindOf } from './kinds.js'
import type { FileKind } from './types.js'

export interface FoundFile {
  /** Absolute, forward slashes. */
  readonly path: string
  /** Relative to the root. */
  readonly relative: string
  readonly kind: FileKind
  /** Bytes. */
  readonly size: number
  /** An ignore file covers it, so it is of kind `env` or git tracks it all the same. */
  readonly ignored: boolean
}

export interface Walked {
  readonly files: readonly FoundFile[]
  /** Absolute paths of every package.json outside of node_modules. */
  readonly manifests: readonly string[]
  /** Absolute paths of tsconfig and jsconfig files. */
  readonly tsconfigs: readonly string[]
  readonly problems: readonly Problem[]
}

/** Folders nobody writes code in. */
const NEVER = new Set([
  'node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.yarn', '.pnpm-store', '.next', '.nuxt',
  '.output', '.turbo', '.nx', '.cache', '.parcel-cache', '.serverless', '.vercel', '.netlify', '.svelte-kit', '.astro',
  '.aws-sam', '.terraform', '.nyc_output', '.pnp', '.wrangler', '.idea', '.vscode', '.backend-lint-cache', 'coverage',
]) // prettier-ignore

/** Build output when it stands beside a package.json. */
const OUTPUT = new Set(['dist', 'build', 'out'])

/** Written by package managers, by Drizzle beside its migrations (the whole schema, once a migration), and by ourselves. */
const RECORDS = /^(?:package-lock|npm-shrinkwrap|pnpm-lock|yarn\.lock|composer)\b.*|.*-lock\.(?:json|ya?ml)$|^\d{4,}_snapshot\.json$|^backend-lint-baseline\.json$/

interface Layer {
  /** The path of a file as the ignore file's own directory sees it, from its path relative to the root. */
  readonly seen: (inside: string) => string
  readonly rules: Ignore
}

/**
 * @param root absolute
 * @param patterns additional ignore patterns in `.gitignore` syntax, relative to the root
 * @param gitRoot the top of the git work tree around the root, whose ignore files count too
 * @param isTracked whether git tracks a file, by its path relative to the root; asked of ignored files only
 */
export function walk(root: string, patterns: readonly string[], gitRoot: string | undefined, isTracked: (relative: string) => boolean | undefined): Walked {
  const files: FoundFile[] = []
  const manifests: string[] = []
  const tsconfigs: string[] = []
  const problems: Problem[] = []
  const visited = new Set<string>()
  const own = ignore().add([...patterns])

  const visit = (directory: string, relative: string, layers: readonly Layer[]): void => {
    let entries: Dirent[]
    try {
      entries = readdirSync(directory, { withFileTypes: true })
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'permission denied' : (error as Error).message
      problems.push({ kind: 'parse', file: relative || '.', message: `The directory cannot be read (${reason}), so nothing in it was checked. Give read permission or ignore it.` })
      return
    }
    const here = withIgnoreFile(directory, relative, layers, entries)
    const hasManifest = entries.some((entry) => entry.name === 'package.json')
    entries.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
    for (const entry of entries) {
      const absolute = path.join(directory, entry.name)
      const inside = relative ? `${relative}/${entry.name}` : entry.name
      const type = typeOf(entry, absolute, root)
      if (type === 'directory') {
        if (NEVER.has(entry.name) || (hasManifest && OUTPUT.has(entry.name))) continue
        if (isIgnored(here, `${inside}/`) || own.ignores(`${inside}/`)) continue
        if (entry.isSymbolicLink()) {
          const real = realpathSync(absolute)
          if (visited.has(real)) continue
          visited.add(real)
        }
        visit(absolute, inside, here)
      } else if (type === 'file') {
        const kind = kindOf(inside)
        if (!kind || own.ignores(inside)) continue
        const ignored = isIgnored(here, inside)
        // Environment files are listed although they are ignored: that they are is what a rule wants to know.
        if (ignored && kind !== 'env' && !isTracked(inside)) continue
        if (entry.name === 'package.json') manifests.push(forward(absolute))
        if (/^(?:tsconfig|jsconfig)(?:\..+)?\.json$/.test(entry.name)) tsconfigs.push(forward(absolute))
        if (kind === 'json' || kind === 'yaml') if (RECORDS.test(entry.name)) continue
        const size = statSync(absolute, { throwIfNoEntry: false })?.size
        if (size === undefined) continue // gone since it was listed
        files.push({ path: forward(absolute), relative: inside, kind, size, ignored })
      }
    }
  }

  visit(root, '', outerLayers(root, gitRoot))
  files.sort((left, right) => (left.relative < right.relative ? -1 : 1))
  return { files, manifests, tsconfigs, problems }
}

/** What an entry is; a link that leads into the workspace itself is nothing, as its target is walked anyway. */
function typeOf(entry: Dirent, absolute: string, root: string): 'file' | 'directory' | undefined {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  if (!entry.isSymbolicLink()) return undefined
  try {
    const real = realpathSync(absolute)
    const top = realpathSync(root)
    if (real === top || real.startsWith(top + path.sep) || top.startsWith(real + path.sep)) return undefined
    const target = lstatSync(real)
    return target.isFile() ? 'file' : target.isDirectory() ? 'directory' : undefined
  } catch {
    return undefined // dangling or looping
  }
}

function withIgnoreFile(directory: string, relative: string, layers: readonly Layer[], entries: readonly Dirent[]): readonly Layer[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return layers
  return [...layers, { seen: (inside) => (relative ? inside.slice(relative.length + 1) : inside), rules: ignore().add(readIgnore(path.join(directory, '.gitignore'))) }]
}

/** Ignore files between the top of the git work tree and the root. */
function outerLayers(root: string, gitRoot: string | undefined): Layer[] {
  if (!gitRoot) return []
  const layer = (directory: string, file: string): Layer => {
    const prefix = forward(path.relative(directory, root))
    return { seen: (inside) => (prefix ? `${prefix}/${inside}` : inside), rules: ignore().add(readIgnore(file)) }
  }
  const layers = [layer(gitRoot, path.join(gitRoot, '.git', 'info', 'exclude'))]
  const between: string[] = []
  for (let directory = path.dirname(root); directory.length >= gitRoot.length && root !== gitRoot; directory = path.dirname(directory)) {
    between.unshift(directory)
    if (directory === gitRoot) break
  }
  for (const directory of between) layers.push(layer(directory, path.join(directory, '.gitignore')))
  return layers
}

function readIgnore(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The innermost ignore file that has an opinion decides. */
function isIgnored(layers: readonly Layer[], inside: string): boolean {
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index] as Layer
    const test = layer.rules.test(layer.seen(inside))
    if (test.ignored) return true
    if (test.unignored) return false
  }
  return false
}

/** Absolute or relative path with forward slashes. */
export function forward(file: string): string {
  return path.sep === '/' ? file : file.replaceAll('\\', '/')
}
