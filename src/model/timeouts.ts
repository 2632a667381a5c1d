/**
 * How long calls to other systems may wait.
 *
 * A call is bounded by an argument of its own, by the client it goes through, by what holds for the whole process, or by
 * what it stands in: a race with a timer, a wrapper that gives up, a circuit breaker with a time limit.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { CallIndex, CallsByName } from './calls.js'
import { Creations } from './creations.js'
import { givenByCallers } from './given-by-callers.js'
import type { Graph } from './graph.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import { calleeName } from './syntax.js'
import type { Call, CallbackUse, LibraryTarget, Operation, TimeLimit, Unbounded, Unit } from './types.js'

const WAITING = /time_?out|deadline|abort|\brace\b|withTimer|raceWith/i
const ENDS = /setTimeout|AbortSignal\.timeout|AbortController|[tT]imeout/
const MOST_HOPS = 3
/** Calls that may set a limit for a client everywhere, or for all of them. */
const GLOBAL_SETTERS: ReadonlySet<string> = new Set(['use', 'assign', 'setGlobalDispatcher'])
/** Calls that set up the module a client is injected from. */
const MODULE_MAKERS: ReadonlySet<string> = new Set(['register', 'registerAsync'])

type Given = 'yes' | 'no' | 'unseen'

export class Timeouts {
  private readonly clients: Creations
  private readonly covered = new Map<Unit, boolean>()
  private readonly injected = new Map<string, Call>()
  private globalRead: ReadonlySet<string> | undefined

  constructor(
    private readonly program: Program,
    private readonly named: CallsByName,
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly graph: () => Graph,
  ) {
    this.clients = new Creations(resolver, calls, (call) => this.limitAt(call) !== undefined && (call.isNew || !this.isEffect(call)))
  }

  /** Places from which some of the operations go out unbounded; those of one client are one. */
  of(operations: readonly Operation[]): Unbounded[] {
    const byCause = new Map<Call, { limit: TimeLimit; isClient: boolean; operations: Operation[]; confidence: 'high' | 'medium' }>()
    for (const operation of operations) {
      const found = this.unbounded(operation)
      if (!found) continue
      const known = byCause.get(found.cause)
      if (known) known.operations.push(operation)
      else byCause.set(found.cause, { ...found, operations: [operation] })
    }
    return [...byCause].map(([cause, one]) => ({ cause, ...one }))
  }

  private unbounded(operation: Operation): Omit<Unbounded, 'operations'> | undefined {
    const own = operation.target && limitIn([...(tagIn(operation.target.tags, 'timeout') ? operation.target.tags : []), ...this.ownerTags(operation.target)])
    const receiver = receiverOf(operation.call.node)
    const clients = receiver ? this.clients.of(receiver) : this.clientCalled(operation.call)
    const [client] = clients
    const limit = own ?? (client && this.limitAt(client))
    if (!limit || limit.standard === undefined) return undefined
    const given = limit.paths === undefined || !own ? 'no' : this.given(operation.call, limit.paths)
    if (given === 'yes' || this.isGlobal(operation) || this.isEnded(operation)) return undefined
    if (client) {
      const bound = this.limitAt(client)
      if (!bound) return undefined
      const set = bound.paths === undefined ? 'no' : this.given(client, bound.paths)
      if (set === 'yes' || set === 'unseen' || clients.some((other) => other !== client && this.isSet(other))) return undefined
      return { cause: client, isClient: true, limit: bound, confidence: 'high' }
    }
    if (receiver && this.isInjected(receiver)) {
      const module = this.moduleOf(operation)
      if (module === 'set') return undefined
      if (module) return { cause: module, isClient: true, limit: this.limitAt(module) ?? limit, confidence: 'high' }
      // Its module is imported as it is: one client, told where it is used first.
      const key = `${operation.package} ${operation.unit.file.package.directory}`
      const shared = this.resolver.typeOf(receiver).getSymbol()?.declarations?.some((declaration) => ts.isClassDeclaration(declaration) && this.resolver.isOfLibrary(declaration))
      if (shared) {
        const cause = this.injected.get(key) ?? operation.call
        this.injected.set(key, cause)
        return { cause, isClient: false, limit, confidence: given === 'unseen' ? 'medium' : 'high' }
      }
    }
    return { cause: operation.call, isClient: false, limit, confidence: given === 'unseen' ? 'medium' : 'high' }
  }

