/**
 * One run: opens the workspace, reads its model, asks every rule, and turns what they say into findings.
 */
import path from 'node:path'
import { loadConfig, type Config } from '../config/config.js'
import type { PresetName } from '../config/presets.js'
import { UsageError } from '../findings/errors.js'
import { CONFIDENCES, type Confidence, type Finding, type Problem, type RunResult, type Severity } from '../findings/finding.js'
import { nearest } from '../findings/nearest.js'
import { byPlace, summarise, uniqueProblems } from '../findings/summary.js'
import { createModel, type BackendModel } from '../model/model.js'
import { readChanges, type ChangeQuery, type Changes } from '../workspace/changes.js'
import type { Workspace } from '../workspace/types.js'
import { openWorkspace, workspaceRoot } from '../workspace/workspace.js'
import { baselineFile, compareWith, readBaseline, type KnownFinding } from './baseline.js'
import { AnalysisCache, cacheFolder, type Analysis } from './cache.js'
import { ofChange, touches } from './changed.js'
import { Collector } from './collector.js'
import { overviewOf } from './overview.js'
import { toolInfo } from './package.js'
import { ruleOfPack, ruleOfPlugin } from './packs.js'
import { infoOf, rules as shippedRules } from './registry.js'
import type { Report, RuleContext, RuleDefinition } from './rule.js'
import { ENGINE_RULES, readSuppressions } from './suppressions.js'

export interface CheckOptions {
  /** Absolute directory that relative paths start from; default: the current one. */
  readonly cwd?: string
  /** Files, folders or globs; none: the workspace. */
  readonly paths?: readonly string[]
  /** Path of a configuration file to use instead of the one found. */
  readonly config?: string
  /** Used instead of the presets that the configuration extends. */
  readonly preset?: PresetName
  /** Severities that win over the configuration, by rule id. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** Run these rules only, whatever the configuration says. */
  readonly only?: readonly string[]
  /** Findings below are left out; default: the configuration's, else medium. */
  readonly confidence?: Confidence
  /** Additional ignore patterns in `.gitignore` syntax. */
  readonly ignore?: readonly string[]
  readonly errorOnUnmatched?: boolean
  /** Show only what belongs to a change: by its lines, by those on its way, or because the change made it appear. */
  readonly changes?: ChangeQuery | undefined
  /**
   * File of known findings, which are left out: a path, relative to `cwd`; false for none. Default: the file
   * `backend-lint-baseline.json` in the root, where there is one.
   */
  readonly baseline?: string | false
  /** Remember what was found, and tell it again where nothing changed: in this folder, relative to `cwd`; true for the usual one. */
  readonly cache?: string | boolean
  /** Texts that stand for what is on disk, by absolute path with forward slashes; files that are not there are added. */
  readonly texts?: ReadonlyMap<string, string>
  /** Absolute paths of files that are treated as if they were not there. */
  readonly hidden?: ReadonlySet<string>
  /** Show a part of the findings, those of every `count`th file; `index` is 1-based. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined
  /** Describe the backend as a whole too: its entry points and cascades. */
  readonly overview?: boolean
  /** The day suppressions are held against, `YYYY-MM-DD`; default: today. */
  readonly today?: string
  /** Told what the run is doing, for progress. */
  readonly onProgress?: (doing: string) => void
}

/** What a run knows beyond its result: for `explain`, which asks the model more. */
export interface Run {
  readonly result: RunResult
  readonly workspace: Workspace
  readonly config: Config
  readonly model: BackendModel | undefined
  /** What the findings were compared with, where a change was asked for. */
  readonly changes: Changes | undefined
  /** All findings that are sure enough, whether or not they were asked for or are known. */
  readonly all: readonly Finding[]
  /** What the baseline remembers and was not found. */
  readonly gone: readonly KnownFinding[]
}

/**
 * Checks a workspace.
 *
 * @throws UsageError for paths that do not exist, ConfigError for configuration that cannot be used
 */
export async function check(options: CheckOptions = {}): Promise<RunResult> {
  return (await run(options)).result
}

/** Measures what a part of a run takes. */
type Timed = <T>(phase: string, work: () => T | Promise<T>) => Promise<T>

