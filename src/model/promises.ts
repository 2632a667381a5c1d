/**
 * Promises that nobody waits for, builders that never run, and functions whose promise is thrown away.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, skipOuter } from '../libraries/paths.js'
import { CaughtRouters } from './application/caught-routers.js'
import { outlivesRejections } from './application/conventions.js'
import { Frames } from './application/frames.js'
import { givenMember } from './application/given-members.js'
import { KeptMembers } from './application/kept-members.js'
import { type Hearing, LISTENING, type ProcessListeners } from './application/process-listeners.js'
import type { CallIndex, CallsByName } from './calls.js'
import { declaresPromise } from './declared-types.js'
import { DroppedCallbacks, namesOfDropping } from './dropped-callbacks.js'
import { ErrorHandlers } from './error-handlers.js'
import type { GivenArguments } from './given-arguments.js'
import type { Graph } from './graph.js'
import type { Program } from './program.js'
import { Fates, type Fate } from './promise-fates.js'
import { tagIn } from './operations.js'
import { PersistentCalls } from './persistent-calls.js'
import { PromiseNames } from './promise-names.js'
import type { AbandonedCallback, FloatingPromise, ForgottenError, PromiseFacts, SwallowedError, UnexecutedQuery } from './promise-types.js'
import { contains } from './control-flow.js'
import { isCallbackStyle, isCalledBack, isErrorFirst, isToldLast, takesErrorAlone, takesErrorFirst } from './error-first.js'
import { isThenable, NEVER, type Rejection, Rejections } from './rejections.js'
import type { Resolver } from './resolver.js'
import { isBare } from './function-names.js'
import { calleeName } from './syntax.js'
import { isOlder } from './versions.js'
import type { Call, EntryPoint, LibraryTarget, Operation, Step, Unit } from './types.js'
import type { WorkspaceFile } from '../workspace/types.js'

/** Positions in which a promise is looked after by what stands around it; told without following anything. */
const LOOKED_AFTER: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.AwaitExpression, ts.SyntaxKind.ReturnStatement, ts.SyntaxKind.YieldExpression])

/** Operators whose result is one of their operands. */
const HANDS_ON: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.EqualsToken, ts.SyntaxKind.CommaToken])

/** The version of Node in which rejections that nobody handles began to end the process. */
const ENDS_SINCE = 15

/** Members of lists that make a list of what a function gives. */
const MAPS: ReadonlySet<string> = new Set(['map', 'flatMap'])
/** Members of lists and maps that give an element of them, or nothing. */
const MAY_HAVE_NONE = /^(?:get|find|findLast|at|pop|shift)$/

/** The events of an emitter, in the tag of the member that takes listeners. */
const EMITS = /\bemits=(\S+)/

/** Wrappers that are made by wrappers are followed this far. */
const MOST_WRAPPERS = 3

const LOST: ReadonlySet<Fate['kind']> = new Set(['dropped', 'collected', 'tested', 'member', 'void'])

export class Promises implements PromiseFacts {
  private readonly fates: Fates
  private readonly frames: Frames
  private readonly rejections: Rejections
  private readonly dropped: DroppedCallbacks
  private readonly kept: KeptMembers
  private readonly handlers: ErrorHandlers
  private readonly caughtRouters: CaughtRouters
  private namesRead: PromiseNames | undefined
  private droppingRead: ReadonlySet<string> | undefined
  private floatingRead: readonly FloatingPromise[] | undefined
  /** Functions whose promise something throws away, rejected or not. */
  private readonly lost = new Set<Unit>()
  private abandonedRead: readonly AbandonedCallback[] | undefined
  private imported: ReadonlySet<string> | undefined

  constructor(
    private readonly program: Program,
    private readonly units: () => readonly Unit[],
    private readonly operations: () => readonly Operation[],
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly callNames: CallsByName,
    private readonly graph: () => Graph,
    private readonly given: GivenArguments,
    private readonly listeners: ProcessListeners,
    private readonly newestNode: (file: WorkspaceFile) => number | undefined,
  ) {
    this.frames = new Frames(resolver, graph)
    this.fates = new Fates(calls, resolver)
    this.kept = new KeptMembers(program, resolver)
    this.rejections = new Rejections(resolver, calls, given, units, new PersistentCalls(resolver, calls, callNames), this.kept)
    this.dropped = new DroppedCallbacks(calls, resolver)
    this.caughtRouters = new CaughtRouters(resolver, this.frames, calls)
    this.handlers = new ErrorHandlers(program, units, callNames, calls, resolver, this.rejections, this.fates)
  }

  get floating(): readonly FloatingPromise[] {
    this.floatingRead ??= this.findFloating()
    return this.floatingRead
  }

  get abandoned(): readonly AbandonedCallback[] {
    this.abandonedRead ??= this.findAbandoned()
    return this.abandonedRead
  }

  get unexecuted(): readonly UnexecutedQuery[] {
    return this.operations().flatMap((operation) => (operation.kind === 'query' ? this.unexecutedBy(operation) : []))
  }

  get swallowed(): readonly SwallowedError[] {
    return this.handlers.swallowed
  }

