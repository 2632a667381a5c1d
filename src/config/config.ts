/**
 * Configuration: found by cosmiconfig, read as data, checked against the schema, merged.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv, type ErrorObject } from 'ajv'
import { cosmiconfig } from 'cosmiconfig'
import picomatch from 'picomatch'
import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { ConfigError, UsageError } from '../findings/errors.js'
import { type Confidence, type Problem, type Severity } from '../findings/finding.js'
import { nearest } from '../findings/nearest.js'
import { PRESET, PRESETS, type PresetName } from './presets.js'
import { configSchema, type ConfigurableRule } from './schema.js'

/** Settings in force for one file. */
export interface FileConfig {
  /** Severities that were set; a rule that is not here has its own. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
}

export interface Config {
  /** Configuration files read, absolute. */
  readonly files: readonly string[]
  /** Whether a rule runs for any file. */
  isOn(rule: string): boolean
  /** Options set for a rule at the root. */
  optionsOf(rule: string): Readonly<Record<string, unknown>>
  /** @param relative path from the workspace root */
  forFile(relative: string): FileConfig
  /** Absolute paths of user models. */
  readonly models: readonly string[]
  /** By table name in lower case. */
  readonly tables: ReadonlyMap<string, 'small' | 'huge'>
  readonly database: { readonly dialect?: string; readonly version?: string | number } | undefined
  /** Patterns in `.gitignore` syntax, relative to the root. */
  readonly ignore: readonly string[]
  readonly confidence: Confidence
  readonly failOn: Severity | 'never'
  readonly problems: readonly Problem[]
  /** Everything in force, for `--print-config`. */
  readonly effective: Readonly<Record<string, unknown>>
  /** The same with the configuration files of folders below the root. */
  withNested(relativeFiles: Iterable<string>): Promise<Config>
}

export interface LoadOptions {
  readonly cwd: string
  /** Absolute root of the workspace. */
  readonly root: string
  /** Path given by `--config`; relative to cwd. */
  readonly explicit?: string
  readonly rules: readonly ConfigurableRule[]
}

type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Record<string, unknown>?] | { readonly severity?: Severity | 'off'; readonly options?: Record<string, unknown> }

/** A configuration file as written, once it fits the schema. */
interface Raw {
  readonly extends?: string | readonly string[]
  readonly rules?: Readonly<Record<string, RuleSetting>>
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules?: Readonly<Record<string, RuleSetting>> }[]
  readonly ignore?: readonly string[]
  readonly models?: readonly string[]
  readonly tables?: Readonly<Record<string, 'small' | 'huge'>>
  readonly database?: { readonly dialect?: string; readonly version?: string | number }
  readonly confidence?: Confidence
  readonly failOn?: Severity | 'never'
}

/** One layer of settings; later layers win. */
interface Layer {
  /** Directory of the file, absolute; globs and paths start there. */
  readonly directory: string
  readonly raw: Raw
}

const NAMES = ['backend-lint.config.yaml', 'backend-lint.config.yml', 'backend-lint.config.json', '.backend-lintrc', '.backend-lintrc.yaml', '.backend-lintrc.yml', '.backend-lintrc.json']
const CODE = /\.(?:[cm]?js|[cm]?ts)$/

/**
 * Loads the configuration of a workspace.
 *
 * @throws ConfigError for a file that does not fit, UsageError when `explicit` does not exist
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  const file = options.explicit === undefined ? await findUpwards(options.root) : path.resolve(options.cwd, options.explicit)
  if (options.explicit !== undefined && file !== undefined && !existsSync(file))
    throw new UsageError(`The configuration file "${options.explicit}" does not exist. Correct the path, or leave --config out to search for one.`)
  const layers = file === undefined ? [] : await readLayers(file, options, [])
  return build(options, { root: layers, nested: [], files: file === undefined ? [] : [file] })
}

interface Loaded {
  readonly root: readonly Layer[]
  /** Files below the root, outer before inner. */
  readonly nested: readonly { readonly directory: string; readonly layers: readonly Layer[] }[]
  readonly files: readonly string[]
}