/** The workspace that was asked for, and its configuration. */
async function open(options: CheckOptions, timed: Timed) {
  const cwd = path.resolve(options.cwd ?? process.cwd())
  const where = { cwd, ...(options.paths && { paths: options.paths }), errorOnUnmatched: options.errorOnUnmatched ?? true, ...(options.texts && { texts: options.texts }) }
  const root = workspaceRoot(where)
  const rootConfig = await timed('config', () =>
    loadConfig({ cwd, root, rules: [...shippedRules, ...ENGINE_RULES], ...(options.config !== undefined && { explicit: options.config }), ...(options.preset && { preset: options.preset }) }),
  )
  options.onProgress?.('Looking for files')
  const query = options.changes
  const changes = query && (await timed('changes', () => readChanges(root, query)))
  const texts = new Map([...[...(changes?.texts ?? [])].map(([file, text]) => [inRoot(root, file), text] as const), ...(options.texts ?? [])])
  const hidden = new Set([...(changes?.hidden ?? []).map((file) => inRoot(root, file)), ...(options.hidden ?? [])])
  const workspace = await timed('workspace', () => openWorkspace({ ...where, ignore: [...rootConfig.ignore, ...(options.ignore ?? [])], texts, hidden }))
  const config = await timed('config', () => rootConfig.withNested(workspace.files.map((file) => file.relative)))
  return { cwd, workspace, config, changes, texts }
}

/** Opens a workspace and reads its model, without asking any rule. */
export async function openBackend(options: CheckOptions = {}): Promise<{ readonly workspace: Workspace; readonly config: Config; readonly model: BackendModel }> {
  const { workspace, config } = await open(options, async (_, work) => work())
  return { workspace, config, model: await modelOf(workspace, config, () => undefined) }
}

function modelOf(workspace: Workspace, config: Config, onPhase: (phase: string, milliseconds: number) => void): Promise<BackendModel> {
  return createModel(workspace, { userModels: config.models, tableSizes: config.tables, databaseOf: (relative) => config.forFile(relative).database, onPhase })
}