  get forgotten(): readonly ForgottenError[] {
    return this.handlers.forgotten
  }

  losesPromise(unit: Unit): boolean {
    this.abandonedRead ??= this.findAbandoned()
    this.floatingRead ??= this.findFloating()
    return this.lost.has(unit) && this.graph().callersOf(unit).every(({ call, use }) => use !== undefined || LOST.has(this.fates.of(call.node as ts.Expression).kind))
  }

  goesOnAfter({ file }: Unit): boolean {
    const hearing = this.listeners.hearingIn(file)
    return hearing === 'heard' || hearing === 'shown'
  }

  comesAgain(unit: Unit, entries: readonly EntryPoint[]): boolean {
    return entries.some(({ kind, handler, node }) => handler === unit && kind === 'cron' && !argumentsOf(node).some((argument) => this.resolver.typeOf(argument).getSymbol()?.name === 'Date'))
  }

  unhandledIn({ file }: Unit, entries: readonly EntryPoint[]): Hearing | 'warned' | 'ends' {
    const hearing = this.listeners.hearingIn(file)
    // Procedures have no server of their own.
    const isOutlived = (entry: EntryPoint) => outlivesRejections(entry) || (entry.kind === 'procedure' && this.listeners.isServedOutliving(entry.file))
    if (hearing === 'heard' || (entries.length > 0 && entries.every(isOutlived))) return 'heard'
    return hearing ?? (this.isOfOldNode(file) ? 'warned' : 'ends')
  }

  /** Nothing newer runs it than a Node that only warns of rejections. */
  private isOfOldNode(file: WorkspaceFile): boolean {
    return (this.newestNode(file) ?? ENDS_SINCE) < ENDS_SINCE
  }

  /** `mongoose.connect(uri)`, beside `mongoose.connection.on('error', report)`. */
  private isToldToListener({ tags, declaration }: LibraryTarget): boolean {
    const tag = tags.find(({ name }) => name === 'tells')
    return tag !== undefined && this.callNames.named(LISTENING).some(({ node }) => this.isErrorListenerOn(tag.value, declaration.getSourceFile(), node))
  }

