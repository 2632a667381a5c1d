/**
 * Loads the program with the code that an earlier run compiled.
 *
 * Compiling the program and TypeScript takes longer than checking a small backend does. Newer versions of Node can keep
 * compiled code themselves (`module.enableCompileCache`, since 22.1); this is for the ones before.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { Script } from 'node:vm'
import envPaths from 'env-paths'

/** What a file of CommonJS is run as. */
type Run = (exports: unknown, require: unknown, module: Module, filename: string, dirname: string) => void

/** Bytes; a smaller file is compiled faster than its code is found. */
const SMALL = 20_000
/** Milliseconds after which code that nobody loaded is thrown away: a month. */
const OLD = 30 * 24 * 60 * 60 * 1000

const FOLDER = path.join(envPaths('backend-lint', { suffix: '' }).cache, 'compiled')
const loaded = new Map<string, Module>()
/** Scripts whose code is not kept yet, by where it is to be. */
const fresh = new Map<string, Script>()

/**
 * Loads a file of CommonJS, and the files it requires by their path, with code that is kept in the user's folder for
 * caches. Packages are loaded as usual, and everything is where `NODE_DISABLE_COMPILE_CACHE` is set, which Node heeds too.
 *
 * @param file absolute path
 * @returns what the file exports
 */
export function requireKept(file: string): unknown {
  const require = createRequire(file)
  if (process.env['NODE_DISABLE_COMPILE_CACHE']) return require(file)
  const known = loaded.get(file)
  if (known) return known.exports
  const module = new Module(file)
  module.filename = file
  loaded.set(file, module)
  const requireFrom = (id: string): unknown => (id.startsWith('.') || path.isAbsolute(id) ? requireKept(require.resolve(id)) : require(id))
  compile(file)(module.exports, Object.assign(requireFrom, { resolve: require.resolve }), module, file, path.dirname(file))
  return module.exports
}

function compile(file: string): Run {
  const source = readFileSync(file)
  const run = (cachedData?: Buffer) => new Script(Module.wrap(source.toString('utf8')), { filename: file, ...(cachedData && { cachedData }) })
  if (source.length < SMALL) return run().runInThisContext() as Run
  const kept = path.join(FOLDER, `${path.parse(file).name}-${createHash('sha1').update(source).digest('hex')}-${process.version}-${process.arch}`)
  const cachedData = readKept(kept)
  const script = run(cachedData)
  if (!cachedData || script.cachedDataRejected) {
    // At the end, when the functions that a run needs have been compiled too.
    if (fresh.size === 0) process.once('exit', keepFresh)
    fresh.set(kept, script)
  }
  return script.runInThisContext() as Run
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Not kept yet, or not readable, which is the same here.
    return undefined
  }
}

function keepFresh(): void {
  try {
    mkdirSync(FOLDER, { recursive: true, mode: 0o700 })
    for (const [file, script] of fresh) {
      const unfinished = `${file}.${process.pid}`
      writeFileSync(unfinished, script.createCachedData(), { mode: 0o600 })
      renameSync(unfinished, file)
    }
    for (const name of readdirSync(FOLDER)) {
      const other = path.join(FOLDER, name)
      if (Date.now() - statSync(other).mtimeMs > OLD) rmSync(other, { force: true })
    }
  } catch {
    // A folder that cannot be written costs nothing but time: the next run compiles again.
  }
}