function build(options: LoadOptions, loaded: Loaded): Config {
  const { root } = options
  const raws = loaded.root.map((layer) => layer.raw)
  const last = <K extends keyof Raw>(key: K): Raw[K] | undefined => raws.findLast((raw) => raw[key] !== undefined)?.[key]
  const confidence = last('confidence') ?? PRESET.recommended.confidence
  const failOn = last('failOn') ?? PRESET.recommended.failOn
  const tables = new Map([...loaded.root, ...loaded.nested.flatMap((one) => one.layers)].flatMap((layer) => Object.entries(layer.raw.tables ?? {}).map(([name, size]) => [name.toLowerCase(), size] as const)))
  const models = [...loaded.root, ...loaded.nested.flatMap((one) => one.layers)].flatMap((layer) => (layer.raw.models ?? []).map((model) => path.resolve(layer.directory, model)))
  const ignore = loaded.root.flatMap((layer) => (layer.raw.ignore ?? []).map((pattern) => relocated(pattern, path.relative(root, layer.directory))))
  for (const model of models)
    if (!existsSync(model)) throw new ConfigError(`the library model "${path.relative(root, model)}" does not exist. Correct the path; it starts at the configuration file.`, shown(loaded.files[0] ?? root, root), undefined, 'models')

  const settings = (layers: readonly Layer[], relative: string | undefined) => {
    const severities = new Map<string, Severity | 'off'>()
    for (const layer of layers) {
      for (const [id, setting] of Object.entries(layer.raw.rules ?? {})) setSeverity(severities, id, setting)
      if (relative === undefined) continue
      const fromFile = path.posix.relative(layer.directory.replaceAll('\\', '/'), path.posix.join(root.replaceAll('\\', '/'), relative))
      for (const override of layer.raw.overrides ?? [])
        if (picomatch.isMatch(fromFile, [...override.files], { dot: true })) for (const [id, setting] of Object.entries(override.rules ?? {})) setSeverity(severities, id, setting)
    }
    return severities
  }
  const byFile = new Map<string, FileConfig>()
  const layersFor = (relative: string): readonly Layer[] => {
    const own = loaded.nested.filter(({ directory }) => path.posix.join(root.replaceAll('\\', '/'), relative).startsWith(`${directory.replaceAll('\\', '/')}/`))
    return [...loaded.root, ...own.flatMap((one) => one.layers)]
  }
  const everything = [...loaded.root, ...loaded.nested.flatMap((one) => one.layers)]
  const rootRules = settings(loaded.root, undefined)
  const isOn = (id: string): boolean => {
    if (rootRules.get(id) !== 'off') return true
    return everything.some((layer) => {
      const all = [layer.raw.rules?.[id], ...(layer.raw.overrides ?? []).map((override) => override.rules?.[id])]
      return all.some((setting) => setting !== undefined && severityOf(setting) !== 'off')
    })
  }
  return {
    files: loaded.files,
    isOn,
    optionsOf: (id) => Object.assign({}, ...everything.map((layer) => optionsIn(layer.raw.rules?.[id]))) as Record<string, unknown>,
    forFile: (relative) => {
      let known = byFile.get(relative)
      if (!known) {
        known = { rules: settings(layersFor(relative), relative) }
        byFile.set(relative, known)
      }
      return known
    },
    models,
    tables,
    database: last('database'),
    ignore,
    confidence,
    failOn,
    problems: [],
    effective: {
      files: loaded.files.map((file) => shown(file, root)),
      confidence,
      failOn,
      rules: Object.fromEntries(options.rules.map((rule) => [rule.id, rootRules.get(rule.id) ?? rule.severity])),
      tables: Object.fromEntries(tables),
      ignore,
      models: models.map((model) => shown(model, root)),
      ...(last('database') && { database: last('database') }),
    },
    withNested: async (relativeFiles) => {
      if (options.explicit !== undefined) return build(options, loaded)
      const directories = new Set([...relativeFiles].flatMap((file) => (isConfigName(file) && file.includes('/') ? [path.posix.dirname(file)] : [])))
      const nested: { directory: string; layers: Layer[] }[] = []
      const files = [...loaded.files]
      for (const directory of [...directories].sort((left, right) => left.length - right.length || (left < right ? -1 : 1))) {
        const absolute = path.join(root, directory)
        const file = await findIn(absolute)
        if (file === undefined || files.includes(file)) continue
        nested.push({ directory: absolute, layers: await readLayers(file, options, []) })
        files.push(file)
      }
      return build(options, { root: loaded.root, nested, files })
    },
  }
}

function isConfigName(relative: string): boolean {
  const name = relative.slice(relative.lastIndexOf('/') + 1)
  return NAMES.includes(name) || name === 'package.json'
}

function setSeverity(severities: Map<string, Severity | 'off'>, id: string, setting: RuleSetting): void {
  const severity = severityOf(setting)
  if (severity !== undefined) severities.set(id, severity)
}

function severityOf(setting: RuleSetting): Severity | 'off' | undefined {
  if (typeof setting === 'string') return setting
  return Array.isArray(setting) ? (setting[0] as Severity | 'off') : (setting as { severity?: Severity | 'off' }).severity
}

