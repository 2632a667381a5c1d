/**
 * Configuration in force: what was found, merged, and asked by file.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import ignore from 'ignore'
import { UsageError } from '../findings/errors.js'
import type { Confidence, Problem, Severity, Topic } from '../findings/finding.js'
import type { AddedRules } from './added-rules.js'
import type { Database, RuleOptions, RuleSetting, RuleSettings, RuleSeverity } from './file.js'
import { globTest, relocate } from './globs.js'
import { PRESET, type PresetName } from './presets.js'
import type { ConfigurableRule } from './schema.js'
import { canHoldConfig, findIn, findUpwards } from './search.js'
import { readSource, shownFile, type Layer, type Source } from './source.js'

/** Settings in force for one file. */
export interface FileConfig {
  /** Severities that were set, `off` for rules that do not run; a rule that is not here has its own. */
  readonly rules: ReadonlyMap<string, RuleSeverity>
  /** Findings less sure are left out. */
  readonly confidence: Confidence
  readonly database: Database | undefined
  /** A configuration file in a folder below the root ignores it. */
  readonly isIgnored: boolean
  /** Options of a rule with defaults filled in: the same object for all files that share them. */
  optionsOf(rule: string): RuleOptions
}

export interface Config {
  /** Configuration files read, absolute; shared ones before those that extend them. */
  readonly files: readonly string[]
  /** Whether a rule runs for any file. */
  isOn(rule: string): boolean
  /**
   * Options of a rule that are in force for any of the files, defaults filled in; mostly one. Files that a rule looks
   * at with other options than theirs have no say: compare with `forFile(...).optionsOf(rule)` by identity.
   *
   * @param relativeFiles paths from the workspace root
   */
  optionVariants(rule: string, relativeFiles: Iterable<string>): readonly RuleOptions[]
  /** @param relative path from the workspace root */
  forFile(relative: string): FileConfig
  /** Absolute paths of library models of the project's own. */
  readonly models: readonly string[]
  /** Rules that packs and plugins add. */
  readonly added: AddedRules
  /** Absolute path of the file of known findings. */
  readonly baseline: string | undefined
  /** By table name in lower case. */
  readonly tables: ReadonlyMap<string, 'small' | 'huge'>
  /** At the root. */
  readonly database: Database | undefined
  /** Patterns in `.gitignore` syntax, relative to the root. */
  readonly ignore: readonly string[]
  /** At the root. */
  readonly confidence: Confidence
  readonly failOn: Severity | 'never'
  /** What is written and has no effect. */
  readonly problems: readonly Problem[]
  /** Everything in force at the root, for `--print-config`. */
  readonly effective: Readonly<Record<string, unknown>>
  /**
   * The same with the configuration files of folders below the root; nearer ones win for the files under them.
   * `--config` names the only file, so nothing is added then.
   *
   * @param relativeFiles files of the workspace: only folders in which one could hold a configuration are looked at
   */
  withNested(relativeFiles: Iterable<string>): Promise<Config>
}

export interface LoadOptions {
  /** Absolute. */
  readonly cwd: string
  /** Absolute root of the workspace. */
  readonly root: string
  /** Path given by `--config`; relative to cwd. */
  readonly explicit?: string
  /** Used instead of the presets that files extend. */
  readonly preset?: PresetName
  readonly rules: readonly ConfigurableRule[]
}

/**
 * Loads the configuration of a workspace: the file named, else the one found in the root or above it inside the git
 * work tree, else defaults.
 *
 * @throws ConfigError for a file that does not fit; UsageError for one that does not exist or is of no kind that is read
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  const { explicit, root, rules } = options
  if (explicit === undefined) {
    const file = await findUpwards(root)
    const source = file === undefined ? [] : [await readSource(file, { root, rules, base: path.dirname(file), isExplicit: false })]
    return new MergedConfig(options, withPreset(source, options))
  }
  const file = path.resolve(options.cwd, explicit)
  if (!existsSync(file))
    throw new UsageError(`The configuration file "${explicit}" does not exist. Correct the path, or leave --config out to search for one.`)
  return new MergedConfig(options, withPreset([await readSource(file, { root, rules, base: root, isExplicit: true })], options))
}

/** A preset that was asked for stands where those of the files stood. */
function withPreset(sources: readonly Source[], { preset, root }: LoadOptions): readonly Source[] {
  if (preset === undefined) return sources
  const [first = { file: root, files: [], base: root, layers: [] }, ...others] = sources
  const own = (source: Source) => source.layers.filter((layer) => !layer.preset)
  return [{ ...first, layers: [{ preset }, ...own(first)] }, ...others.map((source) => ({ ...source, layers: own(source) }))]
}

