/**
 * Transactions, and which operations take part in them: those that use the handle.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, boundNames, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import { contains } from './control-flow.js'
import { givenAt, givenByCallers, ifAllSeen } from './given-by-callers.js'
import { handleFrom, tagIn, type Operations } from './operations.js'
import { PickedHandles } from './picked-handles.js'
import type { Resolver } from './resolver.js'
import { TransactionLists } from './transaction-lists.js'
import type { Call, LibraryTarget, Operation, Participation, Transaction, Unit } from './types.js'

/** Asked of the call graph; given late, because the graph itself is built with transactions. */
export interface Callers {
  callersOf(unit: Unit): readonly { readonly call: Call; readonly use: { readonly transaction: Transaction | undefined; readonly mode?: string } | undefined }[]
}

/** Handles are followed through this many variables and parameters. */
const MOST_HOPS = 12

const UNKNOWN: Participation = { kind: 'unknown' }
const OUT: Participation = { kind: 'out' }
/** Decided somewhere that is not understood. */
const UNKNOWN_HERE = (unit: Unit): Participation => ({ kind: 'parameter', unit, index: -1 })

/** Functions with more calls do more than begin a transaction. */
const MOST_CALLS = 12

/** What a client is called where its type is not known. */
const CLIENT = /^(?:prisma|db|database|knex|pool|orm|pg|mysql|drizzle|kysely|sequelize)$/i

export class Transactions {
  readonly all: Transaction[] = []
  private readonly byCall = new Map<Call, Transaction | undefined>()
  private readonly byHandle = new Map<ts.Symbol, Transaction>()
  private readonly passed = new Map<Call, Transaction>()
  private readonly handedOut = new Map<Unit, Transaction | undefined>()
  private readonly decorated = new Map<Unit, Transaction | undefined>()
  private readonly implicitKnown = new Map<Unit, Transaction | undefined>()
  private readonly parameterStatuses = new Map<ts.ParameterDeclaration, Map<string | undefined, Participation>>()
  private readonly participations = new Map<Operation, Participation>()
  private carriedPackages: ReadonlySet<string> | undefined
  private readonly picked: PickedHandles
  private readonly lists: TransactionLists

  constructor(
    private readonly resolver: Resolver,
    private readonly operations: () => Operations,
    private readonly callers: () => Callers,
    private readonly carriers: () => readonly Call[],
  ) {
    this.picked = new PickedHandles(resolver)
    this.lists = new TransactionLists(resolver)
  }

  /** The transaction a call opens around its callback. */
  ofCallback(call: Call, tag: string, units: readonly Unit[]): Transaction {
    const known = this.byCall.get(call)
    if (known) return known
    const handle = /handle=(\w+)/.exec(tag)?.[1]
    const position = Number(handle ?? 0)
    const handles = handle === 'none' ? [] : handle === 'this' ? this.receiverHandles(call.node) : this.parameterHandles(units, position)
    const packageName = this.resolver.resolve(call).library?.package ?? ''
    return this.add(call, {
      kind: 'callback',
      node: call.node,
      unit: call.unit,
      package: packageName,
      implicit: / implicit\b/.test(tag) || this.isCarried(packageName),
      isUnpinned: isUnpinned(tag),
      handles,
      bodies: units,
      isHandleIgnored: !Number.isNaN(position) && units.length > 0 && units.every(({ parameters }) => parameters.length <= position),
      isOverAtOnce: units.length > 0 && units.every(({ isAsync }) => isAsync) && this.isImmediate(call),
    })
  }

  /** `database.transaction(...)` of a driver that is done when its members return: it waits for no promise. */
  private isImmediate({ node }: Call): boolean {
    const receiver = receiverOf(node)
    return receiver !== undefined && this.resolver.typeTags(this.resolver.valueType(receiver), 'immediate') !== undefined
  }

  /** Somewhere the package was told to carry its transactions: `Sequelize.useCLS(namespace)`. */
  private isCarried(packageName: string): boolean {
    this.carriedPackages ??= new Set(
      this.carriers().flatMap((call) => {
        const library = this.resolver.resolve(call).library
        const tag = library?.tags.find(({ name, value }) => name === 'transaction' && value.startsWith('carried'))
        const [path, word] = tag?.value.split(' ')[1]?.split('=') ?? []
        const isMeant = path === undefined || atPath(call.node, path).some((value) => ts.isStringLiteralLike(value) && value.text === word)
        return library && tag && isMeant ? [family(library.package)] : []
      }),
    )
    return this.carriedPackages.has(family(packageName))
  }

