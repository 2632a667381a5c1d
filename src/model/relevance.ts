/**
 * Which calls are worth a question to the checker.
 *
 * Most calls of a program lead nowhere that a rule looks at: `t('title')`, `useState()`, `Math.max()`. A call can only
 * lead to an operation when its name is that of a tagged library member, or of a project function in which such a name
 * occurs, directly or through others; renamings are followed by name too. What is left out here is not resolved unless
 * somebody asks for that very call. Names are compared without types, so more is kept than is needed, never less.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { argumentsOf, boundNames, skipOuter } from '../libraries/paths.js'
import type { TaggedNames } from '../libraries/tagged-names.js'
import type { WorkspaceFile } from '../workspace/types.js'
import { associationMembers } from './association-members.js'
import type { CallsByName } from './calls.js'
import { clientFiles } from './client-files.js'
import { mentionsOf, namesOf } from './function-names.js'
import type { ImportGraph } from './imports.js'
import { DEFAULT_OF } from './syntax.js'
import type { Call, Unit } from './types.js'

export class Relevance {
  private readonly names = new Set<string>()
  private readonly units = new Set<Unit>()
  private readonly calls: CallsByName
  /** Units in which a function of a name is given to a call. */
  private readonly givenIn = new Map<string, Unit[]>()
  private readonly aliasesOf = new Map<string, string[]>()
  /** Calls whose form says that they may start an operation, whatever their name. */
  private readonly starting = new Set<Call>()
  /** By the number of the unit. */
  private readonly chosen: (readonly Call[] | undefined)[] = []
  private readonly parameterNames = new Map<Unit, ReadonlySet<string>>()
  private readonly browser: ReadonlySet<WorkspaceFile>
  private readonly shown: ReadonlySet<WorkspaceFile>

  /**
   * @param calls all calls of these files
   * @param functions names under which functions of the project can be called
   */
  constructor(
    imports: ImportGraph,
    calls: CallsByName,
    private readonly tagged: TaggedNames,
    private readonly functions: ReadonlySet<string>,
  ) {
    const { browser, shown } = clientFiles(imports, tagged)
    this.browser = new Set([...browser].map((fact) => fact.file))
    this.shown = shown
    this.calls = calls.where(({ unit }) => !this.browser.has(unit.file))
    const facts = imports.facts.filter((fact) => !browser.has(fact))
    for (const fact of facts) {
      for (const unit of fact.units)
        for (const call of unit.calls) {
          this.indexGiven(call, unit)
          // Callable values and tagged templates can have any name; the calls that look like them start the search too.
          if (ts.isTaggedTemplateExpression(call.node) || this.isChainStart(call) || this.isBareQuery(call) || this.isBareRequest(call)) this.starting.add(call)
        }
      for (const alias of fact.aliases) {
        if (alias.name !== 'default' && !this.functions.has(alias.name)) continue
        const own = alias.name === 'default' ? defaultOf(fact.file.path) : alias.name
        for (const mention of mentionsOf(alias)) {
          const target = mention.startsWith(DEFAULT_OF) ? imports.resolveFile(mention.slice(DEFAULT_OF.length), fact.file.path) : undefined
          append(this.aliasesOf, target === undefined ? mention : defaultOf(target), own)
        }
      }
    }
    for (const name of tagged.starts) this.addName(name)
    // `Order.hasMany(Line)` gives orders a member `getLines`.
    if (tagged.starts.has('belongsToMany')) for (const { units } of facts) for (const { calls } of units) for (const { name, node } of calls) for (const member of associationMembers(name, node)) this.addName(member)
    for (const module of tagged.defaults) this.addName(defaultOf(module))
    // `declare getLines: HasManyGetAssociationsMixin<Line>`
    for (const { classes } of facts)
      for (const { node } of classes)
        for (const member of node.members) if (ts.isPropertyDeclaration(member) && member.type && ts.isTypeReferenceNode(member.type) && ts.isIdentifier(member.name) && tagged.callables.has(lastName(member.type.typeName) ?? '')) this.addName(member.name.text)
    for (const { unit } of this.starting) this.addUnit(unit)
  }

  /** Whether a call may lead to an operation, a transaction or an entry point. */
  includes(call: Call): boolean {
    return this.callsOf(call.unit).includes(call)
  }

  /** The file belongs to a client that lives beside the server. */
  isClient(file: WorkspaceFile): boolean {
    return this.browser.has(file) || this.shown.has(file)
  }

  /** Whether calling a function of this name may lead to an operation. */
  hasName(name: string): boolean {
    return this.names.has(name)
  }

  /** Calls that by their names may run a function or construct its class, also under the names its module is imported by. */
  namedLike(unit: Unit): readonly Call[] {
    const names = new Set([...namesOf(unit), ...(this.aliasesOf.get(defaultOf(unit.file.path)) ?? [])])
    return [...names].flatMap((name) => this.callsNamed(name))
  }

  /** All calls of a name. */
  callsNamed(name: string): readonly Call[] {
    return this.calls.named([name])
  }

  /** The calls of a unit that `includes` keeps, in order. */
  callsOf(unit: Unit): readonly Call[] {
    if (unit.calls.length === 0) return NO_CALLS
    let chosen = this.chosen[unit.id]
    if (!chosen) {
      const kept = this.browser.has(unit.file) ? NO_CALLS : unit.calls.filter((call) => this.decide(call))
      chosen = kept.length > 0 ? kept : NO_CALLS
      this.chosen[unit.id] = chosen
    }
    return chosen
  }

  private decide(call: Call): boolean {
    const node = call.node
    if (call.name === '' || this.names.has(call.name) || this.starting.has(call)) return true
    if (ts.isPropertyAccessExpression(node)) return this.tagged.starts.has('OneToMany') || this.tagged.starts.has('ManyToOne')
    if (this.isParameter(call)) return true
    return argumentsOf(node).some((argument) => this.isRelevantFunction(argument))
  }

  private indexGiven(call: Call, unit: Unit): void {
    for (const argument of argumentsOf(call.node)) {
      const name = lastName(argument)
      if (name !== undefined && (this.functions.has(name) || this.tagged.starts.has(name))) append(this.givenIn, name, unit)
    }
  }

  private addName(name: string): void {
    const queue = [name]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === '' || this.names.has(next)) continue
      this.names.add(next)
      for (const { unit } of this.calls.named([next])) queue.push(...this.namesOf(unit))
      for (const unit of this.givenIn.get(next) ?? []) queue.push(...this.namesOf(unit))
      queue.push(...(this.aliasesOf.get(next) ?? []))
    }
  }

  private addUnit(unit: Unit): void {
    for (const name of this.namesOf(unit)) this.addName(name)
  }

  /** Names by which running a unit, or the units around it, can be asked for; empty when that was done before. */
  private namesOf(unit: Unit): readonly string[] {
    if (this.units.has(unit)) return NO_NAMES
    const found: string[] = []
    for (let current: Unit | undefined = unit; current && !this.units.has(current); current = current.parent) {
      this.units.add(current)
      if (current.kind === 'module') {
        found.push(defaultOf(current.file.path))
        continue
      }
      found.push(...namesOf(current))
    }
    return found
  }

  /** `db('orders').where(...)`: the call in front of a step of a builder. */
  private isChainStart(call: Call): boolean {
    let node: ts.Node = call.node
    for (;;) {
      while (ts.isParenthesizedExpression(node.parent) || ts.isAsExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent
      const access = node.parent
      if (!ts.isPropertyAccessExpression(access) || access.expression !== node || !ts.isCallExpression(access.parent)) return false
      if (this.tagged.steps.has(access.name.text) && !COMMON.has(access.name.text)) return true
      node = access.parent
    }
  }

  /** `await db('orders')`, `const query = db('orders')`: a value that is called with a name. */
  private isBareQuery(call: Call): boolean {
    if (!this.tagged.hasCallable || !ts.isCallExpression(call.node)) return false
    const parent = call.node.parent
    const first = call.node.arguments[0]
    // What is kept in a variable is built on later; names of tables are texts or constants.
    if (ts.isVariableDeclaration(parent) || ts.isBinaryExpression(parent))
      return call.name !== 'require' && call.node.arguments.length === 1 && first !== undefined && (ts.isStringLiteralLike(first) || (ts.isIdentifier(first) && /^[A-Z][A-Z\d_]+$/.test(first.text)))
    if (!ts.isAwaitExpression(parent) && !ts.isReturnStatement(parent) && !ts.isArrowFunction(parent)) return false
    return first !== undefined && call.node.arguments.length === 1 && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first) || ts.isIdentifier(first) || ts.isPropertyAccessExpression(first))
  }

  /** `http({ url, method: 'post' })`, `http(url, { method: 'post' })`: a client that is called itself. */
  private isBareRequest({ node }: Call): boolean {
    if (!this.tagged.hasCallable || !ts.isCallExpression(node) || node.arguments.length === 0 || node.arguments.length > 2) return false
    const options = node.arguments.at(-1)
    const wanted = node.arguments.length === 1 ? 'url' : 'method'
    return options !== undefined && ts.isObjectLiteralExpression(options) && options.properties.some(({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === wanted)
  }

  /** The callee is a parameter: what it runs depends on the caller. */
  private isParameter(call: Call): boolean {
    const callee = ts.isCallExpression(call.node) ? skipOuter(call.node.expression) : undefined
    if (!callee || !ts.isIdentifier(callee)) return false
    for (let unit: Unit | undefined = call.unit; unit; unit = unit.parent) if (unit.parameters.length > 0 && this.parametersOf(unit).has(call.name)) return true
    return false
  }

  /** Names a unit's parameters bind. */
  private parametersOf(unit: Unit): ReadonlySet<string> {
    let names = this.parameterNames.get(unit)
    if (!names) {
      names = new Set(unit.parameters.flatMap((parameter) => boundNames(parameter.name).map(({ text }) => text)))
      this.parameterNames.set(unit, names)
    }
    return names
  }

  /** A function expression with something relevant inside, or the name of such a function. */
  private isRelevantFunction(argument: ts.Expression): boolean {
    const value = skipOuter(argument)
    const name = lastName(value)
    if (name !== undefined) return this.names.has(name)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return this.holdsRelevant(value)
    if (ts.isArrayLiteralExpression(value)) return value.elements.some((element) => this.isRelevantFunction(element))
    if (ts.isObjectLiteralExpression(value))
      return value.properties.some((member) =>
        ts.isMethodDeclaration(member) ? this.holdsRelevant(member) : ts.isPropertyAssignment(member) ? this.isRelevantFunction(member.initializer) : ts.isShorthandPropertyAssignment(member) && this.names.has(member.name.text),
      )
    // `handler.bind(this)`, `wrap(handler)`
    if (ts.isCallExpression(value)) return this.names.has(lastName(value.expression) ?? '') || (ts.isPropertyAccessExpression(value.expression) && this.isRelevantFunction(value.expression.expression)) || value.arguments.some((inner) => this.isRelevantFunction(inner))
    return ts.isSpreadElement(value) && this.isRelevantFunction(value.expression)
  }

  private holdsRelevant(node: ts.Node): boolean {
    this.relevantNodes ??= new Set([...this.units].map((unit) => unit.node))
    return this.relevantNodes.has(node)
  }

  private relevantNodes: ReadonlySet<ts.Node> | undefined
}

/** Names of steps that every list and promise has too. */
const COMMON = new Set(['then', 'catch', 'finally', 'sort', 'find', 'filter', 'map', 'set', 'get', 'add', 'values', 'join', 'in', 'as', 'next', 'forEach', 'for'])

const NO_CALLS: readonly Call[] = []
const NO_NAMES: readonly string[] = []

function defaultOf(path: string): string {
  return DEFAULT_OF + path
}

function lastName(expression: ts.Node): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined
}
