/**
 * Functions given to calls, and how the calls run them: once, per element, later, in a transaction.
 *
 * What a project function does with its function parameters is read from its body, so that `withTransaction(fn)` and
 * `mapSeries(xs, fn)` written in a project behave like the ones of libraries.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { CallIndex } from './calls.js'
import { isFunctionLike, isNamespaceByForm, type Resolver } from './resolver.js'
import type { Transactions } from './transactions.js'
import type { Call, CallbackUse, LibraryTarget, Transaction, Unit } from './types.js'

/** How a unit uses one of its function parameters. */
interface ParameterUse {
  readonly mode: CallbackUse['mode']
  /** Index of the parameter of the same unit that is iterated. */
  readonly collection: number | undefined
  /** What is iterated, when it is not a parameter. */
  readonly collectionNode: ts.Expression | undefined
  readonly batches: boolean
  readonly catches: boolean
  /** Transaction open around the call, and which arguments of the parameter's calls are its handle. */
  readonly transaction: { readonly transaction: Transaction; readonly handles: readonly number[] } | undefined
}

export class Callbacks {
  private readonly known = new Map<Call, readonly CallbackUse[]>()
  private readonly parameterUses = new Map<Unit, Map<number, ParameterUse>>()
  private readonly places = new Map<Unit, Call | undefined>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly transactions: Transactions,
  ) {}

  of(call: Call): readonly CallbackUse[] {
    let uses = this.known.get(call)
    if (!uses) {
      this.known.set(call, [])
      uses = this.read(call)
      this.known.set(call, uses)
    }
    return uses
  }

  /** The use of a function expression at the call it is written in; undefined for functions used otherwise. */
  useOf(unit: Unit): CallbackUse | undefined {
    const call = this.placeOf(unit)
    return call && this.of(call).find((use) => use.units.includes(unit))
  }

  /** `const listener = () => callback(); emitter.on('event', listener)`: a function inside of another that is only given away. */
  private useOfNamed(unit: Unit, owner: Unit): CallbackUse | undefined {
    const { parent } = unit.node
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined
    const symbol = this.resolver.symbolOf(parent.name)
    let given: CallbackUse | undefined
    for (const use of this.calls.usesOf(owner, parent.name.text)) {
      const outer = use.parent
      if (use === parent.name || !ts.isCallExpression(outer) || this.resolver.symbolOf(use) !== symbol) continue
      const call = this.calls.at(outer)
      if (!call) continue
      if (outer.expression === use) return call.unit === owner || call.unit === unit ? undefined : this.useOf(call.unit)
      // What takes the listener away again says nothing of when it runs.
      if (given === undefined || given.mode === 'once') given = this.of(call).find(({ units }) => units.includes(unit)) ?? this.libraryUseOf(call, use, unit) ?? given
    }
    return given
  }

  /** How a library runs a function that leads nowhere by itself: what it is given does. */
  private libraryUseOf(call: Call, expression: ts.Expression, unit: Unit): CallbackUse | undefined {
    const { library } = this.resolver.resolve(call)
    const argument = argumentsOf(call.node).findIndex((value) => skipOuter(value) === expression)
    return library && { call, argument, units: [unit], ...this.libraryUse(call, expression, library.tags, [unit]) }
  }

  private placeOf(unit: Unit): Call | undefined {
    if (this.places.has(unit)) return this.places.get(unit)
    let at: ts.Node = unit.node
    let found: Call | undefined
    // A function expression as an argument, in an options object, in a list, or wrapped by another call.
    for (let hops = 0; hops < 5 && at.parent; hops++) {
      const parent: ts.Node = at.parent
      if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
        if (parent.arguments?.some((argument) => argument === at)) found = this.calls.at(parent)
        break
      }
      if (
        ts.isParenthesizedExpression(parent) ||
        ts.isAsExpression(parent) ||
        ts.isPropertyAssignment(parent) ||
        ts.isObjectLiteralExpression(parent) ||
        ts.isArrayLiteralExpression(parent)
      )
        at = parent
      else break
    }
    this.places.set(unit, found)
    return found
  }

  private read(call: Call): CallbackUse[] {
    const values = argumentsOf(call.node)
    if (values.length === 0) return []
    const candidates = values.flatMap((value, index) => this.candidatesIn(value).map((expression) => ({ index, expression })))
    if (candidates.length === 0) return []
    const resolution = this.resolver.resolve(call)
    const found: CallbackUse[] = []
    for (const { index, expression } of candidates) {
      const units = this.resolver.functionsOf(expression)
      if (units.length === 0) continue
      const base = { call, argument: index, units }
      if (resolution.library) {
        const use = this.libraryUse(call, expression, resolution.library.tags, units)
        if (use !== PLAIN || !isKept(resolution.library, index)) found.push({ ...base, ...use })
      } else if (resolution.units.length > 0) found.push({ ...base, ...this.projectUse(call, index, expression, resolution.units, units) })
      // An object nobody described keeps what it is made with: `new Strategy(options, verify)`.
      else found.push({ ...base, ...PLAIN, ...(call.isNew ? { mode: 'deferred' as const } : this.iterationByName(call)) })
    }
    return found
  }

  /** Expressions in an argument that may be functions: itself, members of an options object, elements of a list. */
  private candidatesIn(argument: ts.Expression): ts.Expression[] {
    const value = skipOuter(argument)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return [value]
    if (ts.isIdentifier(value)) return this.resolver.mattersByName(value.text) ? [value] : []
    if (ts.isPropertyAccessExpression(value)) return this.resolver.mattersByName(value.name.text) ? [value] : []
    if (ts.isCallExpression(value)) return isFunctionLike(value) ? [value] : []
    if (ts.isObjectLiteralExpression(value))
      return value.properties.flatMap((member) => {
        if (ts.isMethodDeclaration(member)) return [member as unknown as ts.Expression]
        if (ts.isPropertyAssignment(member)) {
          const inner = skipOuter(member.initializer)
          return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner) || ts.isArrayLiteralExpression(inner) ? this.candidatesIn(inner) : []
        }
        return []
      })
    if (ts.isArrayLiteralExpression(value))
      return value.elements.flatMap((element) => (isFunctionLike(element) ? this.candidatesIn(element) : []))
    return []
  }

  private libraryUse(call: Call, expression: ts.Expression, tags: readonly Tag[], units: readonly Unit[]): Omit<CallbackUse, 'call' | 'argument' | 'units'> {
    for (const tag of tags) {
      const words = tag.value.split(' ')
      switch (tag.name) {
        case 'iterates': {
          const [collection = '', callback = ''] = words
          if (!this.covers(call, callback, expression)) break
          return { ...PLAIN, mode: 'iterates', collection: atPath(call.node, collection)[0], batches: words.includes('batches') }
        }
        case 'calls': {
          const [callback = '', how = 'once'] = words
          if (!this.covers(call, callback, expression)) break
          return { ...PLAIN, mode: how === 'catches' ? 'once' : (how as CallbackUse['mode']), catches: words.includes('catches') }
        }
        case 'memoizes':
          if (this.covers(call, words[0] ?? '', expression)) return { ...PLAIN, mode: 'memoized' }
          break
        case 'transaction': {
          const [callback = ''] = words
          if (!/^(?:\d|last|this)/.test(callback) || !this.covers(call, callback, expression)) break
          return { ...PLAIN, transaction: this.transactions.ofCallback(call, tag.value, units) }
        }
        case 'entry':
        case 'middleware':
        case 'mount':
          return { ...PLAIN, mode: 'entry' }
      }
    }
    return PLAIN
  }

  private covers(call: Call, path: string, expression: ts.Expression): boolean {
    return atPath(call.node, path).some((value) => value === expression || skipOuter(value) === expression)
  }

  /** `xs.map(fn)` on a receiver nothing is known of is still an iteration. */
  private iterationByName(call: Call): Partial<CallbackUse> {
    if (!/^(?:map|forEach|flatMap|filter|some|every|find|reduce)$/.test(call.name)) return {}
    const receiver = receiverOf(call.node)
    return receiver && !isNamespaceByForm(receiver) ? { mode: 'iterates', collection: receiver } : {}
  }

  private projectUse(
    call: Call,
    index: number,
    expression: ts.Expression,
    targets: readonly Unit[],
    units: readonly Unit[],
  ): Omit<CallbackUse, 'call' | 'argument' | 'units'> {
    const values = argumentsOf(call.node)
    const isWhole = skipOuter(values[index] as ts.Expression) === expression || values[index] === expression
    for (const target of targets) {
      const use = isWhole ? this.parameterUse(target, index) : undefined
      if (!use) continue
      const transaction = use.transaction && this.transactions.passOn(use.transaction.transaction, call, use.transaction.handles, units)
      return {
        mode: use.mode === 'once' && isCache(target) ? 'memoized' : use.mode,
        collection: use.collection !== undefined ? values[use.collection] : use.collectionNode,
        batches: use.batches,
        catches: use.catches,
        transaction,
        through: target,
      }
    }
    // `runQuery({ [PRISMA]: () => ... })` where `runQuery` calls a member of what it is given.
    const runner = isWhole ? undefined : targets.find((target) => callsMemberOf(target, index))
    if (runner) return { ...PLAIN, through: runner }
    return { ...PLAIN, mode: 'deferred', through: targets[0] }
  }

  /** What a unit does with the function given as its parameter. */
  private parameterUse(unit: Unit, index: number): ParameterUse | undefined {
    let uses = this.parameterUses.get(unit)
    if (!uses) {
      uses = new Map()
      this.parameterUses.set(unit, uses)
    }
    const known = uses.get(index)
    if (known) return known
    const parameter = unit.parameters[index] ?? (unit.parameters.at(-1)?.dotDotDotToken ? unit.parameters.at(-1) : undefined)
    if (!parameter || !ts.isIdentifier(parameter.name)) return undefined
    // Recursion: a unit that passes its function on to itself says nothing new about it.
    const found = this.readParameterUse(unit, index, parameter.name.text, new Set())
    if (found) uses.set(index, found)
    return found
  }

  private readParameterUse(unit: Unit, index: number, name: string, seen: Set<Unit>): ParameterUse | undefined {
    if (seen.has(unit)) return undefined
    seen.add(unit)
    let best: ParameterUse | undefined
    const visit = (inner: Unit): void => {
      for (const call of inner.calls) {
        const use = this.useAt(call, unit, index, name, seen)
        if (use && (!best || rank(use) > rank(best))) best = use
      }
      for (const child of inner.children) visit(child)
    }
    visit(unit)
    return best
  }

  private useAt(call: Call, owner: Unit, index: number, name: string, seen: Set<Unit>): ParameterUse | undefined {
    const node = call.node
    if (ts.isPropertyAccessExpression(node)) return undefined
    const callee = skipOuter(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression)
    const isParameter = (expression: ts.Expression) =>
      ts.isIdentifier(expression) && expression.text === name && this.parameterOf(expression, owner) === index
    const applied = ts.isPropertyAccessExpression(callee) && /^(?:call|apply)$/.test(callee.name.text) ? callee.expression : callee
    if (isParameter(applied)) return this.inContext(call, owner, { mode: 'once', collection: undefined, collectionNode: undefined, batches: false, catches: false, transaction: undefined }, node)
    for (const [position, argument] of argumentsOf(node).entries()) {
      if (!isParameter(skipOuter(argument))) continue
      const resolution = this.resolver.resolve(call)
      if (resolution.library) {
        const use = this.libraryUse(call, argument, resolution.library.tags, [])
        // `hooks.push(fn)`: kept in a list, for whoever walks that later.
        const isStored = use === PLAIN && isKept(resolution.library, position)
        return this.inContext(call, owner, {
          mode: isStored ? 'deferred' : use.mode,
          collection: use.collection && this.parameterOf(use.collection, owner),
          collectionNode: use.collection,
          batches: use.batches,
          catches: use.catches,
          transaction: use.transaction && { transaction: use.transaction, handles: handlePositions(resolution.library.tags) },
        }, undefined)
      }
      for (const target of resolution.units) {
        const parameter = target.parameters[position]
        if (!parameter || !ts.isIdentifier(parameter.name)) continue
        const use = this.readParameterUse(target, position, parameter.name.text, seen)
        if (!use) continue
        const values = argumentsOf(node)
        const outer = use.collection !== undefined ? values[use.collection] : undefined
        return this.inContext(call, owner, {
          ...use,
          collection: outer && this.parameterOf(outer, owner),
          collectionNode: outer ?? use.collectionNode,
        }, undefined)
      }
    }
    return undefined
  }

  /** Adds what surrounds a call up to the unit that owns the parameter: loops, iterating callbacks, transactions. */
  private inContext(call: Call, owner: Unit, use: ParameterUse, invocation: ts.Node | undefined): ParameterUse {
    let result = use
    // `const step = () => setTimeout(step)`: a function that gives itself away stands in itself for ever.
    const seen = new Set<Unit>()
    let at: Call | undefined = call
    while (at && !seen.has(at.unit)) {
      seen.add(at.unit)
      if (at.loop && result.mode !== 'iterates') {
        const statement = at.loop.node
        const iterated = ts.isForOfStatement(statement) || ts.isForInStatement(statement) ? statement.expression : lengthOwner(statement)
        // A `while` around a call is a retry or a poll, unless it walks something.
        if (iterated)
          result = { ...result, mode: 'iterates', collection: this.parameterOf(iterated, owner), collectionNode: iterated, batches: result.batches || isSteppedLoop(statement) }
        else result = { ...result, mode: 'repeated' }
      }
      const unit: Unit = at.unit
      if (unit === owner) break
      const outer: CallbackUse | undefined = this.useOf(unit) ?? this.useOfNamed(unit, owner)
      if (!outer) break
      if (outer.transaction && !result.transaction) {
        const handles = invocation ? this.handleArguments(invocation, outer.transaction) : []
        result = { ...result, transaction: { transaction: outer.transaction, handles } }
      }
      if (outer.mode === 'iterates' && result.mode !== 'iterates')
        result = { ...result, mode: 'iterates', collection: outer.collection && this.parameterOf(outer.collection, owner), collectionNode: outer.collection, batches: outer.batches }
      else if (outer.mode !== 'once' && result.mode === 'once') result = { ...result, mode: outer.mode }
      at = outer.call
    }
    if (!result.transaction) {
      const begun = this.transactions.openAround(call)
      if (begun) result = { ...result, transaction: { transaction: begun, handles: invocation ? this.handleArguments(invocation, begun) : [] } }
    }
    return result
  }

  /** Positions of arguments that are a transaction's handle. */
  private handleArguments(invocation: ts.Node, transaction: Transaction): number[] {
    return argumentsOf(invocation).flatMap((argument, position) => {
      const value = skipOuter(argument)
      const symbol = ts.isIdentifier(value) ? this.resolver.symbolOf(value) : undefined
      return symbol && transaction.handles.includes(symbol) ? [position] : []
    })
  }

  /** Index of the owner's parameter that an expression names. */
  private parameterOf(expression: ts.Expression, owner: Unit): number | undefined {
    const value = skipOuter(expression)
    if (!ts.isIdentifier(value)) return undefined
    const index = owner.parameters.findIndex((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === value.text)
    if (index < 0) return undefined
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    return declaration === owner.parameters[index] ? index : undefined
  }
}