  /** `connection.on('error', report)`, of what a library exports under a name. */
  private isErrorListenerOn(name: string, library: ts.SourceFile, node: ts.Node): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
    const [event, listener] = node.arguments
    if (event === undefined || !ts.isStringLiteralLike(event) || event.text !== 'error' || listener === undefined) return false
    const receiver = this.resolver.initializerOf(node.expression.expression) ?? node.expression.expression
    return this.resolver.symbolOf(skipOuter(receiver))?.declarations?.some((one) => one.getSourceFile() === library && ts.getNameOfDeclaration(one)?.getText() === name) ?? false
  }

  private get droppingNames(): ReadonlySet<string> {
    this.droppingRead ??= namesOfDropping(this.program, this.names.dropping)
    return this.droppingRead
  }

  private get names(): PromiseNames {
    this.namesRead ??= new PromiseNames(
      this.program.facts,
      this.program.program.getSourceFiles().filter((file) => this.program.isModel(file)),
      this.program.functionNames,
    )
    return this.namesRead
  }

  /** Not of a client that lives beside the server. */
  private isServing(unit: Unit): boolean {
    return !this.resolver.isClient(unit.file) && !isOfComponent(unit)
  }

  private findAbandoned(): AbandonedCallback[] {
    const { dropping } = this.names
    const asked = new Set(this.callNames.matching((name) => MAPS.has(name) || STRATEGY.test(name) || dropping.has(name) || this.droppingNames.has(name)))
    for (const unit of this.units()) {
      const call = takesErrorFirst(unit.node) || takesErrorAlone(unit.node) ? this.calls.takingLast(unit.node) : undefined
      if (call) asked.add(call)
    }
    const found: AbandonedCallback[] = []
    for (const call of asked) if (!isUsedMap(call) && this.isServing(call.unit)) found.push(...this.abandonedAt(call))
    return found
  }

  private findFloating(): FloatingPromise[] {
    const found: FloatingPromise[] = []
    const told = new Set<ts.Node>()
    const { giving } = this.names
    // What is called by its name alone may be a parameter that gives one.
    for (const call of this.callNames.matching((name, calls) => name === '' || name === 'then' || giving.has(name) || calls.some(isBare))) {
      const node = call.node as ts.Expression
      if (LOOKED_AFTER.has(node.parent.kind) || !this.mayGivePromise(call) || !this.isServing(call.unit)) continue
      const fate = this.fates.of(node)
      if (!LOST.has(fate.kind) || told.has(fate.node) || this.given.isUnreachable(node)) continue
      const floating = this.floatingAt(call, fate)
      if (!floating) continue
      told.add(fate.node)
      found.push(floating)
    }
    return found
  }

  private mayGivePromise(call: Call): boolean {
    const { node, name } = call
    if (!ts.isCallExpression(node)) return false
    if (name === 'catch') return false
    if (name === 'then') return node.arguments.length === 1
    if (name !== '') return this.names.giving.has(name) || this.isPromisedParameter(call)
    const callee = skipOuter(node.expression)
    return ts.isArrowFunction(callee) || ts.isFunctionExpression(callee)
  }

  /**
   * `run()`, where `run: () => Promise<void>` is a parameter or taken out of a list of such; `next()` of a middleware
   * that has to wait for the rest.
   */
  private isPromisedParameter(call: Call): boolean {
    const { node, name } = call
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false
    if (this.isElement(node.expression)) return ts.isExpressionStatement(node.parent) && isThenable(this.resolver.typeOf(node), this.resolver.checker)
    for (let unit: Unit | undefined = call.unit; unit; unit = unit.parent)
      for (const parameter of unit.parameters) {
        if (!ts.isIdentifier(parameter.name) || parameter.name.text !== name) continue
        const declared = functionTypeIn(parameter.type)
        if (declared) return declaresPromise(declared) || (ts.isUnionTypeNode(declared.type) && declared.type.types.some((type) => /^Promise\b/.test(type.getText())))
        return ts.isExpressionStatement(node.parent) && isThenable(this.resolver.typeOf(node), this.resolver.checker)
      }
    return false
  }

  /** `for (const run of tasks)` */
  private isElement(name: ts.Identifier): boolean {
    const declaration = this.resolver.symbolOf(name)?.valueDeclaration
    return declaration !== undefined && ts.isVariableDeclaration(declaration) && ts.isForOfStatement(declaration.parent.parent)
  }

  private floatingAt(call: Call, fate: Fate): FloatingPromise | undefined {
    const node = call.node as ts.CallExpression
    const { units, library, parameter } = this.resolver.resolve(call)
    const base = { call, unit: call.unit, node: fate.node, units: [] as readonly Unit[], library: undefined, isLazy: false, isVoid: fate.kind === 'void', trace: [] as readonly Step[], confidence: 'high' as const }
    const kind = fate.kind === 'member' ? 'tested' : fate.kind === 'tested' || fate.kind === 'collected' ? fate.kind : 'dropped'
    if (units.length > 0) {
      // A builder that nobody runs is told as such.
      if (this.isLazyBuilder(node)) return undefined
      const giving = units.filter((unit) => this.rejections.givesPromise(unit) && !isCalledBack(unit, node) && (fate.kind !== 'member' || unit.isAsync))
      const [first] = giving
      if (!first || this.isWrapped(node) || (kind === 'dropped' && this.isHeldByWrapper(node))) return undefined
      if (kind === 'dropped') for (const unit of giving) this.lost.add(unit)
      const found = giving.map((unit) => this.asCalled(this.rejections.ofUnitAt(unit, node)))
      const rejecting = found.find(({ certainty }) => certainty === 'yes') ?? found.find(({ certainty }) => certainty === 'unlikely')
      if (!rejecting && kind !== 'tested') return undefined
      // The first step is the call itself.
      const trace = rejecting ? this.rejections.trace(call.unit, rejecting).slice(1) : []
      return { ...base, kind, units: giving, certainty: rejecting?.certainty ?? 'no', trace, confidence: giving.length === units.length ? 'high' : 'medium' }
    }
    if (library) {
      if (fate.kind === 'member') return undefined
      // A builder runs when `then` is called on it.
      const runsBuilder = isContinuation(call) && this.isLazyBuilder(rootOf(node))
      if (isSettledByLibrary(library) || isCallbackStyle(node) || this.makesCallback(node) || isOfQueryHook(node) || (isContinuation(call) && !runsBuilder && this.isToldAtRoot(rootOf(node)))) return undefined
      if (runsBuilder) return kind === 'dropped' && this.rejections.ofExpression(node).certainty !== 'no' ? { ...base, kind, library, certainty: 'yes' } : undefined
      // `then` runs it.
      const isLazy = this.isLazyMember(library) && !isContinued(node)
      // `loading.get(id) || null`: whether there is a promise is asked, and not what it gives.
      if (kind === 'tested' && library.package === 'ecmascript' && MAY_HAVE_NONE.test(call.name)) return undefined
      if (isMistaken(library, node) || !this.rejections.libraryGives(library, node)) return undefined
      // A builder that nobody runs is told as such; one whose truth is asked is taken for its result.
      if (this.isLazyBuilder(node) && (kind !== 'tested' || this.fates.of(node, true).kind !== 'tested')) return undefined
      const rejection = this.rejections.ofExpression(node)
      if (rejection.certainty === 'no' && kind !== 'tested' && !isLazy) return undefined
      const isTold = kind === 'dropped' && this.isToldToListener(library)
      // Where a rejection ends nothing, that somebody hears of it is all there is to do.
      if (isTold && this.isOfOldNode(call.unit.file)) return undefined
      const trace = rejection.through ? this.rejections.trace(rejection.through) : []
      return { ...base, kind, library, isLazy, certainty: rejection.certainty, trace, confidence: isTold ? 'medium' : base.confidence }
    }
    if (fate.kind === 'member') return undefined
    // Told by its form alone; a promise that is made of a known one is told there.
    const isKnown = parameter !== undefined || (ts.isIdentifier(node.expression) && this.isElement(node.expression))
    if (isKnown && this.isPromisedParameter(call)) return { ...base, kind, certainty: 'yes', confidence: 'medium' }
    if (call.name === 'then' && kind === 'dropped' && this.isUnknownPromise(node)) return { ...base, kind, certainty: 'yes', confidence: 'medium' }
    return undefined
  }

  /** `client.send(command, this.answer(done))`: what is called makes a function that is given the error. */
  private makesCallback(node: ts.CallExpression): boolean {
    const last = node.arguments.at(-1)
    return last !== undefined && node.arguments.length > 1 && ts.isCallExpression(last) && this.resolver.functionsOf(last.expression).some((unit) => unit.returns.some((returned) => isErrorFirst(returned)))
  }

  /** What was made of an async function gives something of its own, by its type: a step of a flow, a handle. */
  private isWrapped(node: ts.CallExpression): boolean {
    const type = this.resolver.typeOf(node)
    return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) === 0 && !isThenable(type, this.resolver.checker)
  }

  /** `const check = wrap(async (order) => ...)`, where what `wrap` returns deals with the failure: `run(order).catch(next)`. */
  private isHeldByWrapper({ expression }: ts.CallExpression): boolean {
    const callee = skipOuter(expression)
    const made = ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee) ? this.madeBy(this.resolver.symbolOf(callee), 0) : undefined
    const run = made ? this.runBy(made) : []
    return run.length > 0 && run.every((unit) => this.asCalled(this.rejections.of(unit)).certainty === 'no')
  }

  /** `const saved = save(order); saved.then(show)`: what is made of a known promise is told where that is made. */
  private isToldAtRoot(root: ts.Expression): boolean {
    if (ts.isCallExpression(root)) return true
    const made = ts.isIdentifier(root) ? this.resolver.initializerOf(root) : undefined
    const call = made && ts.isCallExpression(skipOuter(made)) ? this.calls.at(skipOuter(made) as ts.CallExpression) : undefined
    if (!call) return false
    const { units, library } = this.resolver.resolve(call)
    return units.length > 0 || library !== undefined
  }

  private isLazyBuilder(expression: ts.Expression): boolean {
    const call = this.calls.at(expression)
    const library = call && this.resolver.resolve(call).library
    if (library && declaresPromise(library.declaration)) return false
    const eager = library && tagIn(library.tags, 'eager')
    if (call && eager && isOlder(eager.value, call.unit.file) === true) return false
    const type = this.resolver.typeOf(expression)
    return this.resolver.typeTags(type, 'builder')?.value === 'lazy' || this.resolver.typeTags(type, 'lazy') !== undefined
  }

  /** `client.load().then(use)`: nothing is known of what is in front, but that it has a `then`. */
  private isUnknownPromise(node: ts.CallExpression): boolean {
    const root = rootOf(node)
    const call = ts.isCallExpression(root) ? this.calls.at(root) : undefined
    if (!call) return false
    const { units, library } = this.resolver.resolve(call)
    return units.length === 0 && !library && !isOfBuilder(root)
  }

  private isLazyMember(library: LibraryTarget): boolean {
    return library.tags.some((tag) => tag.name === 'lazy') || this.resolver.ownerTag(library, 'lazy') !== undefined
  }

  private unexecutedBy(operation: Operation): UnexecutedQuery[] {
    const start = operation.call.node
    if (!ts.isCallExpression(start)) return []
    const fate = this.fates.of(start, true)
    if (fate.kind === 'returned') return this.droppedByCallers(operation, fate.node as ts.Expression)
    if (fate.kind !== 'dropped' && fate.kind !== 'void' && fate.kind !== 'awaited') return []
    const end = fate.node as ts.Expression
    if (fate.kind === 'awaited' && !ts.isAwaitExpression(end.parent)) return []
    if (!this.isLazyBuilder(end) || isGivenCallback(end)) return []
    const runsWhenAwaited = isThenable(this.resolver.typeOf(end), this.resolver.checker)
    const base = { operation, unit: operation.unit, node: end, maker: undefined }
    // `const query = await createQueryBuilder()`: an `await` too many, and the builder is run further down.
    if (fate.kind === 'awaited') return runsWhenAwaited || this.fates.of(end.parent as ts.Expression, true).kind !== 'dropped' ? [] : [{ ...base, kind: 'awaited', isThenable: false }]
    return [{ ...base, kind: 'dropped', isThenable: runsWhenAwaited }]
  }

  /** A function that returns a builder, called by somebody who does not wait for it. */
  private droppedByCallers(operation: Operation, built: ts.Expression): UnexecutedQuery[] {
    const { unit } = operation
    if (unit.isAsync || unit.isGenerator || unit.kind === 'module') return []
    if (!this.isLazyBuilder(built)) return []
    const runsWhenAwaited = isThenable(this.resolver.typeOf(built), this.resolver.checker)
    return this.graph().callersOf(unit).flatMap(({ call, use }): UnexecutedQuery[] => {
      if (!ts.isCallExpression(call.node) || call.unit.file.surface !== 'production') return []
      // `ids.forEach((id) => knex('orders').where({ id }).del())`
      if (use) return this.losesResults(call) ? [{ operation, unit, node: built, maker: undefined, kind: 'dropped', isThenable: runsWhenAwaited }] : []
      const fate = this.fates.of(call.node, true)
      // What a member that nobody knows gives may have been run by it.
      if ((fate.kind !== 'dropped' && fate.kind !== 'void') || (fate.node !== call.node && !this.isLazyBuilder(fate.node as ts.Expression))) return []
      return [{ operation, unit: call.unit, node: fate.node as ts.Expression, maker: unit, kind: 'dropped', isThenable: runsWhenAwaited }]
    })
  }

  /** What a function given to the call returns is thrown away. */
  private losesResults(call: Call): boolean {
    const { node, name } = call
    if ((name === 'map' || name === 'flatMap') && ts.isCallExpression(node)) return this.fates.of(node).kind === 'dropped'
    return this.resolver.resolve(call).library?.tags.some((tag) => tag.name === 'drops' && !/\b(?:handler|before|unless|arity)\b/.test(tag.value)) === true
  }

  private abandonedAt(call: Call): AbandonedCallback[] {
    const { node, name } = call
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
    // Most functions that are given to a call give no promise.
    if (!node.arguments?.some((argument) => this.mayBePromised(argument))) return []
    const isMap = MAPS.has(name)
    const last = node.arguments.at(-1)
    const isLast = last !== undefined && !HANDLES_ERRORS.test(name) && (isErrorFirst(last) || isToldLast(node.arguments ?? []))
    const isVerified = last !== undefined && call.isNew && STRATEGY.test(name) && answersByCallback(last)
    if (!isMap && !isLast && !isVerified && !this.names.dropping.has(name) && !this.droppingNames.has(name)) return []
    if (this.given.isUnreachable(node)) return []
    if (isMap) return this.fates.of(node).kind === 'dropped' ? this.callbacksIn(call, node.arguments.slice(0, 1), 'mapped', 'high') : []
    const { units, library: declared, parameter } = this.resolver.resolve(call)
    if (units.length > 0) return this.lostBy(units, call)
    const library = declared ?? (units.length === 0 ? givenMember(node, this.resolver, this.frames) : undefined)
    const isDropping = library?.tags.some((tag) => tag.name === 'drops')
    if (isVerified && !library) return this.callbacksIn(call, [last], 'ignored', 'medium')
    if (isLast && !isDropping && !parameter && !library?.tags.some((tag) => /^(?:entry|middleware|application|calls|iterates)$/.test(tag.name))) return this.callbacksIn(call, [last], 'ignored', library ? 'high' : 'medium')
    if (!library) {
      // Emitters of packages nobody declares. Some frameworks look at the promise; those give the handler a context.
      const isEmitter = units.length === 0 && !parameter && /^(?:on|once|addListener)$/.test(name) && node.arguments[0] !== undefined && ts.isStringLiteralLike(node.arguments[0])
      const [, handler] = node.arguments ?? []
      if (!isEmitter) return []
      const own = this.kept.of(node)
      return own.length > 0 ? this.lostBy(own, call) : this.callbacksIn(call, node.arguments.slice(1, 2), 'ignored', handler && takesContext(handler) ? 'low' : 'medium')
    }
    return library.tags.flatMap((tag) => {
      if (tag.name !== 'drops') return []
      const words = tag.value.split(' ')
      const [list = ''] = words
      const option = (key: string) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
      const before = option('before')
      const sure = before === undefined || isOlder(before, call.unit.file)
      const since = option('since')
      if (sure === false || (since !== undefined && isOlder(since, call.unit.file) === true) || this.isImported(option('unless'))) return []
      if (this.isNeverTold(node, option('emits'))) return []
      const arity = option('arity')
      const kind = words.includes('handler') ? 'handler' : words.includes('true') ? 'true' : words.includes('caught') ? 'caught' : call.isNew && name === 'Promise' ? 'executor' : 'ignored'
      if (kind === 'handler' && this.caughtRouters.has(node)) return []
      const confidence = sure === undefined ? 'medium' : 'high'
      return this.callbacksIn(call, atPath(node, list), kind, confidence).filter(({ unit }) => arity === undefined || unit.parameters.length >= Number(arity))
    })
  }

  /** Of what a call gives to functions of the project, that whose promise each of them throws away. */
  private lostBy(units: readonly Unit[], call: Call): AbandonedCallback[] {
    const lost = units.map((unit) => this.dropped.of(unit).map(({ index }) => index))
    return argumentsOf(call.node).flatMap((argument, index) => (lost.every((list) => list.includes(index)) ? this.callbacksIn(call, [argument], 'ignored', 'medium') : []))
  }

  /** `pool.on('error', report)`, of a pool that has no such event, though what it is declared as may have. */
  private isNeverTold(node: ts.CallExpression | ts.NewExpression, declared: string | undefined): boolean {
    const callee = skipOuter(node.expression)
    const [event] = node.arguments ?? []
    if (declared === undefined || !event || !ts.isStringLiteralLike(event) || !ts.isPropertyAccessExpression(callee)) return false
    const set = this.resolver.memberOfSet(callee, node)?.tags.find(({ name }) => name === 'drops')
    const emitted = (set && EMITS.exec(set.value)?.[1]) ?? declared
    return !emitted.split(',').includes(event.text)
  }

  /** Cheap: a function that may give a promise, by its form or its name. */
  private mayBePromised(argument: ts.Expression): boolean {
    const value = skipOuter(argument)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
      const unit = this.resolver.unitAt(value)
      return unit === undefined || unit.isAsync || unit.returns.some((returned) => this.mayBePromise(returned))
    }
    if (ts.isIdentifier(value)) return this.names.giving.has(value.text)
    if (ts.isPropertyAccessExpression(value)) return this.names.giving.has(value.name.text)
    if (ts.isArrayLiteralExpression(value)) return value.elements.some((element) => this.mayBePromised(element))
    if (ts.isObjectLiteralExpression(value)) return value.properties.some((member) => (ts.isPropertyAssignment(member) ? this.mayBePromised(member.initializer) : ts.isMethodDeclaration(member)))
    if (!ts.isCallExpression(value)) return false
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return this.mayBePromised(callee.expression)
    const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : ''
    return this.names.making.has(name)
  }

  /** Cheap: a value that may be a promise, by its form and the names in it. */
  private mayBePromise(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    if (ts.isConditionalExpression(value)) return this.mayBePromise(value.whenTrue) || this.mayBePromise(value.whenFalse)
    if (ts.isBinaryExpression(value)) return HANDS_ON.has(value.operatorToken.kind) && (this.mayBePromise(value.left) || this.mayBePromise(value.right))
    if (ts.isCallExpression(value)) {
      const callee = skipOuter(value.expression)
      const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : ''
      return name === '' || name === 'then' || name === 'catch' || name === 'finally' || this.names.giving.has(name) || this.names.making.has(name)
    }
    return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value) || ts.isNewExpression(value) || ts.isAwaitExpression(value) || ts.isTaggedTemplateExpression(value)
  }

  private callbacksIn(call: Call, expressions: readonly ts.Expression[], kind: AbandonedCallback['kind'], confidence: AbandonedCallback['confidence']): AbandonedCallback[] {
    return expressions.flatMap((expression) => {
      const value = skipOuter(expression)
      if (ts.isArrayLiteralExpression(value)) return this.callbacksIn(call, value.elements, kind, confidence)
      const found: AbandonedCallback[] = []
      for (const unit of this.runBy(value)) {
        if (!this.rejections.givesPromise(unit)) continue
        if (kind !== 'true') this.lost.add(unit)
        const rejection = this.asCalled(this.rejections.of(unit))
        const { certainty } = rejection
        // A promise that is taken for true is wrong, whether it is rejected or not.
        if ((certainty === 'no' && kind !== 'true') || (kind === 'executor' && isAnsweredBy(unit))) continue
        found.push({ call, expression: value, unit, kind, certainty: certainty === 'no' ? 'yes' : certainty, trace: this.rejections.trace(unit, rejection), confidence })
      }
      return found
    })
  }

  /**
   * A rejection by what a function is given: `private weekly(run) { setTimeout(async () => { await run() }, week) }`
   * fails as what those who call it give for `run`.
   */
  private asCalled(found: Rejection): Rejection {
    const waiting = [...(found.given ?? [])]
    const seen = new Set<string>()
    const failing: Rejection[] = []
    // The array grows while it is walked.
    for (const one of waiting) {
      // It gives itself what it was given, to be called again.
      const key = `${one.unit.id} ${one.index}`
      if (seen.has(key)) continue
      seen.add(key)
      // Who installs a package calls what it exports.
      const callers = one.unit.file.package.isPublished && !isPrivate(one.unit.node) ? [] : this.graph().givenBy(one.unit)
      if (callers.length === 0) return found
      for (const { call, use } of callers) {
        if (use || !ts.isCallExpression(call.node)) return found
        const { certainty, callback, given } = this.rejections.ofGiven(one, call.node, found)
        if (given) waiting.push(...given)
        else if (certainty !== 'no') failing.push({ certainty, node: found.node, through: found.through, self: found.self, ...(callback && { callback }) })
      }
    }
    return waiting.length === 0 ? found : (failing.find(({ certainty }) => certainty === 'yes') ?? failing[0] ?? NEVER)
  }

  /** The functions that are called when a value is; of a wrapper, what it returns and not what it wraps. */
  private runBy(value: ts.Expression, hops = 0): readonly Unit[] {
    if (!ts.isCallExpression(value)) {
      const makers = ts.isPropertyAccessExpression(value) ? this.makersOf(value.expression) : []
      const made = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? this.madeBy(this.resolver.symbolOf(value), 0) : undefined
      const isInside = (node: ts.Node) => makers.some((maker) => node.getSourceFile() === maker.node.getSourceFile() && contains(maker.node, node))
      // `wrapAll(orders).create`: what the wrapper makes of each member looks after its promise, or may.
      if (makers.length > 0 && !(made && isInside(made))) return this.resolver.functionsOf(value).filter(({ node }) => isInside(node))
      if (made) return this.runBy(made, hops)
      // A member of an interface leads to what a wrapper was given, beside what it made of that.
      return [...new Set(this.resolver.functionsOf(value).flatMap((unit) => this.runByWrapperOf(unit, hops)))]
    }
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return this.resolver.functionsOf(callee.expression)
    // What a wrapper of a package does with the promise is not known.
    return this.resolver.functionsOf(callee).flatMap((maker) =>
      maker.returns.flatMap((returned) => (ts.isCallExpression(skipOuter(returned)) ? (hops < MOST_WRAPPERS ? this.runBy(skipOuter(returned), hops + 1) : []) : this.resolver.functionsOf(returned))),
    )
  }

  /** `create = catchAsync(async () => ...)`: of a function that a member is not, but made of, what the member runs. */
  private runByWrapperOf(unit: Unit, hops: number): readonly Unit[] {
    const wrapper = hops < MOST_WRAPPERS && ts.isExpression(unit.node) ? wrapperIn(unit.node) : undefined
    return wrapper ? this.runBy(wrapper, hops + 1) : [unit]
  }

  /** `const orders = wrapAll(controllers)`: functions that are given members, and give others back. */
  private makersOf(owner: ts.Expression): readonly Unit[] {
    const made = skipOuter(this.resolver.initializerOf(owner) ?? owner)
    return ts.isCallExpression(made) && made.arguments.length > 0 ? this.resolver.functionsOf(made.expression) : []
  }

  /** `const create = catchAsync(...)`: the call behind a name, also one that is exported or put into an object. */
  private madeBy(symbol: ts.Symbol | undefined, hops: number): ts.CallExpression | undefined {
    const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0]
    if (!declaration || hops > 4) return undefined
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.resolver.checker.getShorthandAssignmentValueSymbol(declaration)
      return this.madeBy(value && this.resolver.unalias(value), hops + 1)
    }
    if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent)) {
      const name = declaration.propertyName ?? declaration.name
      const member = ts.isIdentifier(name) ? this.resolver.checker.getPropertyOfType(this.resolver.typeOf(declaration.parent), name.text) : undefined
      return this.madeBy(member && this.resolver.unalias(member), hops + 1)
    }
    const assignment = declaration.parent
    const value =
      ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)
        ? declaration.initializer
        : ts.isExportAssignment(declaration)
          ? declaration.expression
          : ts.isBinaryExpression(declaration)
            ? declaration.right
            : assignment && ts.isBinaryExpression(assignment) && (assignment.left as ts.Node) === declaration
              ? assignment.right
              : undefined
    const made = value && skipOuter(value)
    if (!made) return undefined
    if (ts.isCallExpression(made)) return made
    return ts.isIdentifier(made) || ts.isPropertyAccessExpression(made) ? this.madeBy(this.resolver.symbolOf(made), hops + 1) : undefined
  }

  private isImported(name: string | undefined): boolean {
    if (name === undefined) return false
    this.imported ??= new Set(this.program.facts.flatMap((fact) => fact.specifiers))
    return this.imported.has(name)
  }
}