/** Keys that mean something in the root only, and why. */
const ATOP = [
  ['failOn', 'a run fails as a whole'],
  ['packs', 'rules are those of a whole run'],
  ['plugins', 'rules are those of a whole run'],
  ['baseline', 'there is one for a whole run'],
] as const

class MergedConfig implements Config {
  readonly files: readonly string[]
  readonly models: readonly string[]
  readonly added: AddedRules
  readonly baseline: string | undefined
  readonly tables: ReadonlyMap<string, 'small' | 'huge'>
  readonly database: Database | undefined
  readonly ignore: readonly string[]
  readonly confidence: Confidence
  readonly failOn: Severity | 'never'
  readonly problems: readonly Problem[]
  /** The shipped rules and those that are added. */
  private readonly rules: readonly ConfigurableRule[]
  private readonly outer: Settings
  /** Of the rules that have one, by id. */
  private readonly topics: ReadonlyMap<string, Topic>
  private readonly byFolder = new Map<string, Settings>()
  private readonly byFile = new Map<string, FileConfig>()
  private readonly variants = new Map<string, RuleOptions>()

  /** @param sources the one of the root first, outer before inner */
  constructor(
    private readonly options: LoadOptions,
    private readonly sources: readonly Source[],
  ) {
    const { root } = options
    const outermost = sources.slice(0, 1).flatMap(({ layers }) => layers.flatMap((layer) => (layer.preset ? [] : [layer])))
    this.added = { packs: outermost.flatMap(({ added }) => added.packs), plugins: outermost.flatMap(({ added }) => added.plugins) }
    this.baseline = outermost.findLast((layer) => layer.baseline !== undefined)?.baseline
    this.rules = [...options.rules, ...this.added.packs, ...this.added.plugins.map(({ rule }) => rule)]
    const nested = sources.slice(1)
    const raws = sources.flatMap(({ layers }) => layers).flatMap((layer) => (layer.preset ? [] : [layer]))
    this.topics = new Map(options.rules.flatMap(({ id, topic }) => (topic ? [[id, topic]] : [])))
    this.outer = new Settings(sources.slice(0, 1), this.topics)
    this.files = [...new Set(sources.flatMap(({ files }) => files))]
    this.models = [...new Set(raws.flatMap(({ models }) => models))]
    this.tables = new Map(raws.flatMap(({ raw }) => Object.entries(raw.tables ?? {}).map(([name, size]) => [name.toLowerCase(), size])))
    this.database = this.outer.database
    this.ignore = sources.slice(0, 1).flatMap((source) => ignored(source).flatMap((pattern) => relocate(pattern, source.base, root) ?? []))
    this.confidence = this.outer.confidence
    this.failOn = this.outer.failOn
    this.problems = nested.flatMap(({ file, layers }): Problem[] => {
      const own = layers.at(-1)
      if (!own || own.preset) return []
      return ATOP.flatMap(([key, why]): Problem[] =>
        own.raw[key] === undefined ? [] : [{ kind: 'config', file: shownFile(file, root), message: `"${key}" has no effect here: ${why}. Set it in the configuration of the root.` }],
      )
    })
  }

  isOn(rule: string): boolean {
    return this.sources.length === 0 || this.sources.some((_, index) => new Settings(this.sources.slice(0, index + 1), this.topics).mayRun(rule))
  }

  optionVariants(rule: string, relativeFiles: Iterable<string>): readonly RuleOptions[] {
    const isVaried = this.sources.some((source, index) => {
      const settings = new Settings([source], this.topics)
      return settings.overrides.some(({ rules }) => optionsIn(rules?.[rule])) || (index > 0 && settings.rules.some((rules) => optionsIn(rules[rule])))
    })
    if (!isVaried) return [this.filled(rule, this.outer.optionsOf(rule, undefined))]
    return [...new Set([...relativeFiles].map((file) => this.forFile(file).optionsOf(rule)))]
  }