const PLAIN: Omit<CallbackUse, 'call' | 'argument' | 'units'> = {
  mode: 'once',
  collection: undefined,
  batches: false,
  transaction: undefined,
  catches: false,
  through: undefined,
}

/** Iterating and transactional uses say more than plain ones. */
function rank(use: ParameterUse): number {
  return (use.transaction ? 4 : 0) + (use.mode === 'iterates' ? 2 : use.mode === 'once' ? 1 : 0)
}

function handlePositions(tags: readonly Tag[]): readonly number[] {
  const tag = tags.find((candidate) => candidate.name === 'transaction')
  const handle = /handle=(\w+)/.exec(tag?.value ?? '')?.[1]
  return handle === undefined ? [0] : /^\d+$/.test(handle) ? [Number(handle)] : []
}

/** `xs` of `for (let i = 0; i < xs.length; i++)`. */
export function lengthOwner(statement: ts.IterationStatement): ts.Expression | undefined {
  const condition = ts.isForStatement(statement) ? statement.condition : undefined
  if (!condition || !ts.isBinaryExpression(condition)) return undefined
  for (const side of [condition.right, condition.left])
    if (ts.isPropertyAccessExpression(side) && (side.name.text === 'length' || side.name.text === 'size')) return side.expression
  return undefined
}