  /** The same transaction as a function of the project hands it on to its callback. */
  passOn(transaction: Transaction, call: Call, positions: readonly number[], units: readonly Unit[]): Transaction {
    const known = this.passed.get(call)
    if (known) return known
    const handles = positions.flatMap((position) => this.parameterHandles(units, position))
    const passed: Transaction = { ...transaction, node: call.node, unit: call.unit, handles, bodies: units, origin: transaction.origin ?? transaction }
    this.passed.set(call, passed)
    this.remember(passed)
    this.all.push(passed)
    return passed
  }

  /** A transaction begun by a statement (`queryRunner.startTransaction()`, `BEGIN`); undefined for other calls. */
  begunBy(call: Call): Transaction | undefined {
    if (this.byCall.has(call)) return this.byCall.get(call)
    this.byCall.set(call, undefined)
    if (!this.resolver.matters(call)) return undefined
    const library = this.resolver.resolve(call).library
    const tag = library && tagIn(library.tags, 'transaction')
    if (library && tag) {
      if (tag.value.startsWith('begin')) return this.begin(call, library.package, tag.value)
      if (tag.value.startsWith('array')) {
        return this.add(call, { kind: 'array', node: call.node, unit: call.unit, package: library.package, implicit: false, isUnpinned: false, handles: [], bodies: [] })
      }
      // `sequelize.transaction()` without a callback: the caller holds the handle.
      const callback = tag.value.split(' ')[0] ?? ''
      if (/^\d/.test(callback) && atPath(call.node, callback).length === 0) return this.begin(call, library.package, 'begin handle=return')
      return undefined
    }
    const opener = library ? undefined : this.resolver.resolve(call).units.flatMap((unit) => this.begunIn(unit) ?? [])[0]
    if (opener) return this.begin(call, opener.package, 'begin handle=return')
    const operation = library && tagIn(library.tags, 'sql') ? this.operations().at(call) : undefined
    if (operation?.control === 'begin' && !this.isPool(call)) return this.begin(call, operation.package, 'begin handle=this')
    return undefined
  }

  /**
   * The transaction that a function begins and gives back to its caller: `const session = await startSession();
   * session.startTransaction(); return session`.
   */
  private begunIn(unit: Unit): Transaction | undefined {
    if (this.handedOut.has(unit)) return this.handedOut.get(unit)
    this.handedOut.set(unit, undefined)
    const [returned, other] = unit.returns
    if (!returned || other || unit.calls.length > MOST_CALLS) return undefined
    const outer = skipOuter(returned)
    const value = ts.isAwaitExpression(outer) ? skipOuter(outer.expression) : outer
    const symbol = this.resolver.symbolOf(value)
    for (const call of unit.calls) {
      const begun = this.begunBy(call)
      if (begun?.kind !== 'begin' || begun.unit !== unit) continue
      if (begun.node === value || (symbol !== undefined && begun.handles.includes(symbol))) this.handedOut.set(unit, begun)
    }
    return this.handedOut.get(unit)
  }

  /** `pool.query('BEGIN')`: what follows may go through other connections, so nothing is begun. */
  private isPool(call: Call): boolean {
    const receiver = receiverOf(call.node)
    if (!receiver) return false
    return this.resolver.typeOf(receiver).getProperties().some((member) => member.declarations?.some((declaration) => this.resolver.tags.tag(declaration, 'connection')?.value.startsWith('acquire')))
  }

  /** Whether a call ends a transaction. */
  endsAt(call: Call): boolean {
    if (!this.resolver.matters(call)) return false
    const library = this.resolver.resolve(call).library
    const tag = library && tagIn(library.tags, 'transaction')
    if (tag) return tag.value === 'commit' || tag.value === 'rollback'
    if (!library || !tagIn(library.tags, 'sql')) return false
    const control = this.operations().at(call)?.control
    return control === 'commit' || control === 'rollback'
  }

