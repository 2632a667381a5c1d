/**
 * Whether a function gives a promise, and whether that promise can be rejected: a body whose every await stands in a
 * `try` that does not throw again cannot.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { atPath, isEither, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import { isSkippedBy, isWritten } from './answers.js'
import type { KeptMembers } from './application/kept-members.js'
import type { CallIndex } from './calls.js'
import { declaresPromise } from './declared-types.js'
import { isCallbackStyle, isCalledBack, takesCallback } from './error-first.js'
import { REQUEST_PROPERTIES } from './flow-sources.js'
import type { GivenArguments } from './given-arguments.js'
import { givenAt } from './given-by-callers.js'
import { tagIn } from './operations.js'
import { throwsOut } from './own-failures.js'
import type { PersistentCalls } from './persistent-calls.js'
import type { Resolver } from './resolver.js'
import { calleeName } from './syntax.js'
import type { Call, LibraryTarget, Step, Unit } from './types.js'
import { isOlder } from './versions.js'

/** Whether, and by what, a promise is rejected. */
export interface Rejection {
  /** `unlikely`: only by what is done about another failure (in `catch` or `finally`), or by loading a module. */
  readonly certainty: 'no' | 'unlikely' | 'yes'
  /** The `await`, `throw` or returned promise that does it. */
  readonly node: ts.Node | undefined
  /** The function of the project whose promise that is. */
  readonly through: Unit | undefined
  /** The class of which `this` is inside of that function, where the class inherits it. */
  readonly self?: ts.ClassLikeDeclaration | undefined
  /** The function given to it, in which the failure is. */
  readonly callback?: Unit
  /** Parameters that are called: what is given for one of these fails, and nothing else does. */
  readonly given?: readonly GivenFunction[]
}

/** A unit that is being read. */
interface Opened {
  readonly unit: Unit
  /** The class of which `this` is, where it inherits the unit. */
  readonly self: ts.ClassLikeDeclaration | undefined
  /** The call that enters it, where what that gives counts. */
  readonly by: ts.CallExpression | undefined
}

/** A parameter of a function. */
export interface GivenFunction {
  readonly unit: Unit
  readonly index: number
}

export const NEVER: Rejection = { certainty: 'no', node: undefined, through: undefined }

/** Names and functions between what is waited for and where it was made, beyond which nobody looks. */
const FAR = 4
/** Functions that wait for time, in whatever package. */
const WAITS = /^(?:sleep|delay|wait|pause|nextTick)(?:For|Ms|Seconds)?$/