  forFile(relative: string): FileConfig {
    const known = this.byFile.get(relative)
    if (known) return known
    const absolute = path.join(this.options.root, relative)
    const settings = this.settingsFor(absolute)
    const made: FileConfig = {
      rules: settings.severitiesOf(absolute, this.rules),
      confidence: settings.confidenceOf(absolute),
      database: settings.database,
      isIgnored: settings.ignores(absolute),
      optionsOf: (rule) => this.filled(rule, settings.optionsOf(rule, absolute)),
    }
    this.byFile.set(relative, made)
    return made
  }

  get effective(): Readonly<Record<string, unknown>> {
    const { root } = this.options
    const { rules } = this
    const severities = this.outer.severitiesOf(undefined, rules)
    const setting = ({ id, severity, options }: ConfigurableRule) => {
      const chosen = severities.get(id) ?? severity
      return [id, options ? [chosen, this.filled(id, this.outer.optionsOf(id, undefined))] : chosen]
    }
    return {
      files: this.files.map((file) => shownFile(file, root)),
      confidence: this.confidence,
      failOn: this.failOn,
      rules: Object.fromEntries(rules.map(setting)),
      overrides: this.outer.overrides.map(({ files, rules: own, confidence }) => ({ files, ...(own && { rules: own }), ...(confidence && { confidence }) })),
      ignore: this.ignore,
      tables: Object.fromEntries(this.tables),
      models: this.models.map((model) => shownFile(model, root)),
      ...(this.database && { database: this.database }),
    }
  }

  async withNested(relativeFiles: Iterable<string>): Promise<Config> {
    const { root, rules, explicit } = this.options
    if (explicit !== undefined) return this
    const folders = new Set([...relativeFiles].filter(canHoldConfig).map((file) => path.posix.dirname(file)))
    folders.delete('.')
    const nested: Source[] = []
    for (const folder of [...folders].sort((left, right) => left.length - right.length || (left < right ? -1 : 1))) {
      const base = path.join(root, folder)
      const file = await findIn(base)
      if (file !== undefined) nested.push(await readSource(file, { root, rules, base, isExplicit: false }))
    }
    if (nested.length === 0) return this
    // Without one at the root, what applies there are the defaults.
    const outer = this.sources.length > 0 ? this.sources : [{ file: root, files: [], base: root, layers: [] }]
    return new MergedConfig(this.options, withPreset([...outer, ...nested], this.options))
  }

  private settingsFor(absolute: string): Settings {
    const inside = this.sources.filter(({ base }, index) => index === 0 || absolute.startsWith(base + path.sep))
    const innermost = inside.length > 1 ? inside.at(-1)?.base : undefined
    if (innermost === undefined) return this.outer
    const settings = this.byFolder.get(innermost) ?? new Settings(inside, this.topics)
    this.byFolder.set(innermost, settings)
    return settings
  }

  /** With defaults, and the same object for the same options, so that they can be told apart by identity. */
  private filled(rule: string, options: RuleOptions): RuleOptions {
    const declared = this.rules.find(({ id }) => id === rule)?.options ?? {}
    const all = Object.fromEntries(Object.entries(declared).map(([name, option]) => [name, options[name] ?? option.default]))
    const key = `${rule}\0${JSON.stringify(all)}`
    const known = this.variants.get(key) ?? all
    this.variants.set(key, known)
    return known
  }
}

interface Override {
  readonly files: readonly string[]
  readonly rules?: RuleSettings
  readonly confidence?: Confidence
  fits(absolute: string): boolean
}

/**
 * The settings of files under the same configuration files.
 *
 * The nearest presets say which rules run; what a file sets by name wins over every preset; nearer files win over
 * those further out, and overrides over the settings of their file.
 */
class Settings {
  readonly rules: readonly RuleSettings[]
  readonly overrides: readonly Override[]
  private readonly layers: readonly Layer[]
  private readonly running: ReadonlySet<Topic>
  /** What is set by name, in the order in which it wins; undefined where it fits no file. */
  private readonly steps: readonly { readonly rules?: RuleSettings; readonly confidence?: Confidence; readonly override?: Override }[]
  private readonly nestedIgnores: readonly { readonly base: string; readonly test: (relative: string) => boolean }[]

