/**
 * One configuration file: read as data, with the line of every key, and held against the schema.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, printParseErrorCode, stripComments, type ParseError } from 'jsonc-parser'
import { LineCounter, isMap, isScalar, isNode, parseDocument, type Document } from 'yaml'
import { ConfigError, UsageError } from '../findings/errors.js'
import type { Confidence, Severity } from '../findings/finding.js'
import { readAdded, type AddedRules } from './added-rules.js'
import { importModule } from './import-module.js'
import { configSchema, type ConfigurableRule } from './schema.js'
import { mistakesIn, type Keys } from './validate.js'

export type RuleSeverity = Severity | 'off'
export type RuleOptions = Readonly<Record<string, unknown>>
export type RuleSetting =
  | RuleSeverity
  | readonly [RuleSeverity, RuleOptions?]
  | { readonly severity?: RuleSeverity; readonly options?: RuleOptions }
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** A configuration file as written, once it fits the schema. */
export interface RawConfig {
  readonly extends?: string | readonly string[]
  readonly rules?: RuleSettings
  readonly overrides?: readonly RawOverride[]
  readonly ignore?: readonly string[]
  readonly models?: readonly string[]
  readonly packs?: readonly string[]
  readonly plugins?: readonly string[]
  readonly baseline?: string
  readonly tables?: Readonly<Record<string, 'small' | 'huge'>>
  readonly database?: Database
  readonly confidence?: Confidence
  readonly failOn?: Severity | 'never'
}

export interface RawOverride {
  readonly files: readonly string[]
  readonly rules?: RuleSettings
  readonly confidence?: Confidence
}

export interface Database {
  readonly dialect?: string
  readonly version?: string | number
}

export interface ConfigFile {
  readonly raw: RawConfig
  /** Rules that its packs and plugins add. */
  readonly added: AddedRules
  /** A mistake at a key, with its line where the file has lines. */
  errorAt(keys: Keys, message: string): ConfigError
}

/** The key of package.json that holds a configuration. */
export const PACKAGE_KEY = 'backend-lint'

const DATA = /(?:\.ya?ml|\.json|^[^.]+|^\.[^.]+)$/
const CODE = /\.[cm]?[jt]s$/

/**
 * Reads a configuration file.
 *
 * @param file absolute
 * @param shown the file as messages name it
 * @param allowsCode a person named the file by `--config`, so that code in it may run
 * @throws ConfigError for a file that cannot be read, does not parse or does not fit the schema; UsageError for a
 * file of a kind that is not read
 */
export async function readConfigFile(
  file: string,
  shown: string,
  rules: readonly ConfigurableRule[],
  allowsCode: boolean,
): Promise<ConfigFile> {
  const name = path.basename(file)
  if (CODE.test(name)) {
    if (!allowsCode)
      throw new UsageError(`${shown}: code is run only when --config names it. Write the shared configuration as YAML or JSON.`)
    return await fitting(await importDefault(file, shown), shown, () => undefined, { rules, file, allowsCode })
  }
  if (!DATA.test(name))
    throw new UsageError(`${shown}: this kind of file is not read as configuration. Name it .yaml, .yml, .json, .js or .ts.`)
  return await readData(file, shown, { rules, file, allowsCode })
}

async function importDefault(file: string, shown: string): Promise<unknown> {
  let exported: unknown
  try {
    exported = await importModule(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`It fails when it is loaded: ${reason}`, shown, undefined, undefined)
  }
  if (exported === undefined)
    throw new ConfigError('It has no default export. Write "export default { ... }".', shown, undefined, undefined)
  return exported
}

async function readData(file: string, shown: string, around: Around): Promise<ConfigFile> {
  const written = readText(file, shown)
  const isJson = file.endsWith('.json')
  if (isJson) parseJson(written, shown)
  // YAML holds JSON, and its parser knows where each key stands.
  const text = isJson ? stripComments(written, ' ') : written
  const lines = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true })
  const broken = document.errors[0]
  if (broken)
    throw new ConfigError(`It does not parse: ${broken.message}. Mend the syntax.`, shown, lines.linePos(broken.pos[0]).line, undefined)
  const prefix = path.basename(file) === 'package.json' ? [PACKAGE_KEY] : []
  const lineOf = (keys: Keys) => {
    const offset = offsetOf(document, [...prefix, ...keys])
    return offset === undefined ? undefined : lines.linePos(offset).line
  }
  let whole: unknown
  try {
    whole = document.toJS()
  } catch (error) {
    // Aliases without an anchor, and too many of them.
    throw new ConfigError(`It does not parse: ${(error as Error).message}. Mend the syntax.`, shown, undefined, undefined)
  }
  const value = prefix.length > 0 ? (whole as Record<string, unknown> | null)?.[PACKAGE_KEY] : whole
  return await fitting(value ?? {}, shown, lineOf, around)
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'permission is denied' : code
    throw new ConfigError(`It cannot be read: ${reason}. Name a readable file.`, shown, undefined, undefined)
  }
}

/** @throws ConfigError where JSON, with comments and trailing commas, is broken */
function parseJson(text: string, shown: string): void {
  const errors: ParseError[] = []
  parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const first = errors[0]
  if (!first) return
  const reason = printParseErrorCode(first.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  const line = text.slice(0, first.offset).split('\n').length
  throw new ConfigError(`It does not parse: ${reason}. Mend the syntax.`, shown, line, undefined)
}

/** Offset of the last key (or of the entry, in a list), so that a message points at the key and not at its value. */
function offsetOf(document: Document, keys: Keys): number | undefined {
  const last = keys.at(-1)
  if (last === undefined) return document.contents?.range?.[0]
  const parent = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === last)?.key
    if (isNode(key) && key.range) return key.range[0]
  }
  const node = document.getIn(keys, true)
  return isNode(node) ? node.range?.[0] : undefined
}

interface Around {
  readonly rules: readonly ConfigurableRule[]
  /** Absolute. */
  readonly file: string
  readonly allowsCode: boolean
}

/** @throws ConfigError for the first mistake */
async function fitting(value: unknown, shown: string, lineOf: (keys: Keys) => number | undefined, { rules, file, allowsCode }: Around): Promise<ConfigFile> {
  const errorAt = (keys: Keys, message: string) => new ConfigError(message, shown, lineOf(keys), keys.join('.') || undefined)
  const filled = withoutEmpty(value)
  // What packs and plugins add can be configured like any other rule.
  const added = await readAdded(filled, file, rules, allowsCode, errorAt)
  const mistake = mistakesIn(filled, configSchema([...rules, ...added.packs, ...added.plugins.map(({ rule }) => rule)]))[0]
  if (mistake) throw errorAt(mistake.keys, mistake.message)
  return { raw: filled as RawConfig, added, errorAt }
}

/** A key with nothing behind it, as when all entries below are commented out, is as good as none. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null))
}