  /** A transaction begun earlier in the same unit and not yet ended where a call stands, in source order. */
  openAround(call: Call): Transaction | undefined {
    let open: Transaction | undefined
    for (const other of this.resolver.callsOf(call.unit)) {
      if (other.node.pos >= call.node.pos) break
      const begun = this.begunBy(other)
      if (begun?.kind === 'begin') open = leavesApart(other.node, call.node) ? open : begun
      else if (open && this.endsAt(other) && (this.isCommit(other) ? !leavesApart(other.node, call.node) : blockOf(other.node).end >= call.node.end)) open = undefined
    }
    return open
  }

  participation(operation: Operation): Participation {
    let known = this.participations.get(operation)
    if (!known) {
      known = this.findParticipation(operation)
      this.participations.set(operation, known)
    }
    return known
  }

  /**
   * Whether an operation takes part in a transaction when it is reached through these calls, the outermost first: a
   * handle that is a parameter is what these calls give for it.
   */
  participationThrough(operation: Operation, calls: readonly Call[]): Participation {
    let status = this.participation(operation)
    const made = status.kind === 'in' ? undefined : this.madeWith(operation, calls)
    if (made) status = this.statusOfValue(made)
    for (let index = calls.length - 1; index >= 0 && status.kind === 'parameter' && status.index >= 0; index--) {
      const call = calls[index] as Call
      const { unit, index: position }: { unit: Unit; index: number } = status
      if (!this.resolver.resolve(call).units.includes(unit)) continue
      const parameter = unit.parameters[position] as ts.ParameterDeclaration
      const { value, isSeen } = givenAt(call.node, parameter)
      status = value ? this.statusOfValue(value) : isSeen ? OUT : UNKNOWN_HERE(unit)
      const argument = value === parameter.initializer ? undefined : value
      if (this.isServed(argument, status)) status = OUT
      // A context that somebody made: whether it holds the handle is not understood.
      if (argument && status.kind === 'out' && this.operations().at(operation.call)?.carriesHandle) return UNKNOWN_HERE(unit)
    }
    // A function that gives back an operation nobody has started, to be listed by its caller.
    return status.kind !== 'in' && calls.some((call) => call !== operation.call && (this.lists.holds(call.node, 0, isLeftUnstarted(operation.node)) || this.isAddedTo(operation, call))) ? { kind: 'in', transaction: undefined } : status
  }

  /** `addStock(writes, cart)` pushes the operation to a list that its caller gives it, for a transaction. */
  private isAddedTo({ node, unit }: Operation, call: Call): boolean {
    const pushed = ts.isCallExpression(node.parent) && node.parent.expression !== node ? node.parent.expression : undefined
    if (!pushed || !ts.isPropertyAccessExpression(pushed) || pushed.name.text !== 'push') return false
    const index = unit.parameters.findIndex(({ name }) => name.getText() === pushed.expression.getText())
    const list = index >= 0 && this.resolver.resolve(call).units.includes(unit) ? argumentsOf(call.node)[index] : undefined
    return list !== undefined && ts.isIdentifier(list) && this.lists.isNamedInList(list)
  }

