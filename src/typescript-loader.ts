/**
 * Loads the TypeScript that ts-morph brings, in what is published: the build puts this in place of `import { ts } from
 * 'ts-morph'`.
 *
 * Nine megabytes of code take longer to compile than a small backend takes to check. Newer versions of Node can keep
 * compiled code (`module.enableCompileCache`, since 22.1); for older ones the program asks to have it kept here.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import module, { createRequire, Module } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { Script } from 'node:vm'
import envPaths from 'env-paths'

let isKept = false

/**
 * Keeps compiled code between runs: as Node does where it can, else in the user's folder for caches. Nothing is kept
 * where `NODE_DISABLE_COMPILE_CACHE` is set, which Node heeds too.
 */
export function keepCompiledCode(): void {
  isKept = !('enableCompileCache' in module) && !process.env['NODE_DISABLE_COMPILE_CACHE']
}

/** @returns the namespace `ts` */
export function loadTypeScript(): unknown {
  const require = createRequire(import.meta.url)
  // ts-morph itself, and the standard library that it carries as text, are not needed to read code.
  const common = createRequire(require.resolve('ts-morph')).resolve('@ts-morph/common')
  const file = path.join(path.dirname(common), 'typescript.js')
  return isKept ? compile(file) : require(file)
}

/** Runs a CommonJS module with the code that an earlier run compiled, and keeps that of this run where there is none. */
function compile(file: string): unknown {
  const source = readFileSync(file, 'utf8')
  const folder = path.join(envPaths('backend-lint', { suffix: '' }).cache, 'compiled')
  const kept = path.join(folder, `typescript-${source.length}-${process.version}-${process.arch}`)
  const cachedData = readIfThere(kept)
  const script = new Script(Module.wrap(source), { filename: file, ...(cachedData && { cachedData }) })
  const loaded = new Module(file)
  loaded.filename = file
  const run = script.runInThisContext() as (exports: unknown, require: NodeJS.Require, module: Module, filename: string, dirname: string) => void
  run(loaded.exports, createRequire(file), loaded, file, path.dirname(file))
  // At the end, when the functions that a run needs have been compiled too.
  if (!cachedData || script.cachedDataRejected) process.once('exit', () => keep(kept, script.createCachedData()))
  return loaded.exports
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** Replaces what other versions left. A folder that cannot be written costs nothing but time. */
function keep(file: string, code: Buffer): void {
  const folder = path.dirname(file)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, code, { mode: 0o600 })
    renameSync(fresh, file)
    for (const name of readdirSync(folder)) if (name !== path.basename(file)) rmSync(path.join(folder, name), { force: true })
  } catch {
    // The next run compiles again.
  }
}