  /**
   * @param sources outer before inner
   * @param topics of the rules that have one, by id
   */
  constructor(
    sources: readonly Source[],
    private readonly topics: ReadonlyMap<string, Topic>,
  ) {
    this.layers = sources.flatMap(({ layers }) => layers)
    const presets = sources.map(({ layers }) => layers.flatMap((layer) => layer.preset ?? [])).findLast((names) => names.length > 0)
    this.running = new Set((presets ?? ['recommended']).flatMap((name) => PRESET[name].topics))
    this.steps = sources.flatMap(({ layers, base }) =>
      layers.flatMap((layer) => {
        if (layer.preset) return [{ confidence: PRESET[layer.preset].confidence }]
        const overrides = (layer.raw.overrides ?? []).map((override) => {
          const test = globTest(override.files)
          return { ...override, fits: (absolute: string) => test(path.relative(base, absolute).replaceAll('\\', '/')) }
        })
        return [layer.raw, ...overrides.map((override) => ({ ...override, override }))]
      }),
    )
    this.rules = this.steps.flatMap(({ rules, override }) => (rules && !override ? [rules] : []))
    this.overrides = this.steps.flatMap(({ override }) => override ?? [])
    this.nestedIgnores = sources.slice(1).map((source) => {
      const rules = ignore().add([...ignored(source)])
      return { base: source.base, test: (relative: string) => rules.ignores(relative) }
    })
  }

  get database(): Database | undefined {
    return this.layers.flatMap((layer) => (layer.preset ? [] : (layer.raw.database ?? []))).at(-1)
  }

  get confidence(): Confidence {
    return this.confidenceOf(undefined)
  }

  get failOn(): Severity | 'never' {
    const set = this.layers.flatMap((layer) => (layer.preset ? PRESET[layer.preset].failOn : (layer.raw.failOn ?? [])))
    return set.at(-1) ?? PRESET.recommended.failOn
  }

  /** @param absolute undefined: without overrides */
  confidenceOf(absolute: string | undefined): Confidence {
    return this.stepsFor(absolute).findLast((step) => step.confidence)?.confidence ?? PRESET.recommended.confidence
  }

  severitiesOf(absolute: string | undefined, rules: readonly ConfigurableRule[]): ReadonlyMap<string, RuleSeverity> {
    const severities = new Map<string, RuleSeverity>()
    for (const { id } of rules) if (!this.runsByPreset(id)) severities.set(id, 'off')
    for (const step of this.stepsFor(absolute))
      for (const [id, setting] of Object.entries(step.rules ?? {})) {
        const severity = severityIn(setting)
        if (severity !== undefined) severities.set(id, severity)
      }
    return severities
  }

  optionsOf(rule: string, absolute: string | undefined): RuleOptions {
    return Object.assign({}, ...this.stepsFor(absolute).map((step) => optionsIn(step.rules?.[rule]))) as RuleOptions
  }

  /** Whether the rule runs for any file that these settings are for. */
  mayRun(rule: string): boolean {
    const atTop = this.rules.flatMap((rules) => severityIn(rules[rule]) ?? []).at(-1)
    if (atTop === undefined ? this.runsByPreset(rule) : atTop !== 'off') return true
    return this.overrides.some(({ rules }) => (severityIn(rules?.[rule]) ?? 'off') !== 'off')
  }

  ignores(absolute: string): boolean {
    return this.nestedIgnores.some(({ base, test }) => test(path.relative(base, absolute).replaceAll('\\', '/')))
  }

  private runsByPreset(rule: string): boolean {
    const topic = this.topics.get(rule)
    return topic === undefined || this.running.has(topic)
  }

  private stepsFor(absolute: string | undefined) {
    return this.steps.filter(({ override }) => !override || (absolute !== undefined && override.fits(absolute)))
  }
}

function ignored({ layers }: Source): readonly string[] {
  return layers.flatMap((layer) => (layer.preset ? [] : (layer.raw.ignore ?? [])))
}

function severityIn(setting: RuleSetting | undefined): RuleSeverity | undefined {
  if (setting === undefined || typeof setting === 'string') return setting
  return isPair(setting) ? setting[0] : setting.severity
}

function optionsIn(setting: RuleSetting | undefined): RuleOptions | undefined {
  if (setting === undefined || typeof setting === 'string') return undefined
  return isPair(setting) ? setting[1] : setting.options
}

function isPair(setting: Exclude<RuleSetting, string>): setting is readonly [RuleSeverity, RuleOptions?] {
  return Array.isArray(setting)
}