  /** `new Orders(tx).add(order)`: what the object was constructed with whose property is the handle, where it is seen. */
  private madeWith({ handle, unit }: Operation, calls: readonly Call[]): ts.Expression | undefined {
    const parameter = handle.kind === 'symbol' ? handle.symbol.valueDeclaration : undefined
    if (!parameter || !ts.isParameter(parameter)) return undefined
    if (!ts.isConstructorDeclaration(parameter.parent)) return this.givenToMaker(parameter, unit, calls)
    const entering = calls.findLast((call) => this.resolver.resolve(call).units.includes(unit))
    const receiver = entering && receiverOf(entering.node)
    const value = receiver && skipOuter(this.resolver.initializerOf(receiver) ?? receiver)
    const declaration = value && ts.isNewExpression(value) ? this.resolver.typeOf(value).getSymbol()?.valueDeclaration : undefined
    if (!value || !declaration || !ts.isClassLike(declaration)) return undefined
    // A class without a constructor of its own has that of the one it extends.
    const own = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined)
    return own === undefined || own === parameter.parent ? argumentsOf(value)[parameter.parent.parameters.indexOf(parameter)] : undefined
  }

  /** `const { add } = createOrders(tx)`, `createOrders(tx).add()`: what was given to the function that made the one with the operation. */
  private givenToMaker(parameter: ts.ParameterDeclaration, unit: Unit, calls: readonly Call[]): ts.Expression | undefined {
    const maker = this.resolver.unitAt(parameter.parent)
    if (!maker || maker === unit) return undefined
    const entering = calls.findLast((call) => this.resolver.resolve(call).units.some((inner) => inner !== maker && contains(maker.node, inner.node)))
    if (!entering || !ts.isCallExpression(entering.node)) return undefined
    const callee = skipOuter(entering.node.expression)
    const holder = ts.isPropertyAccessExpression(callee) ? callee.expression : callee
    const declaration = this.resolver.symbolOf(holder)?.valueDeclaration
    const bound = declaration && ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent) ? declaration.parent.parent.initializer : undefined
    const made = skipOuter(bound ?? this.resolver.initializerOf(holder) ?? holder)
    if (!ts.isCallExpression(made) || !this.resolver.functionsOf(skipOuter(made.expression)).includes(maker)) return undefined
    return made.arguments[maker.parameters.indexOf(parameter)]
  }

  /** Whether a name is the handle of a transaction, wherever its function is called from. */
  isHandle(name: ts.Identifier): boolean {
    const symbol = this.resolver.symbolOf(name)
    const declaration = symbol?.valueDeclaration
    if (!symbol || !declaration) return false
    return this.byHandle.has(symbol) || ((ts.isParameter(declaration) || ts.isBindingElement(declaration)) && this.statusOf(symbol).kind === 'in')
  }

  /** What a symbol says about operations sent through it. */
  statusOf(symbol: ts.Symbol, hops = 0): Participation {
    const transaction = this.byHandle.get(symbol)
    if (transaction) return { kind: 'in', transaction }
    if (hops > MOST_HOPS) return UNKNOWN
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0]
    if (!declaration) return UNKNOWN
    // With a default, or optional, the type only says what may be given: `(data, client: TransactionClient = prisma)`.
    const isOptional = ts.isParameter(declaration) && (declaration.initializer !== undefined || declaration.questionToken !== undefined)
    if (!isOptional && this.isHandleType(declaration)) return { kind: 'in', transaction: undefined }
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) return this.statusOfValue(declaration.initializer, hops + 1)
    if (ts.isBindingElement(declaration)) {
      if (this.takesHandle(declaration)) return { kind: 'in', transaction: undefined }
      const parent = ts.findAncestor(declaration, (node): node is ts.VariableDeclaration | ts.ParameterDeclaration => ts.isVariableDeclaration(node) || ts.isParameter(node))
      if (parent && ts.isVariableDeclaration(parent) && parent.initializer) return this.statusOfValue(parent.initializer, hops + 1)
      if (parent && ts.isParameter(parent)) return this.statusOfParameter(parent, bindingName(declaration))
    }
    if (ts.isParameter(declaration)) return this.statusOfParameter(declaration, undefined)
    if (ts.isPropertyDeclaration(declaration)) return this.statusOfProperty(declaration, hops)
    return OUT
  }

  /** A property holds what the constructor stores in it: `this.db = db`. */
  private statusOfProperty(declaration: ts.PropertyDeclaration, hops: number): Participation {
    if (declaration.initializer || !ts.isClassLike(declaration.parent) || !ts.isIdentifier(declaration.name)) return OUT
    const name = declaration.name.text
    const constructor = declaration.parent.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined)
    for (const statement of constructor?.body?.statements ?? []) {
      if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
      const { left, right } = statement.expression
      if (ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword && left.name.text === name) return this.statusOfValue(right, hops + 1)
    }
    return OUT
  }

  /** Status of an expression used as a handle. */
  statusOfValue(expression: ts.Expression, hops = 0): Participation {
    const value = skipOuter(expression)
    if (hops > MOST_HOPS) return UNKNOWN
    if (ts.isAwaitExpression(value)) return this.statusOfValue(value.expression, hops + 1)
    if (ts.isBinaryExpression(value) || ts.isConditionalExpression(value)) {
      // `tx ?? this.prisma`: as good as the caller's handle.
      const [left, right] = ts.isBinaryExpression(value) ? [value.left, value.right] : [value.whenTrue, value.whenFalse]
      const first = this.statusOfValue(left, hops + 1)
      const second = this.statusOfValue(right, hops + 1)
      if (first.kind === second.kind) return first
      for (const status of [first, second]) if (status.kind === 'parameter' || status.kind === 'in') return status
      return first
    }
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      // `repositoryFor(tx)`, `new OrderRepository(tx)`, `repository.withTransaction(tx)`: bound to the handle given.
      const isRead = this.isLibraryRead(value)
      for (const argument of argumentsOf(value)) {
        const inner = skipOuter(argument)
        // `Order.findByPk(id)`: a row is bound to nothing but what its options say.
        if (isRead && !ts.isObjectLiteralExpression(inner)) continue
        if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner) && !ts.isObjectLiteralExpression(inner)) continue
        if (ts.isObjectLiteralExpression(inner)) {
          const status = this.statusInObject(inner, hops + 1)
          if (status) return status
          continue
        }
        const handle = handleFrom(inner, this.resolver)
        if (handle.kind !== 'symbol') continue
        const status = this.statusOf(handle.symbol, hops + 1)
        if (status.kind === 'in' || status.kind === 'parameter') return status
      }
    }
    // A client made here, also one that is extended at once: `new PrismaClient().$extends(...)`.
    if (ts.isNewExpression(rootOf(value))) return OUT
    const handle = handleFrom(value, this.resolver)
    if (handle.kind !== 'symbol') return UNKNOWN
    const status = this.statusOf(handle.symbol, hops + 1)
    return status.kind === 'out' && this.picked.isGivenWhere(handle.symbol, value) ? { kind: 'in', transaction: undefined } : status
  }

  /** A call of a library that reads and is given no handle as an argument of its own. */
  private isLibraryRead(value: ts.CallExpression | ts.NewExpression): boolean {
    if (!ts.isCallExpression(value)) return false
    const tags = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(value.expression)))?.tags
    return tags !== undefined && tags.some(({ name, value: words }) => name === 'query' || (name === 'step' && !words.includes('handle'))) && !tags.some(({ name, value: path }) => name === 'handle' && /^\d+$/.test(path))
  }

  /** `createContext({ user, transaction })`: what is made of it may hold the handle. */
  private statusInObject(literal: ts.ObjectLiteralExpression, hops: number): Participation | undefined {
    for (const member of literal.properties) {
      const value = ts.isPropertyAssignment(member) ? skipOuter(member.initializer) : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
      if (!value || (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value))) continue
      const handle = handleFrom(value, this.resolver)
      const status = handle.kind === 'symbol' ? this.statusOf(handle.symbol, hops) : UNKNOWN
      if (status.kind === 'in' || status.kind === 'parameter') return status
    }
    return undefined
  }

  /** An implicit transaction around everything a unit does, at every caller. */
  implicitAround(unit: Unit, seen = new Set<Unit>()): Transaction | undefined {
    if (this.implicitKnown.has(unit)) return this.implicitKnown.get(unit)
    if (seen.has(unit)) return undefined
    seen.add(unit)
    let found = this.decoratorOf(unit)
    if (!found) {
      const callers = this.callers().callersOf(unit)
      for (const caller of callers) {
        const own = caller.use?.transaction?.implicit ? caller.use.transaction : undefined
        const around = own ?? this.implicitBegin(caller.call) ?? this.implicitAround(caller.call.unit, seen)
        if (!around) {
          found = undefined
          break
        }
        found = around
      }
    }
    this.implicitKnown.set(unit, found)
    return found
  }

  private implicitBegin(call: Call): Transaction | undefined {
    const open = this.openAround(call)
    return open?.implicit ? open : undefined
  }

  private findParticipation(operation: Operation): Participation {
    const open = this.openAround(operation.call)
    const handle = operation.handle
    if (open && (open.implicit || open.handles.length === 0)) return { kind: 'in', transaction: open }
    if (this.lists.holds(operation.node)) return { kind: 'in', transaction: undefined }
    const given: Participation =
      handle.kind === 'symbol' ? this.statusOf(handle.symbol) : handle.kind === 'opaque' ? UNKNOWN_HERE(operation.unit) : UNKNOWN
    const status = this.isServed(receiverOf(operation.call.node), given) ? OUT : given
    if (status.kind === 'in') return status
    const implicit = this.implicitAround(operation.unit)
    if (implicit && (!implicit.package || family(implicit.package) === family(operation.package) || !isDatabase(implicit.package)))
      return { kind: 'in', transaction: implicit }
    const instead = this.insteadOfHandle(operation)
    if (instead) return instead
    if (status.kind !== 'out') return status
    if (handle.kind === 'symbol' && this.picked.isGivenWhere(handle.symbol, operation.call.node)) return { kind: 'in', transaction: undefined }
    // Somebody gave a handle on purpose, or a function of the project picks it; which one is not understood.
    return this.chosen(operation.call) ?? (this.operations().at(operation.call)?.carriesHandle || this.picked.isPicked(operation.call) ? UNKNOWN_HERE(operation.unit) : status)
  }

  /** `if (tx) await tx.order.update(...) else await prisma.order.update(...)`: the second runs where no handle is given. */
  private insteadOfHandle({ call }: Operation): Participation | undefined {
    const parameter = this.picked.absentWhere(call.node)
    const status = parameter && this.statusOfParameter(parameter, undefined)
    if (!parameter || !status || status.kind === 'in') return status
    if (this.isHandleType(parameter)) return status
    // Without a type, what some caller gives says what it is.
    const unit = this.resolver.unitAt(parameter.parent)
    const given = unit ? givenByCallers(parameter, this.callers().callersOf(unit)) : []
    return given.some(({ value }) => value && this.statusOfValue(value).kind === 'in') ? status : undefined
  }

  /** `ctx.prisma`: the outer client, which stands in the context that a framework gives to a handler. */
  private isServed(expression: ts.Expression | undefined, status: Participation): boolean {
    if (!expression || status.kind !== 'parameter' || status.index < 0 || status.unit.kind === 'constructor' || !this.callers().callersOf(status.unit).every(({ use }) => use?.mode === 'entry')) return false
    for (let at = skipOuter(expression); ts.isPropertyAccessExpression(at) || ts.isCallExpression(at); at = skipOuter(at.expression)) {
      // `ctx.prisma`, `c.get('db')`
      const [key] = ts.isCallExpression(at) ? at.arguments : []
      const name = ts.isPropertyAccessExpression(at) ? at.name.text : key && ts.isStringLiteralLike(key) ? key.text : ''
      const type = this.resolver.valueType(at)
      if (type.flags & ts.TypeFlags.Any ? CLIENT.test(name) : this.resolver.typeTags(type, 'connection') !== undefined && this.resolver.typeTags(type, 'handle') === undefined) return true
    }
    return false
  }

  /** `clientOf(this.db, tx).update(...)`: a function of the project gives back one of what it is given. */
  private chosen({ node }: Call): Participation | undefined {
    for (const at of this.picked.madeBy(node)) {
      if (!ts.isCallExpression(at) || !this.resolver.functionsOf(skipOuter(at.expression)).some((unit) => this.picked.picks(unit))) continue
      const status = this.statusOfValue(at)
      if (status.kind === 'in' || status.kind === 'parameter') return status
    }
    return undefined
  }

  /** What all callers give to a parameter, or to a property of it. */
  private statusOfParameter(parameter: ts.ParameterDeclaration, property: string | undefined): Participation {
    const unit = this.resolver.unitAt(parameter.parent)
    if (!unit) return UNKNOWN
    let known = this.parameterStatuses.get(parameter)
    if (!known) this.parameterStatuses.set(parameter, (known = new Map()))
    let status = known.get(property)
    if (!status) {
      const index = unit.parameters.indexOf(parameter)
      // Set first, so that a function that hands on what it is given to itself ends: it depends on its callers.
      known.set(property, { kind: 'parameter', unit, index })
      status = this.statusFromCallers(parameter, unit, index, property)
      known.set(property, status)
    }
    return status
  }

  private statusFromCallers(parameter: ts.ParameterDeclaration, unit: Unit, index: number, property: string | undefined): Participation {
    const callers = this.callers().callersOf(unit)
    // A container constructs classes that nothing else does, with what it was given at the start.
    if (callers.length === 0 && unit.kind === 'constructor') return OUT
    const statuses = ifAllSeen(givenByCallers(parameter, callers))?.map(({ value }) => {
      const member = property && value && value !== parameter.initializer ? (propertyOf(value, property)[0] ?? parameter.initializer) : value
      return member ? this.statusOfValue(member) : OUT
    })
    const [first] = statuses ?? []
    if (first && statuses?.every(({ kind }) => kind === 'in')) return first
    return statuses?.every(({ kind }) => kind === 'out') ? OUT : { kind: 'parameter', unit, index }
  }

  private isHandleType(declaration: ts.Declaration): boolean {
    const typed = ts.isParameter(declaration) || ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertySignature(declaration)
    if (!typed || !declaration.type) return false
    // `Db | Tx` says that it may be either.
    if (ts.isUnionTypeNode(declaration.type) && declaration.type.types.some((part) => this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(part), 'connection') !== undefined && this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(part), 'handle') === undefined)) return false
    return this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(declaration.type), 'handle') !== undefined
  }

  /** `{ tx }` of `{ tx: TransactionClient }`: the property that is taken out is declared as a handle, and not optional. */
  private takesHandle({ name, propertyName, initializer, parent }: ts.BindingElement): boolean {
    if (initializer || !ts.isIdentifier(name) || !ts.isObjectBindingPattern(parent)) return false
    const property = this.resolver.typeOf(parent).getProperty(propertyName && ts.isIdentifier(propertyName) ? propertyName.text : name.text)
    const declaration = property?.valueDeclaration
    return declaration !== undefined && ts.isPropertySignature(declaration) && !declaration.questionToken && this.isHandleType(declaration)
  }

  private begin(call: Call, packageName: string, tag: string): Transaction {
    const where = /handle=(\S+)/.exec(tag)?.[1] ?? 'this'
    const handles =
      where === 'this' ? this.receiverHandles(call.node) : where === 'return' ? this.resultHandles(call.node) : atPath(call.node, where).flatMap((value) => this.symbolsOf(value))
    return this.add(call, {
      kind: 'begin',
      node: call.node,
      unit: call.unit,
      package: packageName,
      implicit: / implicit\b/.test(tag),
      isUnpinned: isUnpinned(tag),
      handles,
      bodies: [],
    })
  }

  private isCommit(call: Call): boolean {
    const library = this.resolver.resolve(call).library
    const tag = library && tagIn(library.tags, 'transaction')
    return tag ? tag.value === 'commit' : this.operations().at(call)?.control === 'commit'
  }

  private add(call: Call, transaction: Transaction): Transaction {
    this.byCall.set(call, transaction)
    this.remember(transaction)
    this.all.push(transaction)
    return transaction
  }

  private remember(transaction: Transaction): void {
    for (const handle of transaction.handles) if (!this.byHandle.has(handle)) this.byHandle.set(handle, transaction)
  }

  private receiverHandles(node: ts.Node): ts.Symbol[] {
    const receiver = receiverOf(node)
    return receiver ? this.symbolsOf(receiver) : []
  }

  private symbolsOf(expression: ts.Expression): ts.Symbol[] {
    const handle = handleFrom(expression, this.resolver)
    return handle.kind === 'symbol' ? [handle.symbol] : []
  }

  /** The variable a result is stored in. */
  private resultHandles(node: ts.Node): ts.Symbol[] {
    let at = node
    while (ts.isAwaitExpression(at.parent) || ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent)) at = at.parent
    const parent = at.parent
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return this.symbolsOf(parent.name)
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return this.symbolsOf(parent.left)
    return []
  }

  private parameterHandles(units: readonly Unit[], position: number): ts.Symbol[] {
    return units.flatMap((unit) => {
      const parameter = unit.parameters[position]
      return parameter ? boundNames(parameter.name).flatMap((name) => this.resolver.symbolOf(name) ?? []) : []
    })
  }

  /** The transaction that a decorator opens around a method; undefined for other units. */
  decoratorOf(unit: Unit): Transaction | undefined {
    if (this.decorated.has(unit)) return this.decorated.get(unit)
    const opened = this.declaredBy(unit, 'decorator')
    const found: Transaction | undefined = opened && { kind: 'decorator', node: opened.node, unit, package: opened.package, implicit: true, isUnpinned: false, handles: [], bodies: [unit] }
    if (found) this.all.push(found)
    this.decorated.set(unit, found)
    return found
  }

  /**
   * The transaction of the write that fires a method: `@AfterInsert() notify()`, or `afterInsert` of a subscriber.
   * What the method sends through a client of its own does not take part.
   */
  hookOf(unit: Unit): Transaction | undefined {
    const fired = this.declaredBy(unit, 'hook')
    return fired && { kind: 'hook', node: fired.node, unit, package: fired.package, implicit: false, isUnpinned: false, handles: [], bodies: [unit], ...(fired.by !== undefined && { firedBy: fired.by }) }
  }

  /** What says this of a method: a decorator, or the member of an interface of a library that it implements. */
  private declaredBy(unit: Unit, word: 'decorator' | 'hook'): { node: ts.Node; package: string; by: string | undefined } | undefined {
    const node = unit.node
    const saidBy = (library: LibraryTarget | undefined, at: ts.Node) => {
      const [said, by] = (library && tagIn(library.tags, 'transaction')?.value.split('=')) ?? []
      return library && said === word ? { node: at, package: library.package, by } : undefined
    }
    if (!ts.isMethodDeclaration(node)) return undefined
    for (const decorator of ts.getDecorators(node) ?? []) {
      const callee = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
      if (!this.resolver.mattersByName(name)) continue
      const said = saidBy(this.resolver.libraryOf(this.resolver.symbolOf(callee)), decorator)
      if (said) return said
    }
    if (word !== 'hook' || !ts.isIdentifier(node.name) || !this.resolver.mattersByName(node.name.text) || !ts.isClassLike(node.parent)) return undefined
    for (const clause of node.parent.heritageClauses ?? [])
      for (const type of clause.token === ts.SyntaxKind.ImplementsKeyword ? clause.types : []) {
        const member = this.resolver.symbolOf(type.expression)?.members?.get(node.name.text as ts.__String)
        const said = saidBy(this.resolver.libraryOf(member), node.name)
        if (said) return said
      }
    return undefined
  }
}