/** Like `check`, and hands out what it built. */
export async function run(options: CheckOptions = {}): Promise<Run> {
  const started = performance.now()
  const phases: Record<string, number> = {}
  const timed: Timed = async (phase, work) => {
    const before = performance.now()
    const value = await work()
    phases[phase] = (phases[phase] ?? 0) + performance.now() - before
    return value
  }
  const { cwd, workspace, config, changes, texts } = await open(options, timed)
  const relativeFiles = workspace.files.map((file) => file.relative)

  const late: Problem[] = []
  const rules = withAdded(config, (problem) => late.push(problem))
  knowRules([...(options.only ?? []), ...Object.keys(options.rules ?? {})], rules)
  const isOn = (rule: RuleDefinition) =>
    options.only ? options.only.includes(rule.id) : options.rules?.[rule.id] ? options.rules[rule.id] !== 'off' : config.isOn(rule.id)
  const enabled = rules.filter(isOn)

  const ruleTimes: Record<string, number> = {}
  let model: BackendModel | undefined
  const analyse = async (): Promise<Analysis> => {
    if (enabled.some((rule) => !rule.readsTextOnly)) {
      options.onProgress?.('Reading code')
      model = await modelOf(workspace, config, (phase, milliseconds) => {
        phases[phase] = (phases[phase] ?? 0) + milliseconds
      })
    }

    const problems: Problem[] = [...config.problems]
    const collector = new Collector(workspace, model, config, options)
    const crashed = new Set<RuleDefinition>()
    const ask = async (rule: RuleDefinition, take: (report: Report, options: RuleContext['options']) => void) => {
      options.onProgress?.(`Checking ${rule.id}`)
      workspace.sharedTime.take()
      const before = performance.now()
      try {
        for (const variant of config.optionVariants(rule.id, relativeFiles)) await rule.check(contextOf(rule, workspace, model, config, collector, variant, take))
      } catch (error) {
        problems.push(crash(rule, error))
        crashed.add(rule)
      }
      // What all rules share is nobody's cost, whoever asks for it first.
      let own = performance.now() - before
      for (const [phase, milliseconds] of workspace.sharedTime.take()) {
        own -= milliseconds
        phases[phase] = (phases[phase] ?? 0) + milliseconds
      }
      ruleTimes[rule.id] = own
    }
    for (const rule of enabled) await ask(rule, (report, variant) => collector.add(rule, report, variant))
    if (collector.hasReports) for (const rule of rules) if (rule.hides && !enabled.includes(rule)) await ask(rule, (report) => collector.hide(report))
    problems.push(...late, ...workspace.problems, ...(model?.problems ?? []))

    const isSure = ({ file, confidence }: Finding) => CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(options.confidence ?? config.forFile(file).confidence)
    const all = collector.findings()
    const { kept, suppressed, own } = await timed('suppressions', () =>
      suppress(all, workspace, {
        ids: rules.map((rule) => rule.id),
        complete: enabled.filter((rule) => !crashed.has(rule)),
        unread: new Set(problems.flatMap(({ kind, file }) => (kind === 'parse' && file !== undefined ? [file] : []))),
        today: options.today ?? new Date().toISOString().slice(0, 10),
        severityOf: (file, rule) => options.rules?.[rule] ?? config.forFile(file).rules.get(rule),
      }),
    )
    return { findings: [...kept, ...own].filter(isSure).sort(byPlace), suppressed, problems: uniqueProblems(problems), redactions: collector.redactions, unresolvedCalls: model?.unresolved.length ?? 0 }
  }
  const cache = await timed('cache', () => cacheFor(options, { cwd, workspace, config, texts }))
  let analysis = options.overview ? undefined : cache?.read()
  if (!analysis) {
    analysis = await analyse()
    // What a mistake of ours left out may be found next time.
    if (!analysis.problems.some(({ kind }) => kind === 'internal')) cache?.write(analysis)
  }
  const { findings: sure, suppressed, problems, redactions, unresolvedCalls } = analysis
  const remembered = options.baseline === false ? undefined : readBaseline(baselineFile(workspace.root, cwd, options.baseline ?? config.baseline))
  const { fresh, known, gone } = compareWith(remembered ?? [], sure)
  const isAsked = (finding: Finding) => isSelected(finding, workspace) && (!options.shard || isInShard(finding, workspace, options.shard))
  const asked = fresh.filter(isAsked)
  const findings = changes
    ? await timed('changes', () =>
        ofChange(asked, sure, changes, {
          workspace,
          settings: [toolInfo(), options.confidence, options.rules, options.only, options.ignore, config.effective],
          findBefore: () => findBefore(changes, workspace.root, options),
        }),
      )
    : asked
  // A file of code that nobody asked about is nobody's problem now.
  const isConcerned = ({ kind, file }: Problem) => {
    const known = kind === 'parse' && file !== undefined ? workspace.file(inRoot(workspace.root, file)) : undefined
    return known?.kind !== 'source' || workspace.selected.has(known.path)
  }
  const silenced = suppressed
    .filter(({ finding }) => isAsked(finding) && (!changes || touches(finding, changes)))
    .sort((left, right) => byPlace(left.finding, right.finding))
  return {
    workspace,
    config,
    model,
    changes,
    all: sure,
    gone,
    result: {
      tool: toolInfo(),
      root: path.normalize(workspace.root),
      repositoryPath: workspace.repositoryPath,
      findings,
      suppressed: silenced,
      problems: problems.filter(isConcerned),
      summary: summarise(findings, {
        files: options.shard ? sharded(workspace, options.shard).size : workspace.selected.size,
        suppressed: silenced.length,
        baselined: known.filter(isAsked).length,
        duration: performance.now() - started,
        unresolvedCalls,
      }),
      ...(options.shard && { shard: options.shard }),
      ...(options.overview && { overview: overviewOf(model) }),
      timing: { phases, rules: ruleTimes },
      rules: [...enabled.map(infoOf), ...ENGINE_RULES],
      redactions,
    },
  }
}

function contextOf(rule: RuleDefinition, workspace: Workspace, model: BackendModel | undefined, config: Config, collector: Collector, options: RuleContext['options'], take: (report: Report, options: RuleContext['options']) => void): RuleContext {
  return {
    workspace,
    get model() {
      if (!model || rule.readsTextOnly) throw new Error(`${rule.id} declares that it reads text only and asks for the model.`)
      return model
    },
    syntax: (file) => collector.syntax(file),
    options,
    tables: config.tables,
    report: (report) => take(report, options),
  }
}

interface SuppressOptions {
  /** Ids of all rules. */
  readonly ids: readonly string[]
  /** Rules that ran to their end. */
  readonly complete: readonly RuleDefinition[]
  /** Files, relative, of which not everything was understood: what silences nothing there may do so once it parses. */
  readonly unread: ReadonlySet<string>
  readonly today: string
  readonly severityOf: (file: string, rule: string) => Severity | 'off' | undefined
}