/** `i += BATCH`: the loop walks groups. */
export function isSteppedLoop(statement: ts.IterationStatement): boolean {
  const step = ts.isForStatement(statement) ? statement.incrementor : undefined
  if (!step || !ts.isBinaryExpression(step)) return false
  const operator = step.operatorToken.kind
  if (operator === ts.SyntaxKind.PlusEqualsToken) return step.right.getText() !== '1'
  return operator === ts.SyntaxKind.EqualsToken && ts.isBinaryExpression(step.right) && step.right.right.getText() !== '1'
}

/** `RequestCache.get(key, load)`, `remember(key, load)`: a cache of the project that loads what it does not hold. */
function isCache({ name, node }: Unit): boolean {
  if (!/cache|memo(?:ize)?\b|remember/i.test(name) || /invalidat|clear|evict|warm|refresh|reset|delete/i.test(name)) return false
  const body = (node as ts.FunctionLikeDeclaration).body?.getText() ?? ''
  return /\bif\s*\(|\?\?|\|\||\?[^.?]/.test(body)
}

/** The argument is a value like any other, whatever it is: `handlers.set(name, handler)`, `list.push(handler)`. */
function isKept({ declaration }: LibraryTarget, index: number): boolean {
  if (!ts.isFunctionLike(declaration)) return false
  const parameter = declaration.parameters[index] ?? declaration.parameters.at(-1)
  let type = parameter?.type
  if (type && parameter?.dotDotDotToken && ts.isArrayTypeNode(type)) type = type.elementType
  if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false
  const name = type.typeName.text
  for (let node: ts.Node = declaration; node.parent; node = node.parent)
    if ((ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) && node.typeParameters?.some((one) => one.name.text === name && !one.constraint)) return true
  return false
}

/** Whether a unit itself calls a function it is given in an object: `queries[kind]()`, `options.load()`, `({ load }) => load()`. */
function callsMemberOf(unit: Unit, index: number): boolean {
  const name = unit.parameters[index]?.name
  if (!name) return false
  if (ts.isObjectBindingPattern(name)) {
    const names = new Set(name.elements.map((element) => element.name.getText()))
    return unit.calls.some(({ node }) => ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text))
  }
  return unit.calls.some(({ node }) => {
    const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : undefined
    if (!callee || (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee))) return false
    const object = skipOuter(callee.expression)
    return ts.isIdentifier(object) && object.text === name.getText()
  })
}
