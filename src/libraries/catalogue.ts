/**
 * Finds the library models that ship with the tool and those a user adds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigError } from '../findings/errors.js'
import { PACKAGE_ROOT } from '../package-root.js'
import { parseTags } from './tags.js'

/** A model file and the module names it declares. */
export interface ModelFile {
  readonly path: string
  readonly text: string
  /** Names in `declare module '...'`; may end in `*`. Empty for the global declarations. */
  readonly modules: readonly string[]
  /** Packages that its declarations import or re-export from. */
  readonly imports: readonly string[]
}

const SOURCES = path.join(PACKAGE_ROOT, 'src', 'libraries', 'models')
/** Directory of the shipped models: beside the sources where there are any, else where the build puts them. */
const MODELS = existsSync(SOURCES) ? SOURCES : path.join(PACKAGE_ROOT, 'dist', 'src', 'libraries', 'models')

/** Global declarations that every analysis needs. */
export const ALWAYS = ['ecmascript.d.ts', 'node.d.ts']

/** All shipped models, sorted by file name. */
export function shippedModels(): ModelFile[] {
  return readdirSync(MODELS)
    .filter((name) => name.endsWith('.d.ts'))
    .sort()
    .map((name) => readModel(path.join(MODELS, name)))
}

/**
 * Reads a model that a user wrote, and checks its tags.
 *
 * @throws ConfigError for a tag that is unknown or does not fit, with file and line
 */
export function readUserModel(file: string): ModelFile {
  const model = readModel(file)
  for (const match of model.text.matchAll(/\/\*\*[^]*?\*\//g)) {
    const { errors } = parseTags(match[0])
    const first = errors[0]
    if (first === undefined) continue
    const line = model.text.slice(0, match.index).split('\n').length
    throw new ConfigError(`${first}. Tags of library models are documented in docs/library-models.md.`, file, line, undefined)
  }
  return model
}

/**
 * Reads one model file.
 *
 * @throws Error when the file does not exist
 */
export function readModel(file: string): ModelFile {
  if (!existsSync(file)) throw new Error(`The library model ${file} does not exist.`)
  const text = readFileSync(file, 'utf8')
  const modules = [...text.matchAll(/declare module ['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
  const imports = [...text.matchAll(/(?:from|(?:import|require)\()\s*['"]([^'".][^'"]*)['"]/g)].map((match) => match[1] ?? '')
  return { path: file.replaceAll('\\', '/'), text, modules, imports }
}

/**
 * The models an analysis needs: the global ones, those whose modules the project imports, and what these import.
 *
 * @param specifiers bare module specifiers written in the project
 */
export function selectModels(models: readonly ModelFile[], specifiers: Iterable<string>): ModelFile[] {
  const chosen = new Set<ModelFile>()
  const seen = new Set<string>()
  const queue = [...specifiers]
  for (const model of models)
    if (ALWAYS.includes(path.posix.basename(model.path))) {
      chosen.add(model)
      queue.push(...model.imports)
    }
  for (let specifier = queue.pop(); specifier !== undefined; specifier = queue.pop()) {
    if (seen.has(specifier)) continue
    seen.add(specifier)
    for (const model of models) {
      if (chosen.has(model) || !model.modules.some((name) => covers(name, specifier as string))) continue
      chosen.add(model)
      queue.push(...model.imports)
    }
  }
  return models.filter((model) => chosen.has(model))
}

/** Whether a declared module name (`knex`, `drizzle-orm/*`) answers for a specifier. */
function covers(declared: string, specifier: string): boolean {
  const star = declared.indexOf('*')
  if (star < 0) return declared === specifier
  return specifier.startsWith(declared.slice(0, star)) && specifier.endsWith(declared.slice(star + 1))
}