  /** `client({ url })`, where the client itself is called. */
  private clientCalled(call: Call): readonly Call[] {
    const callee = ts.isCallExpression(call.node) ? skipOuter(call.node.expression) : undefined
    return callee && (ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee)) ? this.clients.of(callee) : []
  }

  private isSet(client: Call): boolean {
    const limit = this.limitAt(client)
    return limit?.paths !== undefined && this.given(client, limit.paths) !== 'no'
  }

  private isEffect(call: Call): boolean {
    return this.resolver.resolve(call).library?.tags.some((tag) => tag.name === 'effect') ?? false
  }

  private limitAt(call: Call): TimeLimit | undefined {
    const library = this.resolver.resolve(call).library
    return library && limitIn(library.tags)
  }

  private ownerTags(target: LibraryTarget): readonly Tag[] {
    const tag = this.resolver.ownerTag(target, 'timeout')
    return tag ? [tag] : []
  }

  // ---- Arguments ----------------------------------------------------------------------------------------------

  /** Whether one of the paths is given at a call; `unseen` where options were put together elsewhere. */
  private given(call: Call, paths: string): Given {
    let isUnseen = false
    for (const path of paths.split('|')) {
      const found = this.givenAt(call, path)
      if (found === 'yes') return 'yes'
      if (found === 'unseen') isUnseen = true
    }
    return isUnseen ? 'unseen' : 'no'
  }

  private givenAt(call: Call, path: string): Given {
    const [head = '', ...properties] = path.split('.')
    const argument = atPath(call.node, head)[0]
    if (!argument) return 'no'
    let values: ts.Expression[] = [argument]
    for (const [index, property] of properties.entries()) {
      const next: ts.Expression[] = []
      for (const value of values) {
        const literal = this.literalOf(value)
        if (!literal) {
          const inner = skipOuter(value)
          if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner)) continue
          const asked = this.saidElsewhere(inner, property)
          if (asked !== 'no') return asked
          continue
        }
        const own = propertyOf(literal, property)
        next.push(...own)
        for (const spread of literal.properties.filter(ts.isSpreadAssignment)) {
          const asked = this.saidElsewhere(skipOuter(spread.expression), property)
          if (asked === 'yes') return 'yes'
          if (asked === 'unseen' && own.length === 0) return 'unseen'
        }
        // `options.signal = ...` behind the literal.
        if (own.length === 0 && index === properties.length - 1 && this.isAssigned(value, property)) return 'yes'
      }
      values = next
      if (values.length === 0) return 'no'
    }
    return values.some((value) => /^(?:undefined|0|null|false)$/.test(skipOuter(value).getText())) ? 'no' : 'yes'
  }

  private literalOf(value: ts.Expression): ts.ObjectLiteralExpression | undefined {
    const inner = skipOuter(value)
    if (ts.isObjectLiteralExpression(inner)) return inner
    const initializer = this.resolver.initializerOf(inner)
    const literal = initializer && skipOuter(initializer)
    return literal && ts.isObjectLiteralExpression(literal) ? literal : undefined
  }

  /** Options that are a parameter hold what callers give; those a function makes, what it says. */
  private saidElsewhere(value: ts.Expression, property: string, hops = 0): Given {
    if (ts.isConditionalExpression(value)) return this.anyOf([value.whenTrue, value.whenFalse].map((one) => this.saidElsewhere(skipOuter(one), property, hops)))
    if (ts.isBinaryExpression(value)) return this.anyOf([value.left, value.right].map((one) => this.saidElsewhere(skipOuter(one), property, hops)))
    if (ts.isObjectLiteralExpression(value)) {
      if (propertyOf(value, property).length > 0) return 'yes'
      const spreads = value.properties.filter(ts.isSpreadAssignment)
      return hops < MOST_HOPS && spreads.length > 0 ? this.anyOf(spreads.map((one) => this.saidElsewhere(skipOuter(one.expression), property, hops + 1))) : 'no'
    }
    if (ts.isAwaitExpression(value)) return this.saidElsewhere(skipOuter(value.expression), property, hops)
    if (ts.isCallExpression(value)) {
      const units = this.resolver.functionsOf(value.expression)
      if (units.length === 0 || hops >= MOST_HOPS) return 'unseen'
      return this.anyOf(units.flatMap((unit) => unit.returns.map((returned) => this.saidElsewhere(skipOuter(returned), property, hops + 1))))
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return 'no'
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (declaration && ts.isParameter(declaration)) return hops < MOST_HOPS ? this.saidByCallers(declaration, property, hops) : 'unseen'
    const initializer = this.resolver.initializerOf(value)
    if (!initializer) return 'unseen'
    if (this.isAssigned(value, property)) return 'yes'
    return hops < MOST_HOPS ? this.saidElsewhere(skipOuter(initializer), property, hops + 1) : 'unseen'
  }

  private saidByCallers(parameter: ts.ParameterDeclaration, property: string, hops: number): Given {
    const unit = this.resolver.unitAt(parameter.parent)
    if (!unit) return 'unseen'
    const given = givenByCallers(parameter, this.graph().callersOf(unit).filter(({ use }) => !use))
    if (given.length === 0) return parameter.initializer ? this.saidElsewhere(skipOuter(parameter.initializer), property, hops + 1) : parameter.questionToken ? 'no' : 'unseen'
    return this.anyOf(given.map(({ value, isSeen }) => (!isSeen ? 'unseen' : value ? this.saidElsewhere(skipOuter(value), property, hops + 1) : 'no')))
  }

  private anyOf(given: readonly Given[]): Given {
    return given.includes('yes') ? 'yes' : given.includes('unseen') ? 'unseen' : 'no'
  }

  private isAssigned(value: ts.Expression, property: string): boolean {
    const name = skipOuter(value)
    const unit = this.resolver.unitOf(value)
    if (!unit || !ts.isIdentifier(name)) return false
    return this.calls.usesOf(unit, name.text).some(({ parent }) => ts.isPropertyAccessExpression(parent) && parent.name.text === property && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent)
  }

  // ---- What holds for more than one call ----------------------------------------------------------------------

  /** A default of the client that is set later, or of the whole process. */
  private isGlobal(operation: Operation): boolean {
    const global = (this.globalRead ??= this.readGlobals())
    if (global.has(`package ${operation.package}`) || (operation.package === 'node' && global.has('package undici'))) return true
    const receiver = receiverOf(operation.call.node)
    const node = operation.call.node
    const client = receiver ?? (ts.isCallExpression(node) ? node.expression : undefined)
    const symbol = client && this.resolver.symbolOf(skipOuter(client))
    return symbol !== undefined && global.has(`symbol ${this.idOf(symbol)}`)
  }

  private readonly ids = new Map<ts.Symbol, number>()

  private idOf(symbol: ts.Symbol): number {
    let id = this.ids.get(symbol)
    if (id === undefined) this.ids.set(symbol, (id = this.ids.size))
    return id
  }

  /** `axios.defaults.timeout = 5000`, an interceptor that sets it, a dispatcher for the whole process. */
  private readGlobals(): ReadonlySet<string> {
    const found = new Set<string>()
    for (const call of this.named.named(GLOBAL_SETTERS)) {
      if (call.name === 'use') {
        if (ts.isCallExpression(call.node) && /interceptors\.request\.use$/.test(call.node.expression.getText()) && /timeout|signal/.test(call.node.getText())) this.noteClient(call.node, 3, found)
      } else if (call.name === 'assign') {
        const [target, values] = argumentsOf(call.node)
        if (target && values && /\.defaults$/.test(target.getText()) && /timeout/.test(values.getText())) this.note((skipOuter(target) as ts.PropertyAccessExpression).expression, found)
      } else {
        const library = this.resolver.resolve(call).library
        if (tagIn(library?.tags ?? [], 'timeout')?.value.endsWith('global')) found.add(`package ${library?.package}`)
      }
    }
    for (const { file: { surface }, sourceFile: file } of this.program.facts) {
      if (surface !== 'production' || !/\.defaults\.timeout\s*=[^=]/.test(file.text)) continue
      const visit = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && node.left.name.text === 'timeout' && ts.isPropertyAccessExpression(node.left.expression) && node.left.expression.name.text === 'defaults')
          this.note(node.left.expression.expression, found)
        ts.forEachChild(node, visit)
      }
      visit(file)
    }
    return found
  }

  private noteClient(node: ts.CallExpression, levels: number, found: Set<string>): void {
    let value: ts.Expression = skipOuter(node.expression)
    for (let level = 0; level < levels && ts.isPropertyAccessExpression(value); level++) value = skipOuter(value.expression)
    this.note(value, found)
  }

  private note(client: ts.Expression, found: Set<string>): void {
    const symbol = this.resolver.symbolOf(skipOuter(client))
    if (symbol) found.add(`symbol ${this.idOf(symbol)}`)
  }

  /** A client that a container gives: its class is declared by a library. */
  private isInjected(receiver: ts.Expression): boolean {
    const value = skipOuter(receiver)
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    return declaration !== undefined && (ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration) || /axiosRef$/.test(value.getText()))
  }

  /** The call that sets up the module a client is injected from. */
  private moduleOf(operation: Operation): Call | 'set' | undefined {
    const found: Call[] = []
    for (const call of this.named.named(MODULE_MAKERS)) {
      const library = this.resolver.resolve(call).library
      if (!library || !(library.package === operation.package || /axiosRef/.test(operation.call.node.getText())) || !limitIn(library.tags)) continue
      if (call.unit.file.package.directory === operation.unit.file.package.directory) found.push(call)
    }
    if (found.some((call) => this.isSet(call))) return 'set'
    return found[0]
  }

  // ---- What a call stands in ----------------------------------------------------------------------------------

  private isEnded(operation: Operation): boolean {
    return this.isEndedByChain(operation.node) || this.isEndedAround(operation.node, operation.unit) || this.isEndedByVariable(operation.node, operation.unit) || this.isEndedAtCallers(operation.unit, 0)
  }

  /** `request.get(url).timeout(5000)`, `http.get(url).pipe(timeout(5000))`. */
  private isEndedByChain(start: ts.Node): boolean {
    let node = start
    for (;;) {
      while (ts.isParenthesizedExpression(node.parent)) node = node.parent
      const access = node.parent
      if (!access || !ts.isPropertyAccessExpression(access) || access.expression !== node || !ts.isCallExpression(access.parent)) return false
      const call = access.parent
      if (/^(?:timeout|setTimeout|abortSignal)$/.test(access.name.text)) return true
      if (access.name.text === 'pipe' && call.arguments.some((argument) => ts.isCallExpression(argument) && this.isStep(argument))) return true
      node = call
    }
  }

  private isStep(node: ts.CallExpression | ts.NewExpression): boolean {
    const call = this.calls.at(node)
    const library = call && this.resolver.resolve(call).library
    return library ? tagIn(library.tags, 'timeout')?.value === 'step' : false
  }

  /** An argument of something that gives up: `Promise.race([...])`, `pTimeout(...)`, `withTimeout(...)`. */
  private isEndedAround(node: ts.Node, unit: Unit): boolean {
    for (let at = node.parent; at && at !== unit.node.parent; at = at.parent) {
      if ((ts.isCallExpression(at) || ts.isNewExpression(at)) && this.givesUp(at)) return true
      if (ts.isFunctionLike(at) && at !== unit.node) break
    }
    return false
  }

  private givesUp(node: ts.CallExpression | ts.NewExpression): boolean {
    if (this.isStep(node)) return true
    const callee = node.expression.getText()
    if (callee === 'Promise.race') return ENDS.test(node.getText()) || argumentsOf(node).some((argument) => this.mentionsTimer(argument))
    const name = calleeName(node.expression)
    const units = this.resolver.functionsOf(node.expression)
    if (units.length === 0) return /timeout|deadline/i.test(name) && name !== 'setTimeout'
    return units.some((unit) => this.isTimer(unit))
  }

  /** `Promise.race([request, timer])` with names for both. */
  private mentionsTimer(argument: ts.Expression): boolean {
    const list = skipOuter(argument)
    if (!ts.isArrayLiteralExpression(list)) return false
    return list.elements.some((element) => {
      const value = skipOuter(element)
      const source = ts.isIdentifier(value) ? this.resolver.initializerOf(value) : undefined
      if (source && ENDS.test(source.getText())) return true
      return ts.isCallExpression(value) && this.resolver.functionsOf(value.expression).some((unit) => ENDS.test(unit.node.getText()))
    })
  }

  /** A function that ends what it is given after a while. */
  private isTimer(unit: Unit): boolean {
    const text = unit.node.getText()
    return (/Promise\.race/.test(text) && ENDS.test(text)) || (/setTimeout/.test(text) && /\.abort\(/.test(text)) || (WAITING.test(unit.name) && /setTimeout|AbortSignal/.test(text)) || unit.calls.some((call) => (ts.isCallExpression(call.node) || ts.isNewExpression(call.node)) && this.isStep(call.node))
  }

  /** `const request = fetch(url)` that is raced later. */
  private isEndedByVariable(node: ts.Node, unit: Unit): boolean {
    const declaration = ts.isVariableDeclaration(node.parent) ? node.parent : undefined
    if (!declaration || !ts.isIdentifier(declaration.name)) return false
    return this.calls.usesOf(unit, declaration.name.text).some((use) => use.parent !== declaration && (this.isEndedAround(use, unit) || (ts.isPropertyAccessExpression(use.parent) && /^(?:setTimeout|timeout)$/.test(use.parent.name.text))))
  }

  /** Whoever calls the function gives up after a while. */
  private isEndedAtCallers(unit: Unit, hops: number): boolean {
    const known = this.covered.get(unit)
    if (known !== undefined) return known
    this.covered.set(unit, false)
    const callers = this.graph().callersOf(unit)
    const isCovered = hops < MOST_HOPS && callers.length > 0 && callers.every(({ call, use }) => this.isEndedAtCall(call, use, hops))
    this.covered.set(unit, isCovered)
    return isCovered
  }

  private isEndedAtCall(call: Call, use: CallbackUse | undefined, hops: number): boolean {
    if (!ts.isCallExpression(call.node) && !ts.isNewExpression(call.node)) return false
    // The function is given to something that gives up, or to a client of its own that does.
    if (use) {
      if (this.givesUp(call.node) || (use.through && this.isTimer(use.through)) || this.isPolicy(call.node)) return true
      if (use.mode === 'entry' || use.mode === 'deferred') return false
    } else if (this.isEndedAround(call.node, call.unit) || this.isEndedByVariable(call.node, call.unit) || this.isEndedByChain(call.node)) return true
    return this.isEndedAtCallers(call.unit, hops + 1)
  }

  /** `policy.execute(() => ...)` of a policy that is put together with a time limit. */
  private isPolicy(node: ts.CallExpression | ts.NewExpression): boolean {
    const receiver = receiverOf(node)
    const made = receiver && this.resolver.initializerOf(receiver)
    const inner = made && skipOuter(made)
    if (!inner || !ts.isCallExpression(inner)) return false
    return this.isStep(inner) || inner.arguments.some((argument) => {
      const value = this.resolver.initializerOf(argument) ?? argument
      const part = skipOuter(value)
      return ts.isCallExpression(part) && this.isStep(part)
    })
  }
}

function limitIn(tags: readonly Tag[]): TimeLimit | undefined {
  const tag = tagIn(tags, 'timeout')
  if (!tag || tag.value === 'step') return undefined
  const [first = ''] = tag.value.split(' ')
  const standard = /default=(\w+)/.exec(tag.value)?.[1]
  return { paths: first.startsWith('default') ? undefined : first, standard: standard === undefined ? undefined : standard === 'none' ? 'none' : Number(standard) }
}