export class Rejections {
  /** By the class of which `this` is. */
  private readonly known = new Map<ts.ClassLikeDeclaration | undefined, Map<Unit, Rejection>>()
  private readonly giving = new Map<Unit, boolean>()
  private readonly open: Opened[] = []
  private isCut = false

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly givenArguments: GivenArguments,
    private readonly units: () => readonly Unit[],
    private readonly persistent: PersistentCalls,
    private readonly kept: KeptMembers,
  ) {}

  /** Calling the unit gives a promise. */
  givesPromise(unit: Unit): boolean {
    let known = this.giving.get(unit)
    if (known === undefined) {
      this.giving.set(unit, false)
      known = this.readGives(unit)
      this.giving.set(unit, known)
    }
    return known
  }

  /**
   * The promise that calling the unit gives. Sound over recursion: what was cut short is asked again.
   *
   * @param self the class of which `this` is, where it inherits the unit
   */
  of(unit: Unit, self?: ts.ClassLikeDeclaration): Rejection {
    let bySelf = this.known.get(self)
    if (!bySelf) this.known.set(self, (bySelf = new Map<Unit, Rejection>()))
    const known = bySelf.get(unit)
    if (known) return known
    const { found, isWhole } = this.enter({ unit, self, by: undefined })
    if (isWhole) bySelf.set(unit, found)
    return found
  }

  /** The promise of a unit as one call enters it: what does not run for what the call gives rejects nothing. */
  private ofEntered(unit: Unit, self: ts.ClassLikeDeclaration | undefined, by: ts.CallExpression): Rejection {
    const found = this.of(unit, self)
    if (!found.node || !isSkippedBy(by, unit.parameters, found.node, isWritten)) return found
    const { found: other } = this.enter({ unit, self, by })
    return other.certainty === 'no' ? this.thrownThrough(unit, by) : other
  }

  /** What an async function calls, as a statement of its own, that throws: `check(order)`. */
  private thrownThrough(unit: Unit, by: ts.CallExpression): Rejection {
    for (const call of unit.isAsync ? unit.calls : []) {
      const statement = ts.isExpressionStatement(call.node.parent) ? call.node.parent : undefined
      if (statement?.parent.parent !== unit.node || isSkippedBy(by, unit.parameters, call.node, isWritten)) continue
      const [through] = this.resolver.resolve(call).units.filter((one) => !one.isAsync && throwsOut(one))
      if (through) return { certainty: 'yes', node: call.node, through }
    }
    return NEVER
  }

  /** Reads a unit, and whether nothing of that was cut short because it was being read already. */
  private enter(opened: Opened): { readonly found: Rejection; readonly isWhole: boolean } {
    if (this.open.some(({ unit, self, by }) => unit === opened.unit && self === opened.self && by === opened.by)) {
      this.isCut = true
      return { found: NEVER, isWhole: false }
    }
    const outerCut = this.isCut
    this.isCut = false
    this.open.push(opened)
    const found = this.read(opened.unit)
    this.open.pop()
    const isWhole = !this.isCut || isSettled(found) || this.open.length === 0
    this.isCut = outerCut || (this.isCut && this.open.length > 0)
    return { found, isWhole }
  }

  /** The promise of a unit that a call runs, with the functions that the call gives it. */
  ofUnitAt(unit: Unit, node: ts.CallExpression): Rejection {
    const self = this.selfOf(unit, node)
    const found = this.ofEntered(unit, self, node)
    if (found.certainty === 'no') return NEVER
    const own = { certainty: found.certainty, node, through: unit, self }
    if (!found.given) return own
    const outer = found.given.filter((one) => one.unit !== unit)
    return found.given.reduce<Rejection>(
      (so, one) => (one.unit === unit ? worst(so, () => this.ofGiven(one, node, own)) : so),
      outer.length > 0 ? { ...own, given: outer } : NEVER,
    )
  }

  /**
   * What becomes of a function that fails as what it is given for a parameter does, where a call gives it that.
   *
   * @param own the rejection of the function as a whole
   */
  ofGiven({ unit, index }: GivenFunction, node: ts.CallExpression, own: Rejection): Rejection {
    const place = { node: own.node, through: own.through, self: own.self }
    const parameter = unit.parameters[index]
    const { value: argument, isSeen } = parameter ? givenAt(node, parameter) : { value: undefined, isSeen: true }
    // A function that may be left out.
    if (!argument && isSeen) return NEVER
    const symbol = argument && isSeen && ts.isIdentifier(argument) ? this.resolver.symbolOf(argument) : undefined
    const declaration = symbol?.valueDeclaration
    const owner = declaration && ts.isParameter(declaration) && ts.isIdentifier(declaration.name) ? this.resolver.unitAt(declaration.parent) : undefined
    if (owner) return { ...place, certainty: 'yes', given: [{ unit: owner, index: owner.parameters.indexOf(declaration as ts.ParameterDeclaration) }] }
    const units = argument && isSeen ? this.resolver.functionsOf(argument) : []
    if (units.length === 0) return { ...place, certainty: 'yes' }
    return units.reduce<Rejection>(
      (so, callback) =>
        worst(so, () => {
          const found = this.of(callback)
          return found.certainty === 'no' ? NEVER : { ...outward(found, callback), ...place, certainty: found.certainty, callback }
        }),
      NEVER,
    )
  }

  /** The class of which `this` is in a unit that a call runs, where another one than the unit's own. */
  private selfOf(unit: Unit, { expression }: ts.CallExpression): ts.ClassLikeDeclaration | undefined {
    const owner = this.ownerOf(skipOuter(expression))
    return owner && unit.classNode && unit.classNode !== owner && this.resolver.withBases(owner).includes(unit.classNode) ? owner : undefined
  }

  /** The class at hand in `this.place` and `super.place`. */
  private ownerOf(callee: ts.Expression): ts.ClassLikeDeclaration | undefined {
    const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression.kind : undefined
    if (receiver !== ts.SyntaxKind.ThisKeyword && receiver !== ts.SyntaxKind.SuperKeyword) return undefined
    const owner = ts.findAncestor(callee, ts.isClassLike)
    const self = this.open.at(-1)?.self
    return owner && self && this.resolver.withBases(self).includes(owner) ? self : owner
  }

  /** Functions of the project that a call runs; a member of `this` as the class at hand has it. */
  private unitsAt(call: Call, callee: ts.Expression): readonly Unit[] {
    const { units } = this.resolver.resolve(call)
    const owner = units.length > 1 && ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword ? this.ownerOf(callee) : undefined
    const members = owner ? this.resolver.membersOf(owner, call.name) : undefined
    return members && members.size > 0 ? units.filter((unit) => members.has(unit)) : units
  }

  /** The promise an expression evaluates to. */
  ofExpression(expression: ts.Expression): Rejection {
    const value = skipOuter(expression)
    if (ts.isCallExpression(value)) return this.ofCall(value)
    if (ts.isNewExpression(value)) return this.ofConstruction(value)
    if (ts.isConditionalExpression(value)) return worst(this.ofExpression(value.whenTrue), () => this.ofExpression(value.whenFalse))
    if (ts.isBinaryExpression(value)) return worst(this.ofExpression(value.left), () => this.ofExpression(value.right))
    if (ts.isAwaitExpression(value)) return this.ofExpression(value.expression)
    if (ts.isIdentifier(value)) {
      const initializer = this.resolver.initializerOf(value)
      if (initializer && initializer !== value) return this.ofExpression(initializer)
      return this.isResult(value) || this.isRejectedByNobody(value) ? NEVER : yes(value)
    }
    if (ts.isPropertyAccessExpression(value)) return this.ofKept(value)
    if (ts.isElementAccessExpression(value)) return this.ofEntry(value)
    if (ts.isTaggedTemplateExpression(value)) return yes(value)
    return NEVER
  }

  /** `const { promise, resolve } = deferred()`: what rejects the promise is made beside it, and nobody takes that. */
  private isRejectedByNobody(value: ts.Identifier): boolean {
    const element = this.resolver.symbolOf(value)?.valueDeclaration
    if (!element || !ts.isBindingElement(element) || !ts.isObjectBindingPattern(element.parent)) return false
    const { elements, parent } = element.parent
    const made = ts.isVariableDeclaration(parent) && parent.initializer ? skipOuter(parent.initializer) : undefined
    if (!made || !ts.isCallExpression(made) || elements.some(({ dotDotDotToken }) => dotDotDotToken)) return false
    const rejecting = this.rejectingBeside(made, memberOf(element))
    return rejecting !== undefined && !elements.some((one) => memberOf(one) === rejecting)
  }

  /** The member beside a promise, in what a call gives, that rejects it and that nothing else does: `reject` of `Promise.withResolvers()`. */
  private rejectingBeside(node: ts.CallExpression, member: string): string | undefined {
    const callee = skipOuter(node.expression)
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'withResolvers' && callee.expression.getText() === 'Promise') return member === 'promise' ? 'reject' : undefined
    const call = this.calls.at(node)
    const [maker, other] = call ? this.resolver.resolve(call).units : []
    const given = maker && !other && maker.returns.length === 1 ? skipOuter(maker.returns[0] as ts.Expression) : undefined
    if (!maker || !given || !ts.isObjectLiteralExpression(given)) return undefined
    const promise = valueIn(given, member)
    const made = promise && skipOuter((ts.isIdentifier(promise) ? this.initializerIn(maker, promise.text) : undefined) ?? promise)
    const keeper = made && ts.isNewExpression(made) ? this.keeperOfReject(made) : undefined
    // Declared, kept, and given away: nobody else has it.
    if (keeper === undefined || this.calls.usesOf(maker, keeper).length !== 3) return undefined
    return given.properties.map((property) => property.name?.getText() ?? '').find((name) => valueIn(given, name)?.getText() === keeper)
  }

  /** What a variable of a function, or of one inside, is made with. */
  private initializerIn(unit: Unit, name: string): ts.Expression | undefined {
    const declaration = this.calls.usesOf(unit, name).find(({ parent }) => ts.isVariableDeclaration(parent))?.parent
    return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  }

  /** `fail` of `new Promise((resolve, reject) => { fail = reject })`, which does nothing else with it. */
  private keeperOfReject({ arguments: [first] = ts.factory.createNodeArray() }: ts.NewExpression): string | undefined {
    const unit = first && this.resolver.unitAt(skipOuter(first))
    const reject = unit?.parameters[1]?.name
    if (!unit || !reject || !ts.isIdentifier(reject)) return undefined
    const [use, other] = this.calls.usesOf(unit, reject.text).filter((one) => one !== reject)
    const kept = use?.parent
    return kept && !other && ts.isBinaryExpression(kept) && kept.operatorToken.kind === ts.SyntaxKind.EqualsToken && kept.right === use && ts.isIdentifier(kept.left) ? kept.left.text : undefined
  }

  /** `this.loading[key]`, of which a statement in front says what it is: `this.loading[key] = load(key).catch(report)`. */
  private ofEntry(entry: ts.ElementAccessExpression): Rejection {
    const kept = entryKept(entry)
    return kept ? this.ofExpression(kept) : yes(entry)
  }

  /** `this.running`, of which the class says each time which promise it is: `this.running = this.check()`. */
  private ofKept(property: ts.PropertyAccessExpression): Rejection {
    const kept = this.resolver.keptIn(property)?.filter((value) => value.kind !== ts.SyntaxKind.NullKeyword && !(ts.isIdentifier(value) && value.text === 'undefined'))
    if (!kept || kept.length === 0 || !kept.every((value) => this.isPromise(value))) return yes(property)
    const name = this.resolver.symbolOf(property)
    // `this.last = this.last.then(next)`: the promise before fails as one of the others does.
    if (!name || this.keptAsked.has(name)) return NEVER
    this.keptAsked.add(name)
    try {
      return kept.reduce<Rejection>((so, value) => worst(so, () => this.ofExpression(value)), NEVER)
    } finally {
      this.keptAsked.delete(name)
    }
  }

  /**
   * Hops from a unit to what rejects its promise.
   *
   * @param first what does so in the unit itself
   */
  trace(unit: Unit, first: Rejection = this.of(unit)): Step[] {
    const steps: Step[] = []
    const seen = new Set<Rejection>()
    let [at, found] = [unit, first]
    while (found.node && !seen.has(found)) {
      const { node, through, callback, self } = found
      seen.add(found)
      steps.push({ file: this.resolver.unitOf(node)?.file ?? at.file, node, label: through ? through.name : ts.isNewExpression(node) ? this.labelOfConstruction(node, at === unit ? undefined : at) : labelOf(node) })
      const next = callback ?? through
      if (!next) break
      at = next
      found = callback ? this.of(callback) : ts.isCallExpression(node) ? this.ofEntered(next, self, node) : this.of(next, self)
    }
    return steps
  }

  private readGives(unit: Unit): boolean {
    if (unit.isGenerator || unit.kind === 'module' || unit.kind === 'constructor') return false
    if (unit.isAsync) return true
    const { node } = unit
    const type = ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) ? undefined : node.type
    if (type) {
      const text = type.getText()
      if (/^(?:Promise|PromiseLike|Bluebird)\b/.test(text)) return true
      if (/^(?:void|string|number|boolean|undefined|null|never)\b/.test(text) && !/Promise/.test(text)) return false
    }
    const promised = unit.returns.filter((value) => this.isPromise(value))
    // `return typeof value.then === 'function' ? value.then(show) : show(value)`: a promise is handed on, where one is given.
    return promised.length > 0 && (promised.length === unit.returns.length || !promised.every((value) => isContinuedGift(value, unit)))
  }

  /** Whether an expression evaluates to a promise, as far as form and the project's own functions tell. */
  isPromise(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    if (ts.isNewExpression(value)) return ts.isIdentifier(value.expression) && value.expression.text === 'Promise'
    if (ts.isConditionalExpression(value)) return this.isPromise(value.whenTrue) || this.isPromise(value.whenFalse)
    if (!ts.isCallExpression(value)) return false
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee)) {
      if (/^(?:then|catch|finally)$/.test(callee.name.text)) return true
      if (ts.isIdentifier(callee.expression) && callee.expression.text === 'Promise') return true
    }
    const call = this.calls.at(value)
    if (!call) return false
    const { units, library } = this.resolver.resolve(call)
    if (units.length > 0) return units.some((unit) => this.givesPromise(unit) && !isCalledBack(unit, value))
    if (library) return !isCallbackStyle(value) && this.libraryGives(library, value)
    // `handlers.map((handle) => handle(event))`: only its type says what it gives.
    return ts.isIdentifier(callee) && isThenable(this.resolver.typeOf(value), this.resolver.checker)
  }

  /** A library member whose result is a promise; what answers a request or logs is not waited for. */
  libraryGives(library: LibraryTarget, node: ts.Expression): boolean {
    const older = this.resolver.ownerTag(library, 'callbacks')
    if (older && this.isSince(older.value, node) === false) return false
    if (ts.isCallExpression(node) && this.fillsCallback(library, node)) return false
    const declared = (library.declaration as ts.SignatureDeclaration).type?.getText() ?? ''
    if (declared !== '' && /^(?:void|string|number|boolean|this|any|unknown|undefined)$/.test(declared)) return false
    return declaresPromise(library.declaration) || isThenable(this.resolver.typeOf(node), this.resolver.checker)
  }

  /** `parallel(tasks, answer)`, given the callback that a member takes last, or else gives a promise. */
  private fillsCallback({ declaration }: LibraryTarget, node: ts.CallExpression): boolean {
    const last = node.arguments.at(-1)
    if (!last || !ts.isFunctionLike(declaration) || !takesCallback(declaration, node.arguments.length)) return false
    const type = this.resolver.typeOf(last)
    return (type.flags & ts.TypeFlags.Any) !== 0 || type.getCallSignatures().length > 0
  }

  /** `await connection.execute(sql)`, of a library that answers through callbacks: what it gives emits its failure. */
  private isEmitter(node: ts.Expression): boolean {
    const type = this.resolver.typeOf(node)
    return !isThenable(type, this.resolver.checker) && this.resolver.checker.getPropertyOfType(type, 'on') !== undefined
  }

  /** Whether the file is written for `since=name@major` or `before=name@major`, or a later version; undefined when nobody can tell. */
  private isSince(value: string, node: ts.Node): boolean | undefined {
    const file = this.resolver.unitOf(node)?.file
    const older = file && isOlder(value, file)
    return older === undefined ? undefined : !older
  }

  /** What a function returns: of a choice each part for itself, `isReady ? next() : check(order)`. */
  private ofChoice(expression: ts.Expression): Rejection {
    const value = skipOuter(expression)
    if (ts.isConditionalExpression(value)) return worst(this.ofChoice(value.whenTrue), () => this.ofChoice(value.whenFalse))
    return this.isPromise(value) ? this.ofExpression(value) : NEVER
  }

  private read(unit: Unit): Rejection {
    const { node } = unit
    if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body || isStub(node.body)) return NEVER
    if (!unit.isAsync) return unit.returns.reduce<Rejection>((found, value) => worst(found, () => this.reached(value, this.ofChoice(value))), NEVER)
    return ts.isBlock(node.body) ? this.walk(node.body, false) : this.ofReturned(node.body)
  }

  /**
   * @param isLate the node stands where another failure, or the end of the work, is dealt with
   */
  private walk(node: ts.Node, isLate: boolean): Rejection {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return NEVER
    if (ts.isThrowStatement(node)) return this.reached(node, yes(node))
    if (ts.isAwaitExpression(node)) {
      const own = this.reached(node, this.ofExpression(node.expression))
      const found = own.certainty === 'yes' && isLate ? unlikely(own) : own
      return worst(found, () => this.walk(node.expression, isLate))
    }
    if (ts.isForOfStatement(node) && node.awaitModifier) return this.reached(node, yes(node))
    if (ts.isReturnStatement(node)) return node.expression ? worst(this.reached(node, this.ofReturned(node.expression)), () => this.walk(node.expression as ts.Expression, isLate)) : NEVER
    if (ts.isTryStatement(node)) {
      const { catchClause } = node
      // What is returned without `await` is not caught here.
      const tried = catchClause ? this.escaping(node.tryBlock) : this.walk(node.tryBlock, isLate)
      const caught = catchClause ? this.walk(catchClause.block, true) : NEVER
      return worst(
        worst(tried, () => (caught.certainty === 'yes' ? this.becauseOf(node.tryBlock, caught, isLate) : caught)),
        () => (node.finallyBlock ? this.walk(node.finallyBlock, true) : NEVER),
      )
    }
    if (ts.isCallExpression(node) && (this.isMalformed(node) || this.throwsResult(node))) return this.reached(node, isLate ? unlikely(yes(node)) : yes(node))
    return this.walkChildren(node, (child) => this.walk(child, isLate))
  }

  /** `decodeURIComponent(req.query.place)`: throws on what anybody may send. */
  private isMalformed(node: ts.CallExpression): boolean {
    if (!node.arguments.some(holdsRequest)) return false
    const call = this.calls.at(node)
    const tag = call && this.resolver.resolve(call).library?.tags.find(({ name }) => name === 'throws')
    return tag !== undefined && atPath(node, tag.value).some(holdsRequest)
  }

  /** `throwIfFailed(error)`, `unwrap(await orders.select())`: what failed is a value, and a function that is given it throws. */
  throwsResult(node: ts.CallExpression): boolean {
    const call = node.arguments.length > 0 ? this.calls.at(node) : undefined
    const throwing = call && this.resolver.resolve(call).units.some((unit) => /\bthrow\b/.test(unit.node.getText()))
    return throwing === true && node.arguments.some((argument) => this.holdsResult(argument))
  }

  /** What a promise resolves with that gives its failure as a value, or the `error` of it. */
  private holdsResult(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    if (ts.isAwaitExpression(value)) return ts.isCallExpression(skipOuter(value.expression)) && this.failsByValue(skipOuter(value.expression) as ts.CallExpression)
    if (ts.isPropertyAccessExpression(value)) return value.name.text === 'error' && this.holdsResult(value.expression)
    const declaration = ts.isIdentifier(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    if (!declaration) return false
    if (ts.isVariableDeclaration(declaration)) return declaration.initializer !== undefined && this.holdsResult(declaration.initializer)
    if (!ts.isBindingElement(declaration) || (declaration.propertyName ?? declaration.name).getText() !== 'error') return false
    const made = declaration.parent.parent
    return ts.isVariableDeclaration(made) && made.initializer !== undefined && this.holdsResult(made.initializer)
  }

  /**
   * Whether what fails in the chain of calls that one belongs to comes as a value, and no step behind it throws that:
   * `client.from('orders').select().eq('id', id)`.
   */
  failsByValue(node: ts.CallExpression): boolean {
    let found = false
    for (let at: ts.CallExpression | undefined = node; at; at = nextInChain(at)) {
      if (/^(?:then|finally)$/.test(calleeName(at.expression))) {
        if (found && this.ofCall(at).certainty !== 'no') return false
        continue
      }
      const call = this.calls.at(at)
      const library = call && this.resolver.resolve(call).library
      if (library) found = this.givesResult(at, library)
    }
    return found
  }

  /** A call of a library that gives a promise which resolves with what failed. */
  private givesResult(node: ts.CallExpression, library: LibraryTarget): boolean {
    const [word, since] = tagIn(library.tags, 'settles')?.value.split(' ') ?? []
    const isTold = (word === 'result' && (since === undefined || this.isSince(since, node) === true)) || (!declaresPromise(library.declaration) && this.isResult(node))
    return isTold && !this.isToReject(node, 0)
  }

  /** What is waited for gives its failure as a value, and is rejected by what it runs alone: `saved.andThen(() => { throw new Error() })`. */
  private ofResult(node: ts.CallExpression, tags: readonly Tag[]): Rejection {
    const run = tags.flatMap(({ name, value }) => (name === 'calls' && !value.endsWith(' catches') ? atPath(node, value.split(' ')[0] ?? '') : []))
    const receiver = receiverOf(node)
    const before = receiver && ts.isCallExpression(skipOuter(receiver)) && this.isResult(receiver) ? this.ofExpression(receiver) : NEVER
    return run.reduce<Rejection>((so, callback) => worst(so, () => this.ofContinuation(callback)), before)
  }

  /** By its type. */
  private isResult(expression: ts.Expression): boolean {
    return this.resolver.typeTags(this.resolver.typeOf(expression), 'settles')?.value === 'result'
  }

  /** `orders.select().throwOnError()`, also where a name or a function stands for the first part of it. */
  private isToReject(expression: ts.Expression, hops: number): boolean {
    let at = skipOuter(expression)
    while (ts.isCallExpression(at)) {
      const call = this.calls.at(at)
      const { library, units } = call ? this.resolver.resolve(call) : {}
      if (library?.tags.some(({ name }) => name === 'rejects')) return true
      if (units && units.length > 0) return hops < FAR && units.some(({ returns }) => returns.some((value) => this.isToReject(value, hops + 1)))
      const callee = skipOuter(at.expression)
      if (!ts.isPropertyAccessExpression(callee)) return false
      at = skipOuter(callee.expression)
    }
    const made = ts.isIdentifier(at) ? this.resolver.initializerOf(at) : undefined
    return made !== undefined && hops < FAR && this.isToReject(made, hops + 1)
  }

  /** Nothing, where control never comes to a node. */
  private reached(node: ts.Node, found: Rejection): Rejection {
    const { unit, by } = this.open.at(-1) ?? {}
    if (found.certainty !== 'no' && unit && by && isSkippedBy(by, unit.parameters, node, isWritten)) return NEVER
    return found.certainty !== 'no' && this.givenArguments.isUnreachable(node) ? NEVER : found
  }

  /** A `catch` that throws: only where something in front of it can fail. */
  private becauseOf(block: ts.Block, caught: Rejection, isLate: boolean): Rejection {
    const cause = this.walk(block, isLate)
    return cause.certainty === 'no' ? unlikely(caught) : cause
  }

  /** Promises returned out of a block. */
  private escaping(node: ts.Node): Rejection {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return NEVER
    if (ts.isReturnStatement(node)) return node.expression && this.isPromise(node.expression) ? this.reached(node, this.ofExpression(node.expression)) : NEVER
    return this.walkChildren(node, (child) => this.escaping(child))
  }

  private walkChildren(node: ts.Node, visit: (child: ts.Node) => Rejection): Rejection {
    let found = NEVER
    ts.forEachChild(node, (child) => {
      found = worst(found, () => visit(child))
      return isSettled(found) || undefined
    })
    return found
  }

  /** What an async function returns: data, or a promise that becomes its own. */
  private ofReturned(expression: ts.Expression): Rejection {
    const value = skipOuter(expression)
    if (ts.isAwaitExpression(value)) return this.ofExpression(value.expression)
    if (ts.isConditionalExpression(value)) return worst(this.ofReturned(value.whenTrue), () => this.ofReturned(value.whenFalse))
    return this.isPromise(value) ? this.ofExpression(value) : this.walk(value, false)
  }

  private ofConstruction(node: ts.NewExpression): Rejection {
    const executor = node.arguments?.[0] && skipOuter(node.arguments[0])
    if (!executor || !(ts.isArrowFunction(executor) || ts.isFunctionExpression(executor))) return NEVER
    const reject = executor.parameters[1]?.name
    // A parameter that is never mentioned rejects nothing.
    const unit = this.resolver.unitOf(executor.body)
    return reject && (!unit || !ts.isIdentifier(reject) || this.calls.usesOf(unit, reject.text).length > 1) ? yes(node) : NEVER
  }

  /**
   * What rejects a promise that is made by hand: the call that it waits for (`pool.getConnection`), else the function
   * that makes it, where that is another one than who asks.
   */
  private labelOfConstruction(node: ts.NewExpression, maker: Unit | undefined): string {
    const executor = node.arguments?.[0] && skipOuter(node.arguments[0])
    const unit = executor && this.resolver.unitAt(executor)
    const reject = unit?.parameters[1]?.name
    for (const use of unit && reject ? this.calls.usesOf(unit, reject.getText()) : []) {
      const awaited = callThatRejects(use, unit?.node)
      if (awaited) return labelOf(awaited)
    }
    return maker && isBareName(maker.name) ? maker.name : labelOf(node)
  }

  private ofCall(node: ts.CallExpression): Rejection {
    const callee = skipOuter(node.expression)
    if (callee.kind === ts.SyntaxKind.ImportKeyword) return { certainty: 'unlikely', node, through: undefined }
    if (ts.isPropertyAccessExpression(callee)) {
      const name = callee.name.text
      if (name === 'catch') return this.ofHandler(node.arguments[0])
      if (name === 'finally') return this.ofExpression(callee.expression)
      if (name === 'then') {
        const [fulfilled, rejected] = node.arguments
        if (rejected) return this.ofHandler(rejected)
        return worst(this.ofExpression(callee.expression), () => this.ofContinuation(fulfilled))
      }
      if (ts.isIdentifier(callee.expression) && callee.expression.text === 'Promise') return this.ofCombined(name, node)
    }
    const call = this.calls.at(node)
    if (!call) return yes(node)
    const { library, parameter } = this.resolver.resolve(call)
    const units = this.unitsAt(call, callee)
    if (units.length > 0) return units.reduce<Rejection>((so, unit) => (so.certainty === 'no' && this.givesPromise(unit) && !isCalledBack(unit, node) ? this.ofUnitAt(unit, node) : so), NEVER)
    if (library) {
      const tags = library.tags
      if (tags.some((tag) => tag.name === 'responds' || (tag.name === 'effect' && /^(?:sleep|log)\b/.test(tag.value)))) return NEVER
      // `await schema.validate(body)`, which says in its result what is wrong.
      if (tags.some((tag) => tag.name === 'validates' && tag.value.split(' ')[1] === 'result')) return NEVER
      if (this.givesResult(node, library) || tagIn(tags, 'settles')?.value === 'never') return this.ofResult(node, tags)
      if (this.persistent.isOne(library, node)) return NEVER
      if (tags.some((tag) => tag.name === 'settles' && !tag.value.startsWith('result') && (tag.value === '' || this.isSince(tag.value, node) === true))) return { certainty: 'unlikely', node, through: undefined }
      // `queue.add(work)`: fails as what it runs does.
      const runs = tags.find((tag) => tag.name === 'calls' || tag.name === 'iterates')
      if (runs && !tags.some((tag) => /^(?:query|transaction|entry)$/.test(tag.name) || (tag.name === 'effect' && !/^lock\b/.test(tag.value)))) {
        const callback = node.arguments.find((argument) => ts.isArrowFunction(skipOuter(argument)) || ts.isFunctionExpression(skipOuter(argument)))
        if (callback) return this.ofCallback(callback)
      }
      if (library.package === 'timers/promises' || library.package === 'ecmascript') return library.package === 'ecmascript' && this.libraryGives(library, node) ? yes(node) : NEVER
      return this.isEmitter(node) ? NEVER : yes(node)
    }
    if (WAITS.test(call.name) || this.isSafeByName(call) || this.isSafeWhereKept(node)) return NEVER
    return parameter && ts.isIdentifier(callee) && parameter.unit.parameters[parameter.index]?.name.getText() === callee.text ? { ...yes(node), given: [parameter] } : yes(node)
  }

  /**
   * `services.mail.queueLetter(order)`, where nothing says what `services` is: a name of several words that one function
   * of the project has is that function's, and it cannot fail.
   */
  private isSafeByName({ name, node }: Call): boolean {
    if (!/[a-z][A-Z]/.test(name) || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
    this.byName ??= groupedByName(this.units())
    const [unit, other] = this.byName.get(name) ?? []
    // A decorator may check something in front of it.
    const isPlain = unit !== undefined && !other && unit.isAsync && !(ts.canHaveDecorators(unit.node) && ts.getDecorators(unit.node))
    const body = isPlain ? (unit.node as ts.FunctionLikeDeclaration).body : undefined
    return isPlain && body !== undefined && !isStub(body) && this.ofUnitAt(unit, node).certainty === 'no'
  }

  /** `context.seatEvents.emit('sold', order)`, where what the project keeps under that name cannot fail. */
  private isSafeWhereKept(node: ts.CallExpression): boolean {
    const units = this.kept.of(node)
    return units.length > 0 && units.every((unit) => this.ofUnitAt(unit, node).certainty === 'no')
  }

  private byName: ReadonlyMap<string, readonly Unit[]> | undefined
  /** Properties of which it is being found out what rejects the promises kept in them. */
  private readonly keptAsked = new Set<ts.Symbol>()

  private ofCombined(name: string, node: ts.CallExpression): Rejection {
    const [argument] = node.arguments
    if (name === 'allSettled') return NEVER
    if (name === 'resolve') return argument ? (ts.isCallExpression(skipOuter(argument)) ? this.ofExpression(argument) : NEVER) : NEVER
    if (name === 'reject' || !argument) return yes(node)
    const list = skipOuter(argument)
    if (ts.isArrayLiteralExpression(list)) {
      const found = list.elements.reduce<Rejection>((so, element) => worst(so, () => this.ofExpression(element)), NEVER)
      return found
    }
    const mapped = ts.isCallExpression(list) ? list : this.resolver.initializerOf(list)
    if (mapped && ts.isCallExpression(mapped) && ts.isPropertyAccessExpression(mapped.expression) && mapped.expression.name.text === 'map') return this.ofCallback(mapped.arguments[0])
    return yes(node)
  }

  private ofCallback(callback: ts.Expression | undefined): Rejection {
    if (!callback) return NEVER
    for (const unit of this.resolver.functionsOf(callback)) {
      // An arrow function has the `this` of the function around it.
      const self = ts.isArrowFunction(unit.node) ? this.open.at(-1)?.self : undefined
      const found = this.of(unit, self)
      if (found.certainty !== 'no') return { ...outward(found, unit), node: found.node ?? callback, through: unit, self }
    }
    return NEVER
  }

  /** What is given to `then`: where it is not async, what it throws rejects the promise as well. */
  ofContinuation(callback: ts.Expression | undefined): Rejection {
    return worst(this.ofCallback(callback), () => {
      const value = callback && skipOuter(callback)
      return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) && ts.isBlock(value.body) ? this.walk(value.body, false) : NEVER
    })
  }

  /** A function that is given the rejection. */
  private ofHandler(handler: ts.Expression | undefined): Rejection {
    const value = handler && skipOuter(handler)
    if (!value || !(ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return NEVER
    return ts.isBlock(value.body) ? this.walk(value.body, true) : NEVER
  }
}

/** Part of a request, as it came: `req.query.place`, `this.request.query?.place || ''`. */
function holdsRequest(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return holdsRequest(node.expression) || (REQUEST_PROPERTIES[node.name.text] !== undefined && /(?:^|\.)req(?:uest)?$/.test(node.expression.getText()))
  if (ts.isElementAccessExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return holdsRequest(node.expression)
  return ts.isBinaryExpression(node) && isEither(node.operatorToken.kind) && (holdsRequest(node.left) || holdsRequest(node.right))
}

/** What a statement of the same block keeps under a key, with nothing in between that speaks of what it is kept in, or of the key. */
function entryKept(entry: ts.ElementAccessExpression): ts.Expression | undefined {
  const statement = ts.findAncestor(entry, (at) => ts.isStatement(at) || ts.isFunctionLike(at))
  if (!statement || !ts.isStatement(statement) || !ts.isBlock(statement.parent)) return undefined
  const { statements } = statement.parent
  const parts = [entry.expression.getText(), entry.argumentExpression.getText()]
  for (const before of statements.slice(0, statements.indexOf(statement)).reverse()) {
    const set = ts.isExpressionStatement(before) && ts.isBinaryExpression(before.expression) && before.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken ? before.expression : undefined
    if (set?.left.getText() === entry.getText()) return set.right
    const text = before.getText()
    if (parts.some((part) => text.includes(part))) return undefined
  }
  return undefined
}

/** `client.from('orders').select()` for `client.from('orders')`. */
function nextInChain({ parent }: ts.CallExpression): ts.CallExpression | undefined {
  return ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent ? parent.parent : undefined
}

/** The name of what is taken out of an object: `promise` of `{ promise: done }`. */
function memberOf({ propertyName, name }: ts.BindingElement): string {
  return (propertyName ?? name).getText()
}

function valueIn(object: ts.ObjectLiteralExpression, member: string): ts.Expression | undefined {
  const property = object.properties.find(({ name }) => name?.getText() === member)
  if (property && ts.isPropertyAssignment(property)) return skipOuter(property.initializer)
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined
}

/** `value.then(show)`, where `value` is a parameter. */
function isContinuedGift(value: ts.Expression, { parameters }: Unit): boolean {
  const call = skipOuter(value)
  const callee = ts.isCallExpression(call) ? skipOuter(call.expression) : undefined
  if (!callee || !ts.isPropertyAccessExpression(callee)) return false
  const root = skipOuter(callee.expression)
  return ts.isIdentifier(root) && parameters.some(({ name }) => name.getText() === root.text)
}

function groupedByName(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const found = new Map<string, Unit[]>()
  for (const unit of units) append(found, unit.name.slice(unit.name.lastIndexOf('.') + 1), unit)
  return found
}

function yes(node: ts.Node): Rejection {
  return { certainty: 'yes', node, through: undefined }
}

function unlikely({ node, through }: Rejection): Rejection {
  return { certainty: 'unlikely', node, through }
}

/** Nothing that is found out later makes it worse. */
function isSettled({ certainty, given }: Rejection): boolean {
  return certainty === 'yes' && !given
}

function worst(first: Rejection, second: () => Rejection): Rejection {
  if (isSettled(first)) return first
  const other = second()
  if (isSettled(other) || first.certainty === 'no') return other
  if (first.given && other.given) return { ...first, given: [...first.given, ...other.given] }
  return other.given ? other : first
}

/** A rejection as it is outside of the function whose it is: nobody knows what its own parameters are given. */
function outward({ certainty, node, through, given }: Rejection, unit: Unit): Rejection {
  return given && given.every((one) => one.unit !== unit) ? { certainty, node, through, given } : { certainty, node, through }
}

/** Has a `then`: a promise, or a builder that is one too. */
export function isThenable(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return false
  if (type.isUnion()) return type.types.some((part) => isThenable(part, checker))
  return checker.getPropertyOfType(type, 'then') !== undefined
}

/** `throw new Error('Method not implemented')`: what stands in for the functions that are meant. */
function isStub(body: ts.ConciseBody): boolean {
  const [only, ...others] = ts.isBlock(body) ? body.statements : []
  return only !== undefined && others.length === 0 && ts.isThrowStatement(only) && /not (?:yet )?(?:been )?(?:implemented|supported)|unimplemented|abstract|must (?:be )?(?:implement|overrid)/i.test(only.getText())
}

/** Calls that only wait for time: what is late is something else. */
const TIMERS = /^(?:setTimeout|setImmediate|nextTick|queueMicrotask)$/

/**
 * The call that is given `reject`, or a function that calls it: `pool.getConnection((error) => reject(error))`. Of a
 * listener it is what is listened to, of `.catch(reject)` the promise.
 */
function callThatRejects(use: ts.Identifier, executor: ts.Node | undefined): ts.Expression | undefined {
  let at: ts.Node = use
  while (at !== executor && !(ts.isCallExpression(at.parent) && at.parent.arguments.includes(at as ts.Expression) && (at === use || ts.isFunctionLike(at)))) at = at.parent
  const call = at.parent
  if (at === executor || !ts.isCallExpression(call)) return undefined
  const callee = skipOuter(call.expression)
  if (TIMERS.test(calleeName(callee))) return undefined
  return ts.isPropertyAccessExpression(callee) && /^(?:on|once|then|catch)$/.test(callee.name.text) ? callee.expression : call
}

/** Not made up for a function without a name: `callback of list.map`. */
function isBareName(name: string): boolean {
  return !name.includes(' ')
}

/** Characters of what fails that a message names at most. */
const LONGEST_LABEL = 60

/** What fails, short enough for a message. */
function labelOf(node: ts.Node): string {
  if (ts.isForOfStatement(node)) return `the stream of ${labelOf(node.expression)}`
  if (ts.isAwaitExpression(node)) return labelOf(node.expression)
  if (ts.isThrowStatement(node)) return node.getText().replace(/\s+/g, ' ').slice(0, LONGEST_LABEL)
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}`
  const expression = ts.isCallExpression(node) ? node.expression : node
  const name = expression.getText().replace(/\s+/g, ' ').replace(/ ?\. ?/g, '.').replace(/\([^]*\)/, '(...)')
  // A long name is known by its end.
  return name.length <= LONGEST_LABEL ? name : `(...)${name.slice(-LONGEST_LABEL).replace(/^[^.]*(?=\.)/, '')}`
}