function optionsIn(setting: RuleSetting | undefined): Record<string, unknown> {
  if (setting === undefined || typeof setting === 'string') return {}
  return (Array.isArray(setting) ? (setting[1] as Record<string, unknown> | undefined) : (setting as { options?: Record<string, unknown> }).options) ?? {}
}

/** A pattern of a configuration file elsewhere, as the root sees it. */
function relocated(pattern: string, relative: string): string {
  if (relative === '' || relative.startsWith('..')) return pattern
  const [not, plain] = pattern.startsWith('!') ? ['!', pattern.slice(1)] : ['', pattern]
  const anchored = plain.replace(/\/$/, '').includes('/')
  return `${not}/${relative.replaceAll('\\', '/')}/${anchored ? plain.replace(/^\//, '') : `**/${plain}`}`
}

// ---- Finding -------------------------------------------------------------------------------------------------

/** Loaders only say that a file is there; it is read with positions below. */
function explorer() {
  const present = () => ({})
  return cosmiconfig('backend-lint', {
    searchPlaces: [...NAMES, 'package.json'],
    searchStrategy: 'none',
    packageProp: 'backend-lint',
    cache: false,
    loaders: {
      '.yaml': present,
      '.yml': present,
      noExt: present,
      '.json': (file: string, content: string) => (path.basename(file) === 'package.json' ? { 'backend-lint': /"backend-lint"\s*:\s*\{/.test(content) ? {} : undefined } : {}),
    },
  })
}

async function findIn(directory: string): Promise<string | undefined> {
  const found = await explorer().search(directory)
  return found?.filepath
}

/** In the root, else in a folder above it inside the same git work tree. */
async function findUpwards(root: string): Promise<string | undefined> {
  for (let directory = root; ; directory = path.dirname(directory)) {
    const found = await findIn(directory)
    if (found !== undefined) return found
    if (existsSync(path.join(directory, '.git')) || directory === path.dirname(directory)) return undefined
  }
}

// ---- Reading -------------------------------------------------------------------------------------------------

/** The layers of a file: those it extends, then its own. */
async function readLayers(file: string, options: LoadOptions, chain: readonly string[]): Promise<Layer[]> {
  if (chain.includes(file))
    throw new ConfigError(`"extends" goes round in a circle: ${[...chain, file].map((one) => shown(one, options.root)).join(' -> ')}. Take one of them out.`, shown(chain.at(-1) ?? file, options.root), undefined, 'extends')
  const { raw, errorAt } = await readRaw(file, options)
  const layers: Layer[] = []
  const parents = raw.extends === undefined ? [] : typeof raw.extends === 'string' ? [raw.extends] : raw.extends
  for (const [index, parent] of parents.entries()) {
    const at = () => errorAt(typeof raw.extends === 'string' ? ['extends'] : ['extends', index])
    if (PRESETS.includes(parent as PresetName)) {
      layers.push({ directory: path.dirname(file), raw: presetLayer(parent as PresetName, options.rules) })
      continue
    }
    if (!/^[./]/.test(parent)) {
      const guess = nearest(parent, PRESETS)
      throw new ConfigError(`"extends" names "${parent}", which is no preset.${guess ? ` Did you mean "${guess}"?` : ` Presets are ${PRESETS.join(', ')}.`} A shared file starts with "./".`, shown(file, options.root), at(), 'extends')
    }
    const target = path.resolve(path.dirname(file), parent)
    if (!existsSync(target)) throw new ConfigError(`"extends" names "${parent}", which does not exist. Correct the path; it starts at this file.`, shown(file, options.root), at(), 'extends')
    layers.push(...(await readLayers(target, options, [...chain, file])))
  }
  layers.push({ directory: path.dirname(file), raw })
  return layers
}

function presetLayer(name: PresetName, rules: readonly ConfigurableRule[]): Raw {
  const preset = PRESET[name]
  const on = preset.rules
  return {
    confidence: preset.confidence,
    failOn: preset.failOn,
    rules: Object.fromEntries(rules.flatMap((rule): [string, Severity | 'off'][] => (on === 'all' || on.includes(rule.id) ? [] : [[rule.id, 'off']]))),
  }
}

interface Read {
  readonly raw: Raw
  /** 1-based line of a key. */
  readonly errorAt: (keys: readonly (string | number)[]) => number | undefined
}

async function readRaw(file: string, options: LoadOptions): Promise<Read> {
  const name = shown(file, options.root)
  if (CODE.test(file)) {
    if (/\.[cm]?ts$/.test(file)) throw new UsageError(`${name}: TypeScript configuration is not read. Compile it to JavaScript, or write it as YAML.`)
    // Only a file named by --config gets here: code is never found by itself.
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown }
    validate(module.default, name, () => undefined, options.rules)
    return { raw: module.default as Raw, errorAt: () => undefined }
  }
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken) throw new ConfigError(`it does not parse: ${broken.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''}. Mend the syntax.`, name, lines.linePos(broken.pos[0]).line, undefined)
  const prefix = path.basename(file) === 'package.json' ? ['backend-lint'] : []
  const errorAt = (keys: readonly (string | number)[]) => {
    const range = keyRange(document, [...prefix, ...keys])
    return range === undefined ? undefined : lines.linePos(range).line
  }
  const whole = document.toJS() as Record<string, unknown> | null
  const value = prefix.length > 0 ? whole?.['backend-lint'] : (whole ?? {})
  validate(value, name, errorAt, options.rules)
  return { raw: value as Raw, errorAt }
}