/** The function of a declared type: `(order: Order) => Promise<void>`, also where it may be left out. */
function functionTypeIn(type: ts.TypeNode | undefined): ts.FunctionTypeNode | undefined {
  if (!type || ts.isFunctionTypeNode(type)) return type
  if (ts.isParenthesizedTypeNode(type)) return functionTypeIn(type.type)
  return ts.isUnionTypeNode(type) ? type.types.map(functionTypeIn).find((part) => part !== undefined) : undefined
}

/** The call that makes a member out of a function: `create = catchAsync(async () => ...)`, `{ create: catchAsync(async () => ...) }`. */
function wrapperIn(node: ts.Expression): ts.CallExpression | undefined {
  let at: ts.Node = node
  while (ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent) || (ts.isCallExpression(at.parent) && at.parent.arguments.includes(at as ts.Expression))) at = at.parent
  const made = skipOuter(at as ts.Expression)
  return at !== node && ts.isCallExpression(made) && (ts.isPropertyDeclaration(at.parent) || ts.isPropertyAssignment(at.parent)) ? made : undefined
}

/** A member that only its class can call. */
function isPrivate(node: Unit['node']): boolean {
  return ts.isMethodDeclaration(node) && ((ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0 || ts.isPrivateIdentifier(node.name))
}

/** The library sees to it: registrations, answers, logs. */
function isSettledByLibrary({ tags }: LibraryTarget): boolean {
  return tags.some((tag) => /^(?:responds|entry|middleware|mount)$/.test(tag.name) || (tag.name === 'effect' && /^(?:log|sleep)\b/.test(tag.value)))
}

/** More arguments than the member takes: the receiver is something else of the same type name. */
function isMistaken({ declaration }: LibraryTarget, node: ts.CallExpression): boolean {
  if (!ts.isFunctionLike(declaration)) return false
  const { parameters } = declaration
  return parameters.at(-1)?.dotDotDotToken === undefined && node.arguments.length > parameters.length
}

const QUERY_HOOK = /^(?:find|update|delete|replace|count|estimatedDocumentCount|distinct|aggregate)/

/** `schema.pre(/^find/, function () { this.populate('seats') })`: `this` is a query that is sent later. */
function isOfQueryHook(node: ts.CallExpression): boolean {
  const callee = skipOuter(node.expression)
  if (!ts.isPropertyAccessExpression(callee) || skipOuter(callee.expression).kind !== ts.SyntaxKind.ThisKeyword) return false
  const hook = ts.findAncestor(node, ts.isFunctionExpression)
  if (!hook || !ts.isCallExpression(hook.parent) || !/^(?:pre|post)$/.test(calleeName(hook.parent.expression))) return false
  const [given] = hook.parent.arguments
  const events = given && ts.isArrayLiteralExpression(given) ? given.elements : given ? [given] : []
  return events.some((event) => (ts.isRegularExpressionLiteral(event) ? /find|update|delete|count|aggregate/i.test(event.text) : ts.isStringLiteralLike(event) && QUERY_HOOK.test(event.text)))
}

/** `builder.model('Order').then(rename)`: a builder of nobody knows what, whose steps may be called anything. */
function isOfBuilder(root: ts.Expression): boolean {
  let at: ts.Expression = root
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = skipOuter(at.expression)
  return ts.isIdentifier(at) && /builder$/i.test(at.text)
}

/** `.then` and `.finally` of a promise that is told of where it is made. */
function isContinuation({ name }: Call): boolean {
  return name === 'then' || name === 'finally'
}

/** What stands in front of `.then(...).finally(...)`. */
function rootOf(node: ts.Expression): ts.Expression {
  let at = node
  for (;;) {
    const callee: ts.Expression | undefined = ts.isCallExpression(at) ? skipOuter(at.expression) : undefined
    if (!callee || !ts.isPropertyAccessExpression(callee) || !/^(?:then|finally)$/.test(callee.name.text)) return at
    at = skipOuter(callee.expression)
  }
}

/** `load().then(use)`, `load().catch(report)` */
function isContinued({ parent }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(parent) && /^(?:then|catch|finally)$/.test(parent.name.text) && ts.isCallExpression(parent.parent)
}

/** A list that is made and used at once, as nearly every one is. */
function isUsedMap({ node, name }: Call): boolean {
  return MAPS.has(name) && (LOOKED_AFTER.has(node.parent.kind) || ts.isPropertyAccessExpression(node.parent))
}

/** Part of what a page shows: `function OrderPage() { useEffect(() => { load() }) }`, also beside code of the server. */
function isOfComponent(unit: Unit): boolean {
  if (!/\.[jt]sx$/.test(unit.file.path)) return false
  for (let at: Unit | undefined = unit; at; at = at.parent) if (at.kind !== 'module' && /(?:^|\.)(?:[A-Z][a-z]\w*|use[A-Z]\w*)$| of use[A-Z]\w*$/.test(at.name)) return true
  return false
}

/** `bot.on('message', async (ctx) => ...)`, `app.on('push', async ({ payload }) => ...)` */
function takesContext(handler: ts.Expression): boolean {
  const value = skipOuter(handler)
  if (!ts.isArrowFunction(value) && !ts.isFunctionExpression(value)) return true
  const name = value.parameters[0]?.name
  return name !== undefined && (ts.isObjectBindingPattern(name) || /^(?:c|ctx|context)$/i.test(name.getText()))
}

/** `new LocalStrategy(async (name, password, done) => ...)`: what passport asks, and waits for `done` alone. */
const STRATEGY = /Strategy$/

function answersByCallback(given: ts.Expression): boolean {
  const value = skipOuter(given)
  if (!ts.isArrowFunction(value) && !ts.isFunctionExpression(value)) return false
  return value.parameters.length > 1 && /^(?:done|cb|callback|next|verified)$/.test(value.parameters.at(-1)?.name.getText() ?? '')
}

/** `new Promise((resolve) => server.close(resolve))`: what is called settles the promise, and gives one by the way. */
function isAnsweredBy({ node, isAsync, returns }: Unit): boolean {
  if (isAsync || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node))) return false
  const names = node.parameters.map(({ name }) => name.getText())
  return returns.every((returned) => {
    const value = skipOuter(returned)
    return ts.isCallExpression(value) && !/^(?:then|catch|finally)$/.test(calleeName(value.expression)) && value.arguments.some((argument) => ts.isIdentifier(argument) && names.includes(argument.text))
  })
}

/** What these are given for an error is waited for. */
const HANDLES_ERRORS = /^(?:then|catch|finally|use|onError|onerror|error|setErrorHandler|addHook|handleError|catchError|retry)$/

/** `Order.findOne({ id }, (error, order) => ...).select('total')`: one of the calls of the chain is given what is told of the result. */
function isGivenCallback(end: ts.Expression): boolean {
  for (let at: ts.Expression = skipOuter(end); ts.isCallExpression(at) || ts.isPropertyAccessExpression(at); at = skipOuter(at.expression)) if (ts.isCallExpression(at) && isCallbackStyle(at)) return true
  return false
}