/** `@transaction 0 handle=this unpinned` */
function isUnpinned(tag: string): boolean {
  return / unpinned\b/.test(tag)
}

/** The block whose statements a node belongs to. */
function blockOf(node: ts.Node): ts.Node {
  return ts.findAncestor(node, (at) => ts.isBlock(at) || ts.isSourceFile(at) || ts.isCaseOrDefaultClause(at)) ?? node.getSourceFile()
}

/** `if (empty) { await client.commit(); return }`: nothing in this branch has happened where the call stands. */
function leavesApart(end: ts.Node, call: ts.Node): boolean {
  const block = blockOf(end)
  if (block.end >= call.end || !ts.isBlock(block) || !ts.isIfStatement(block.parent)) return false
  const last = block.statements.at(-1)
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last))
}

/** An operation is put into a list or an object of its function, and not waited for there. */
function isLeftUnstarted(node: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isAwaitExpression(parent) || ts.isExpressionStatement(parent) || ts.isReturnStatement(parent)) return false
    if (ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return true
    if (ts.isCallExpression(parent) && parent.expression !== at) return ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'push'
  }
  return false
}

/** What a chain of calls and properties starts with. */
function rootOf(expression: ts.Expression): ts.Expression {
  let root = skipOuter(expression)
  while (ts.isCallExpression(root) || ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
  return root
}

function bindingName(element: ts.BindingElement): string | undefined {
  const name = element.propertyName ?? element.name
  return ts.isIdentifier(name) ? name.text : undefined
}

/** `@mikro-orm/postgresql` and `@mikro-orm/core` are one library; so are `sequelize` and `sequelize-typescript`. */
function family(packageName: string): string {
  return packageName.replace(/^@([^/]+)\/.*$/, '$1').replace(/-.*$/, '')
}

/** Transaction packages that are not the database library itself (`typeorm-transactional`). */
function isDatabase(packageName: string): boolean {
  return !/transactional|cls/.test(packageName)
}