function suppress(findings: readonly Finding[], workspace: Workspace, { ids, complete, unread, today, severityOf }: SuppressOptions) {
  const completeIds = complete.map((rule) => rule.id)
  const kept: Finding[] = []
  const own: Finding[] = []
  const suppressed: { finding: Finding; reason: string }[] = []
  const grouped = new Map<string, Finding[]>()
  for (const finding of findings) grouped.set(finding.file, [...(grouped.get(finding.file) ?? []), finding])
  for (const file of workspace.files) {
    const here = grouped.get(file.relative) ?? []
    const suppressions = readSuppressions(file, {
      rules: ids,
      enabled: unread.has(file.relative) ? [] : completeIds,
      today,
      severityOf: (rule) => severityOf(file.relative, rule),
    })
    if (!suppressions) {
      kept.push(...here)
      continue
    }
    const applied = suppressions.apply(here)
    kept.push(...applied.kept)
    suppressed.push(...applied.suppressed)
    own.push(...applied.findings)
  }
  return { kept, suppressed, own }
}

/** Undefined where nothing is to be remembered, or where code of the project's own has a say that no file tells. */
function cacheFor(options: CheckOptions, { cwd, workspace, config, texts }: { cwd: string; workspace: Workspace; config: Config; texts: ReadonlyMap<string, string> }): AnalysisCache | undefined {
  if (!options.cache || config.added.plugins.length > 0) return undefined
  const folder = typeof options.cache === 'string' ? path.resolve(cwd, options.cache) : cacheFolder(workspace.root)
  const day = options.today ?? new Date().toISOString().slice(0, 10)
  const settings = [toolInfo(), options.confidence, options.rules, options.only, options.ignore, config.effective, day]
  // Whether a file of secrets is tracked or ignored is said elsewhere.
  const others = [...config.files, ...config.models, ...['.gitignore', '.git/index'].map((file) => inRoot(workspace.root, file))]
  return new AnalysisCache(folder, workspace, settings, texts, others)
}

/** The shipped rules and those that the configuration adds. */
function withAdded({ added }: Config, onProblem: (problem: Problem) => void): readonly RuleDefinition[] {
  const rules = [...shippedRules, ...added.packs.map((entry) => ruleOfPack(entry, onProblem))]
  for (const { rule, plugin } of added.plugins) rules.push(ruleOfPlugin(rule, plugin, new Set(rules.map(({ id }) => id))))
  return rules
}

/** @throws UsageError for an id that no rule has */
function knowRules(ids: readonly string[], rules: readonly RuleDefinition[]): void {
  const known = [...rules, ...ENGINE_RULES].map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown === undefined) return
  const guess = nearest(unknown, known)
  throw new UsageError(`There is no rule "${unknown}".${guess ? ` Did you mean "${guess}"?` : ''} Run backend-lint rules for the list.`)
}

/** What a run on the workspace as it was finds. */
async function findBefore(changes: Changes, root: string, options: CheckOptions): Promise<readonly Finding[]> {
  const before = changes.before()
  const isNew = (file: string) => !before.has(file)
  const { all } = await run({
    ...options,
    changes: undefined,
    shard: undefined,
    baseline: false,
    errorOnUnmatched: false,
    texts: new Map([...changes.texts, ...before].map(([file, text]) => [inRoot(root, file), text])),
    hidden: new Set([...changes.hidden, ...[...changes.files.keys()].filter(isNew)].map((file) => inRoot(root, file))),
  })
  return all
}

function inRoot(root: string, relative: string): string {
  return `${root === '/' ? '' : root}/${relative}`
}

function isInShard(finding: Finding, workspace: Workspace, shard: { readonly index: number; readonly count: number }): boolean {
  return sharded(workspace, shard).has(finding.file)
}

/** Files of a shard, relative: every `count`th of those asked for. */
function sharded(workspace: Workspace, { index, count }: { readonly index: number; readonly count: number }): ReadonlySet<string> {
  const asked = workspace.files.filter((file) => workspace.selected.has(file.path))
  return new Set(asked.filter((_, at) => at % count === index - 1).map((file) => file.relative))
}

/** A finding is shown when its line, or one on its way, stands in what was asked for. */
function isSelected(finding: Finding, workspace: Workspace): boolean {
  return workspace.selected.has(inRoot(workspace.root, finding.file))
}

function crash(rule: RuleDefinition, error: unknown): Problem {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const frame = stack?.split('\n').find((line) => line.trimStart().startsWith('at '))?.trim() ?? ''
  return {
    kind: 'internal',
    message: `The rule ${rule.id} failed (${message}; ${frame}). Its findings may be incomplete, those of other rules are not affected. Report this, or turn the rule off.`,
  }
}