/** Offset of a key, so that a message points at the key and not at its value. */
function keyRange(document: Document, keys: readonly (string | number)[]): number | undefined {
  const parent = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents
  const last = keys.at(-1)
  if (parent && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
    for (const item of parent.items as unknown[]) {
      const key = (item as { key?: unknown }).key
      if (isNode(key) && key.toJS(document) === last && key.range) return key.range[0]
    }
  }
  const node = document.getIn(keys, true)
  return isNode(node) && node.range ? node.range[0] : undefined
}

/** @throws ConfigError for the first thing that does not fit */
function validate(value: unknown, file: string, lineOf: (keys: readonly (string | number)[]) => number | undefined, rules: readonly ConfigurableRule[]): void {
  const schema = configSchema(rules)
  const check = new Ajv({ allErrors: true, strict: false }).compile(schema)
  if (check(value)) return
  const error = mostTelling(check.errors ?? [])
  const keys = error.instancePath.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))
  const extra = error.keyword === 'additionalProperties' ? String((error.params as { additionalProperty: string }).additionalProperty) : undefined
  const at = extra === undefined ? keys : [...keys, extra]
  const key = at.join('.')
  throw new ConfigError(sentence(error, at, extra, rules), file, lineOf(at), key)
}

/** Of the branches of an `anyOf`, the one that got furthest says most. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject {
  const rank = (error: ErrorObject) => (error.keyword === 'additionalProperties' ? 0 : error.keyword === 'enum' ? 1 : error.keyword === 'anyOf' ? 3 : 2)
  return [...errors].sort((left, right) => right.instancePath.length - left.instancePath.length || rank(left) - rank(right))[0] as ErrorObject
}

function sentence(error: ErrorObject, keys: readonly (string | number)[], extra: string | undefined, rules: readonly ConfigurableRule[]): string {
  if (extra !== undefined) {
    const isRule = keys.at(-2) === 'rules'
    const known = isRule ? rules.map((rule) => rule.id) : Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? knownKeys(keys))
    const guess = nearest(extra, known)
    const what = isRule ? `there is no rule "${extra}"` : `"${extra}" is no key ${keys.length > 1 ? `of "${keys.slice(0, -1).join('.')}"` : 'of the configuration'}`
    return `${what}.${guess ? ` Did you mean "${guess}"?` : known.length > 0 ? ` Known are ${known.join(', ')}.` : ''}`
  }
  const key = keys.join('.')
  if (error.keyword === 'enum') {
    const allowed = (error.params as { allowedValues: readonly string[] }).allowedValues
    return `"${key}" must be one of ${allowed.join(', ')}.`
  }
  if (error.keyword === 'type') return `"${key || 'the configuration'}" must be of type ${String((error.params as { type: string | string[] }).type)}.`
  if (error.keyword === 'required') return `"${key}" needs the key "${(error.params as { missingProperty: string }).missingProperty}".`
  return `"${key}" ${error.message ?? 'does not fit'}.`
}

/** Keys that exist where an unknown one stands. */
function knownKeys(keys: readonly (string | number)[]): Record<string, unknown> {
  const properties = (configSchema([]) as { properties: Record<string, { properties?: Record<string, unknown> }> }).properties
  if (keys.length === 1) return properties
  if (keys[0] === 'overrides') return { files: 1, rules: 1 }
  if (keys[0] === 'rules') return { severity: 1, options: 1 }
  return properties[String(keys[0])]?.properties ?? {}
}

function shown(file: string, root: string): string {
  return path.relative(root, file).replaceAll('\\', '/') || file
}

