/**
 * Calls that do something to the world outside, as operations.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, isEither, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import { summariseSql } from '../sql/summarise.js'
import type { SqlSummary } from '../sql/summary.js'
import { chainOf, type Chain } from './builders.js'
import type { AssociationMembers } from './association-members.js'
import type { CallIndex } from './calls.js'
import { declaresPromise } from './declared-types.js'
import { givenAt } from './given-by-callers.js'
import type { Resolver } from './resolver.js'
import type { Shapes } from './shapes.js'
import { constantText, HOLE } from './sql-text.js'
import { tableName, tableOfReceiver } from './table-names.js'
import type { Access, Call, Handle, LibraryTarget, Operation, OperationKind, SqlText, Table, Unit, Wide } from './types.js'

interface StepTag {
  readonly call: Call
  readonly target: LibraryTarget
  readonly words: readonly string[]
}

const TABLE_HOLE = new RegExp(`\\b(?:from|update|truncate|table|only)\\s+["'\`[]?(?:\\w+["'\`\\]]?\\.["'\`[]?)?${HOLE}`, 'gi')
const VALUE_HOLE = new RegExp(`=\\s*'?${HOLE}`, 'g')

export class Operations {
  private readonly byCall = new Map<Call, OperationFact | undefined>()
  /** Builders that functions of the project hand out, and that whoever calls these goes on with. */
  readonly continued = new Set<Operation>()
  private readonly handedOut = new Map<Unit, OperationFact | undefined>()
  private readonly context: OperationContext
  private count = 0

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly shapes: Shapes,
    private readonly associations: AssociationMembers,
    tableOf: (name: string | undefined) => Table | undefined,
  ) {
    this.context = {
      resolver,
      calls,
      tableOf,
      libraryOf: (call) => resolver.resolve(call).library,
      resolveStep: (call, start) => {
        const library = resolver.resolve(call).library ?? (start && memberOfResult(start, call.name, resolver))
        const step = library && tagIn(library.tags, 'step')
        return library && step ? { call, target: library, words: step.value.split(/\s*,\s*/) } : undefined
      },
    }
  }

  /** The operation a call starts; undefined for steps of a chain, subqueries and everything else. */
  at(call: Call): OperationFact | undefined {
    if (this.byCall.has(call)) return this.byCall.get(call)
    this.byCall.set(call, undefined)
    const operation = this.read(call)
    if (operation) operation.id = this.count++
    this.byCall.set(call, operation)
    return operation
  }

  /** What an operation does with the text that a call gives to the function around it. */
  sentThrough(inner: OperationFact, call: Call, chain: Chain, handle: Handle): OperationFact {
    const sent = inner.sentBy(call, chain, handle)
    sent.id = this.count++
    return sent
  }

  private read(call: Call): OperationFact | undefined {
    const node = call.node
    if (!this.resolver.matters(call)) return undefined
    if (ts.isPropertyAccessExpression(node)) return this.lazyRelation(call, node)
    const resolution = this.resolver.resolve(call)
    let target = resolution.library
    let confidence: 'high' | 'medium' = 'high'
    let table: string | undefined
    if (!target && resolution.units.length === 0 && !resolution.parameter) {
      target = this.shapes.match(node) ?? this.shapes.matchRow(node, (expression) => this.readerOf(expression))
      confidence = 'medium'
      const member = target ? undefined : this.associations.match(node)
      if (member) {
        target = member.target
        table = member.table
      }
    }
    if (!target) return this.continuation(call, resolution.units)
    const query = tagIn(target.tags, 'query')
    const effect = isPause(node, target) ? { name: 'effect', value: 'sleep' } : tagIn(target.tags, 'effect')
    if (query) {
      if (tagIn(target.tags, 'step') && this.goesOn(call)) return undefined
      const chain = chainOf(call, this.calls, this.resolver)
      if (this.isSubquery(chain, target) || this.isFragment(call, target, chain) || this.isText(chain)) return undefined
      return new OperationFact('query', call, target, confidence, query.value, chain, this.context, table)
    }
    if (effect) {
      const chain: Chain = { steps: [], node: node as ts.Expression, isAwaited: false, escapes: false, givenTo: undefined }
      const command = this.commandOf(call, effect)
      const [kind = 'http', ...words] = (command?.words ?? effect.value).split(' ')
      return new OperationFact(kind as OperationKind, call, command?.target ?? target, confidence, kind === 'query' ? words.join(' ') : (command?.words ?? effect.value), chain, this.context, undefined, command?.node)
    }
    return undefined
  }

  /** Whether a call that could start an operation is a step of one: `orders.where(...).limit(20).get()`. */
  private goesOn(call: Call): boolean {
    const receiver = receiverOf(call.node)
    const value = receiver && skipOuter(receiver)
    if (!value) return false
    if (ts.isCallExpression(value)) return this.isStep(value)
    if (!ts.isIdentifier(value)) return false
    // `let query = orders.where(...); if (open) query = query.where(...); await query.get()`
    const declared = this.resolver.initializerOf(value)
    if (declared && ts.isCallExpression(skipOuter(declared)) && this.isStep(skipOuter(declared) as ts.CallExpression)) return true
    const symbol = this.resolver.symbolOf(value)
    const uses = this.calls.usesOf(call.unit, value.text).filter((use) => this.resolver.symbolOf(use) === symbol)
    const isAssigned = uses.some(({ parent }) => ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left.getText() === value.text)
    const first = uses.find(({ parent }) => ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent))
    return isAssigned && first !== undefined && first !== value
  }

  private isStep(node: ts.CallExpression): boolean {
    const call = this.calls.at(node)
    return call !== undefined && this.context.resolveStep(call, undefined) !== undefined
  }

  /** `orders().insert(row)`, where `orders` hands out the builder `db('orders')`: an operation of its own. */
  private continuation(call: Call, units: readonly Unit[]): OperationFact | undefined {
    const [unit] = units
    const inner = unit && units.length === 1 && ts.isCallExpression(call.node) ? this.handedOutBy(unit) : undefined
    if (!unit || !inner) return undefined
    const chain = chainOf(call, this.calls, this.resolver)
    if (!chain.steps.some((step) => this.context.resolveStep(step, undefined)) && !this.isGoneOnWith(unit)) return undefined
    if (this.isSubquery(chain, inner.target) || this.isText(chain)) return undefined
    this.continued.add(inner)
    return inner.continuedBy(call, chain, handleGivenBy(call, unit, inner, this.resolver))
  }

  /** The builder that a function returns as it is: nothing has been sent. */
  private handedOutBy(unit: Unit): OperationFact | undefined {
    if (this.handedOut.has(unit)) return this.handedOut.get(unit)
    this.handedOut.set(unit, undefined)
    const [returned, other] = unit.returns
    if (unit.isAsync || unit.isGenerator || !returned || other) return undefined
    let at = skipOuter(returned)
    let start: OperationFact | undefined
    while (!start && ts.isCallExpression(at)) {
      const call = this.calls.at(at)
      start = call && this.at(call)
      const receiver = receiverOf(at)
      if (!receiver) break
      at = skipOuter(receiver)
    }
    const found = start?.kind === 'query' && start.unit === unit && start.escapes && !tagIn(start.target.tags, 'sql') ? start : undefined
    this.handedOut.set(unit, found)
    return found
  }

  /** Somewhere a step follows a call of the function, so that it is meant to be gone on with. */
  private isGoneOnWith(unit: Unit): boolean {
    return this.resolver.callsNamed(unit.name.slice(unit.name.lastIndexOf('.') + 1)).some((call) => {
      const { parent } = call.node
      const next = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) ? this.calls.at(parent.parent) : undefined
      return next !== undefined && this.resolver.resolve(call).units.includes(unit) && this.context.resolveStep(next, undefined) !== undefined
    })
  }

  /** The member that reads, of a chain. */
  private readerOf(expression: ts.Expression): LibraryTarget | undefined {
    let at: ts.Expression | undefined = skipOuter(expression)
    while (at && ts.isCallExpression(at)) {
      const call = this.calls.at(at)
      const operation = call && this.at(call)
      if (operation) return operation.kind === 'query' ? operation.target : undefined
      at = receiverOf(at)
    }
    return undefined
  }

  /** The command that a call is given, where its tag says that the command tells what is done. */
  private commandOf(call: Call, effect: Tag): { node: ts.Node; target: LibraryTarget; words: string } | undefined {
    const path = /command=(\S+)/.exec(effect.value)?.[1]
    const given = path === undefined ? undefined : atPath(call.node, path)[0]
    if (!given) return undefined
    const initializer = this.resolver.initializerOf(given)
    const node = skipOuter(initializer ?? given)
    const declaration = this.resolver.typeOf(given).getSymbol()?.declarations?.[0]
    const target = declaration && this.resolver.libraryTarget(declaration)
    const tag = target && tagIn(target.tags, 'command')
    return target && tag ? { node, target, words: tag.value } : undefined
  }

  /** A chain given to a step or a query of a library is part of that operation. */
  private isSubquery(chain: Chain, target: LibraryTarget): boolean {
    if (!chain.givenTo) return false
    const given = chain.givenTo
    // A call without tags is not resolved; which package it belongs to matters all the same.
    const outer = this.resolver.resolve(given).library ?? (ts.isCallExpression(given.node) ? this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(given.node.expression)), given.node) : undefined)
    if (!outer) return false
    if (outer.tags.some((tag) => tag.name === 'step' || (tag.name === 'query' && !tag.value.startsWith('raw')) || tag.name === 'fragment')) return true
    // `inArray(users.id, db.select(...).from(orders))`; not a list of operations for a transaction.
    return rootOf(outer.package) === rootOf(target.package) && !tagIn(outer.tags, 'transaction') && this.isLazy(chain)
  }

  /** A builder that was not executed before it was given away. */
  private isLazy(chain: Chain): boolean {
    return !chain.isAwaited && this.resolver.typeTags(this.resolver.typeOf(chain.node), 'builder')?.value === 'lazy'
  }

  /** `knex('orders').insert(row).toQuery()`, `db.select().from(orders).as('open')`: a statement as text or as a piece of another one, which somebody else may send. */
  private isText(chain: Chain): boolean {
    const last = chain.isAwaited ? undefined : chain.steps.at(-1)
    return last !== undefined && this.resolver.resolve(last).library?.tags.some(({ name, value }) => name === 'step' && value === 'text') === true
  }

  /** `const total = knex.raw('sum(amount)')`: text that is no statement and is not awaited is a piece of another one. */
  private isFragment(call: Call, target: LibraryTarget, chain: Chain): boolean {
    if (chain.isAwaited || !tagIn(target.tags, 'fragment')) return false
    const text = sqlTextsOf(call, target, this.resolver)[0]
    const constant = text && constantText(text.expression, this.resolver)
    return constant === undefined || !/^[\s(]*(?:select|insert|update|delete|with|merge|truncate|create|alter|drop|call|begin|commit|rollback|set|lock|refresh|vacuum|explain|show|do|grant|copy|notify|listen|analyze)\b/i.test(constant)
  }

  /** `await order.customer`, where the relation is declared lazy: its type is a promise and a relation tag stands on it. */
  private lazyRelation(call: Call, node: ts.PropertyAccessExpression): OperationFact | undefined {
    const declaration = this.resolver.symbolOf(node)?.valueDeclaration
    if (!declaration || !ts.isPropertyDeclaration(declaration)) return undefined
    for (const decorator of ts.getDecorators(declaration) ?? []) {
      const expression = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
      const library = this.resolver.libraryOf(this.resolver.symbolOf(expression))
      const relation = library && tagIn(library.tags, 'relation')
      if (!library || !relation) continue
      const chain: Chain = { steps: [], node, isAwaited: true, escapes: false, givenTo: undefined }
      return new OperationFact('query', call, library, 'high', relation.value === 'many' ? 'read many' : 'read one', chain, this.context, node.name.text)
    }
    return undefined
  }
}

/** The member of what a library function returns. */
function memberOfResult({ declaration }: LibraryTarget, name: string, resolver: Resolver): LibraryTarget | undefined {
  const signature = ts.isFunctionLike(declaration) ? resolver.checker.getSignatureFromDeclaration(declaration) : undefined
  const member = signature && resolver.checker.getPropertyOfType(signature.getReturnType(), name)
  return resolver.libraryOf(member)
}

interface OperationContext {
  readonly resolver: Resolver
  readonly calls: CallIndex
  readonly tableOf: (name: string | undefined) => Table | undefined
  /** `start`: what a chain begins with whose types are not known. */
  readonly resolveStep: (call: Call, start: LibraryTarget | undefined) => StepTag | undefined
  readonly libraryOf: (call: Call) => LibraryTarget | undefined
}

/** An operation; what costs a question is found out when it is asked. */
export class OperationFact implements Operation {
  id = -1
  private stepsRead: readonly StepTag[] | undefined
  private tableRead: { readonly name: string | undefined } | undefined
  private sqlRead: readonly SqlText[] | undefined
  private sqlSummary: SqlSummary | undefined | null = null
  private handleRead: Handle | undefined
  /** What a function handed out and this goes on with. */
  continues: OperationFact | undefined

  constructor(
    readonly kind: OperationKind,
    readonly call: Call,
    readonly target: LibraryTarget,
    readonly confidence: 'high' | 'medium',
    private readonly words: string,
    private readonly chain: Chain,
    private readonly context: OperationContext,
    private readonly fixedTable?: string,
    /** The construction whose arguments say what is done, where that is not the call itself. */
    private readonly command?: ts.Node,
  ) {}

  /** The same, where another call gives the text: its arguments stand in the same places. */
  sentBy(call: Call, chain: Chain, handle: Handle): OperationFact {
    const sent = new OperationFact(this.kind, call, this.target, this.confidence, this.words, chain, this.context)
    sent.handleRead = handle
    return sent
  }

  /** The builder that a function handed out, as the caller of the function goes on with it. */
  continuedBy(call: Call, chain: Chain, handle: Handle): OperationFact {
    const steps = [...this.chain.steps, ...chain.steps]
    const whole = new OperationFact(this.kind, call, this.target, this.confidence, this.words, { ...chain, steps }, this.context, this.fixedTable, this.source)
    whole.handleRead = handle
    whole.continues = this
    return whole
  }

  get unit() {
    return this.call.unit
  }
  get package() {
    return this.target.package
  }
  get node() {
    return this.chain.node
  }
  get steps() {
    return this.chain.steps
  }
  /** Only a builder can get more steps elsewhere, and what an async function returns is executed. */
  get escapes() {
    if (!this.chain.escapes || this.unit.isAsync) return false
    const { libraryOf, resolver } = this.context
    const isBuilder = (call: Call) => {
      const library = libraryOf(call)
      return !(library && declaresPromise(library.declaration)) && resolver.typeTags(resolver.valueType(call.node as ts.Expression), 'builder') !== undefined
    }
    const last = this.chain.steps.at(-1) ?? this.call
    // `createQueryBuilder().getMany()` was run by its last step; behind steps of the project's own nothing tells.
    return isBuilder(last) || (last !== this.call && !libraryOf(last) && isBuilder(this.call))
  }
  get isSync() {
    return / sync$/.test(this.words) && this.kind !== 'query'
  }
  get isImmediate() {
    if (this.kind !== 'query') return this.isSync
    // `db.query.orders.findFirst(...)`
    for (let at: ts.Node = this.call.node; ts.isCallExpression(at) || ts.isPropertyAccessExpression(at); at = at.expression) if (this.context.resolver.typeTags(this.context.resolver.valueType(at.expression), 'immediate')) return true
    return false
  }
  /** What takes the arguments that tags point at. */
  private get source(): ts.Node {
    return this.command ?? this.call.node
  }

  get label(): string {
    const start = calleeText(this.call.node)
    const last = this.stepTags.findLast((step) => step.words.some((word) => /^(?:write|delete|one|many|aggregate|upsert)$/.test(word)))
    return last ? `${start}.${last.call.name}` : start
  }

  get access(): Access {
    if (this.kind !== 'query') return this.effectAccess
    const first = this.words.split(' ')[0] ?? 'unknown'
    let access: Access = first === 'raw' ? (this.summary?.access ?? 'unknown') : (first as Access)
    for (const step of this.stepTags)
      for (const word of step.words)
        if (word === 'write' || word === 'delete' || word === 'aggregate' || word === 'read') {
          // `.count()` after `.where()` makes it an aggregate; `.returning()` does not make a write a read.
          if (word === 'read' && access !== 'unknown') continue
          access = word
        } else if (word === 'upsert') access = 'write'
    return access === 'unknown' && first !== 'raw' ? 'read' : access
  }

  private get effectAccess(): Access {
    const access = / (read|write|delete)\b/.exec(this.words)?.[1]
    if (access) return access as Access
    const method = this.httpMethod
    if (method === undefined) return 'unknown'
    return /^(?:get|head|options)$/i.test(method) ? 'read' : /^delete$/i.test(method) ? 'delete' : 'write'
  }

  /** The HTTP method where an argument says it; undefined where that is not known. */
  private get httpMethod(): string | undefined {
    const path = /method=(\S+)/.exec(this.words)?.[1]
    if (path === undefined) return undefined
    const given = this.at(this.source, path)[0]
    if (given) return constantText(given, this.context.resolver)
    return this.unreadOptions(path) ? undefined : 'GET'
  }

  get takesIdempotency(): boolean {
    return this.tag('idempotency') !== undefined
  }

  get idempotency(): ts.Expression | undefined {
    const tag = this.tag('idempotency')
    return tag && (this.at(this.source, tag.value)[0] ?? this.unreadOptions(tag.value))
  }

  /** A value on the way of a path that was put together elsewhere, so that it may hold what the path names. */
  private unreadOptions(paths: string): ts.Expression | undefined {
    // Where both may be options, those behind are.
    for (const path of paths.split('|').reverse()) {
      const [head = '', ...properties] = path.split('.')
      let value = this.at(this.source, head)[0]
      for (const property of properties) {
        const inner = value && skipOuter(value)
        if (!value || !inner || ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner)) break
        const known = skipOuter(this.context.resolver.initializerOf(inner) ?? inner)
        if (!ts.isObjectLiteralExpression(known) && this.context.resolver.typeOf(inner).flags & ts.TypeFlags.StringLike) break
        if (!ts.isObjectLiteralExpression(known) || known.properties.some(ts.isSpreadAssignment)) return value
        value = propertyOf(known, property)[0]
      }
    }
    return undefined
  }

  get arity(): 'one' | 'many' | 'unknown' {
    const second = this.words.split(' ')[1]
    let arity: 'one' | 'many' | 'unknown' = second === 'one' || second === 'many' ? second : 'unknown'
    if (arity === 'unknown' && this.words.startsWith('raw')) arity = this.summary?.arity ?? 'unknown'
    for (const step of this.stepTags)
      for (const word of step.words) if (word === 'one' || word === 'many') arity = word
    if (this.access === 'aggregate') return 'one'
    if (this.isGiven(this.tag('widened'))) return 'many'
    return arity === 'unknown' && !this.words.startsWith('raw') && this.access === 'read' ? 'many' : arity
  }

  get table(): string | undefined {
    this.tableRead ??= { name: this.findTable() }
    return this.tableRead.name
  }

  get declaredTable(): Table | undefined {
    return this.context.tableOf(this.table)
  }

  get bound(): ts.Expression | true | undefined {
    const tag = this.tag('bound')
    const own = tag && this.at(this.source, tag.value)[0]
    if (own) return own
    for (const step of this.stepTags)
      for (const word of step.words) {
        if (!word.startsWith('limit')) continue
        return this.at(step.call.node, word.slice(6))[0] ?? true
      }
    return this.isRaw && this.summary?.isBounded ? true : undefined
  }

  get where(): readonly (ts.Expression | true)[] {
    const found: (ts.Expression | true)[] = []
    const tag = this.tag('where')
    if (tag) found.push(...this.at(this.source, tag.value).filter((value) => !this.isOptions(value)))
    for (const step of this.stepTags)
      for (const word of step.words)
        if (word.startsWith('where')) {
          const values = this.at(step.call.node, word.slice(6))
          found.push(...(values.length > 0 ? values : ([true] as const)))
        }
    if (this.isRaw && this.summary?.isFiltered) found.push(true)
    // `Group.filterByMember(user).findAll()`: a scope of the project narrows what is read.
    const receiver = receiverOf(this.call.node)
    if (receiver && ts.isCallExpression(skipOuter(receiver)) && this.context.resolver.functionsOf((skipOuter(receiver) as ts.CallExpression).expression).length > 0) found.push(true)
    return found
  }

  /** `find({ order: { id: 'ASC' } })`: an argument that is a filter where it is no options, and holds nothing but options. */
  private isOptions(value: ts.Expression): boolean {
    const index = argumentsOf(this.source).indexOf(value)
    const declaration = this.target.declaration
    const type = index < 0 || !ts.isFunctionLike(declaration) ? undefined : declaration.parameters[index]?.type
    if (!type || !ts.isTypeReferenceNode(type)) return false
    const literal = skipOuter(this.context.resolver.initializerOf(value) ?? value)
    if (!ts.isObjectLiteralExpression(literal) || literal.properties.length === 0) return false
    const names = optionNames(type.typeName, this.context.resolver)
    return names.size > 0 && literal.properties.every(({ name }) => name !== undefined && names.has(name.getText()))
  }

  get changes(): { readonly text: ts.Expression; readonly values: ts.Expression | undefined } | undefined {
    const [text, values] = (this.tag('changes')?.value ?? '').split(' ')
    const given = (path: string | undefined) => (path ? this.at(this.source, path)[0] : undefined)
    const written = given(text)
    return written && { text: written, values: given(values) }
  }

  get data(): ts.Expression | undefined {
    const tag = this.tag('data')
    const own = tag && this.at(this.source, tag.value)[0]
    if (own) return own
    for (const step of this.stepTags)
      for (const word of step.words) {
        const given = word.startsWith('data') ? this.at(step.call.node, word.slice(5))[0] : undefined
        if (given) return given
      }
    return undefined
  }

  get include(): readonly ts.Expression[] {
    const tag = this.tag('include')
    const found = tag ? this.at(this.source, tag.value) : []
    for (const step of this.stepTags)
      for (const word of step.words) if (word.startsWith('include')) found.push(...this.at(step.call.node, word.slice(8)))
    return found
  }

  get many(): { readonly member: string; readonly keys: 'in' | '$in' | 'array' | 'In' | undefined } | undefined {
    const [member, keys] = this.tag('many')?.value.split(' ') ?? []
    return member === undefined ? undefined : { member, keys: keys as 'in' | '$in' | 'array' | 'In' | undefined }
  }

  get boundPath(): string | undefined {
    return this.tag('bound')?.value.split('|')[0]
  }

  get sql(): readonly SqlText[] {
    this.sqlRead ??= [...(this.continues ? [] : [this.call]), ...this.chain.steps].flatMap((call) => sqlTextsOf(call, call === this.call ? this.target : this.context.libraryOf(call), this.context.resolver))
    return this.sqlRead
  }

  get operators(): Operation['operators'] {
    const tag = this.context.resolver.ownerTag(this.target, 'operators')
    return tag && (tag.value === 'cast' ? 'cast' : 'raw')
  }

  get scripts(): readonly ts.Expression[] {
    return [this.call, ...this.chain.steps].flatMap((call) => {
      const target = call === this.call ? this.target : this.context.libraryOf(call)
      const tag = target && tagIn(target.tags, 'script')
      return tag ? this.at(call.node, tag.value) : []
    })
  }

  get givenTo() {
    // `res.json(statement.all())`: rows, and no statement that might get more steps.
    return this.hasStep('execute') ? undefined : this.chain.givenTo
  }
  get isAtomic() {
    return this.tag('atomic') !== undefined || this.hasStep('atomic') || this.isConditional || /[+-]|\badd\b/i.test(this.changes?.text.getText() ?? '')
  }
  get isConditional() {
    const tag = this.tag('conditional')
    return tag !== undefined && this.at(this.source, tag.value).length > 0
  }
  get isUpsert() {
    if (this.kind !== 'query' && /^put$/i.test(this.httpMethod ?? '')) return true
    const tag = this.tag('upsert')
    if (tag?.value === '' || this.isGiven(tag)) return true
    return this.hasStep('upsert') || (this.isRaw && this.summary?.isUpsert === true)
  }
  /** Whether the option that a tag names is given, and not as `false`. */
  private isGiven(tag: Tag | undefined): boolean {
    return tag !== undefined && this.at(this.source, tag.value).some(({ kind }) => kind !== ts.SyntaxKind.FalseKeyword)
  }
  get wide(): Wide | undefined {
    if (this.isRaw) return (this.access === 'write' || this.access === 'delete') && this.isCompleteText() ? { missing: 'all', undefinedValue: 'kept' } : undefined
    const tag = this.stepTags.flatMap((step) => tagIn(step.target.tags, 'wide') ?? [])[0] ?? this.tag('wide')
    if (!tag) return undefined
    const [word, from] = tag.value.split(' ')
    if (word !== 'throws') return { missing: 'all', undefinedValue: word === 'drops' ? 'dropped' : word === 'compares' ? 'unfit' : 'kept' }
    // `^6.1.0`; of `*` and `latest` nobody can tell.
    const major = /\d+/.exec(this.unit.file.package.dependencies.get(this.package) ?? '')?.[0]
    return { missing: 'refused', undefinedValue: from !== undefined && (major === undefined || Number(major) < Number(from)) ? 'dropped' : 'refused' }
  }
  /** `let text = 'UPDATE files SET'`, and `text += ' WHERE id = ?'` further on. */
  private isAddedTo(text: ts.Expression): boolean {
    const value = skipOuter(text)
    if (!ts.isIdentifier(value)) return false
    return this.context.calls.usesOf(this.unit, value.text).some((use) => {
      const { parent } = use
      if (!ts.isBinaryExpression(parent) || parent.left !== use) return false
      const { kind } = parent.operatorToken
      return kind === ts.SyntaxKind.PlusEqualsToken || (kind === ts.SyntaxKind.EqualsToken && beginsWith(parent.right, value.text))
    })
  }

  /** Nothing put in at run time can be a clause: what is not constant are names of tables, and values. */
  private isCompleteText(): boolean {
    const text = this.sql.find((sql) => sql.call === this.call)
    const constant = text && constantText(text.expression, this.context.resolver)
    if (!text || constant === undefined || this.isAddedTo(text.expression)) return false
    return !constant.replace(TABLE_HOLE, '').replace(VALUE_HOLE, '').includes(HOLE)
  }
  get isStream() {
    return this.tag('stream') !== undefined || this.hasStep('stream')
  }
  get locks() {
    const tag = this.tag('lock')
    if (tag && (tag.value === '' || this.at(this.source, tag.value).length > 0)) return true
    return this.hasStep('lock') || (this.isRaw && this.summary?.locks === true)
  }

  get isCached() {
    const tag = this.tag('cached')
    if (tag && this.at(this.source, tag.value).some(({ kind }) => kind !== ts.SyntaxKind.FalseKeyword)) return true
    return this.hasStep('cached')
  }

  /** BEGIN, COMMIT or ROLLBACK sent as SQL text. */
  get control(): 'begin' | 'commit' | 'rollback' | undefined {
    return this.isRaw ? this.summary?.control : undefined
  }

  /** The handle was given with the call, not taken from the receiver. */
  get carriesHandle(): boolean {
    return this.carriedHandle() !== undefined
  }

  get handle(): Handle {
    this.handleRead ??= this.findHandle()
    return this.handleRead
  }

  private get isRaw() {
    return this.words.startsWith('raw')
  }

  /** What the SQL text says; undefined when it is not known. */
  private get summary(): SqlSummary | undefined {
    if (this.sqlSummary === null) {
      const text = this.sql.find((sql) => sql.call === this.call)
      const constant = text && constantText(text.expression, this.context.resolver)
      this.sqlSummary = constant === undefined ? undefined : summariseSql(constant)
    }
    return this.sqlSummary ?? undefined
  }

  private get stepTags(): readonly StepTag[] {
    if (this.stepsRead) return this.stepsRead
    let isLost = this.confidence === 'medium'
    this.stepsRead = this.chain.steps.flatMap((call) => {
      const step = this.context.resolveStep(call, isLost ? this.target : undefined)
      // `User.query().withDeleted().findById(id)`: behind a step of the project's own the builder goes on.
      isLost ||= !step && !this.context.libraryOf(call)
      return step ?? []
    })
    return this.stepsRead
  }

  private hasStep(word: string): boolean {
    return this.stepTags.some((step) => step.words.includes(word))
  }

  private tag(name: string): Tag | undefined {
    return tagIn(this.target.tags, name)
  }

  private at(node: ts.Node, path: string): ts.Expression[] {
    return atPath(node, path, (expression) => this.context.resolver.initializerOf(expression))
  }

  private findTable(): string | undefined {
    const resolver = this.context.resolver
    if (this.fixedTable) return this.fixedTable.toLowerCase()
    const tag = this.tag('table')
    const own = tag && tableName(tag.value, this.source as ts.Expression, this.target, resolver)
    if (own) return own
    for (const step of this.stepTags)
      for (const word of step.words) {
        if (!word.startsWith('table')) continue
        const named = tableName(word.slice(6), step.call.node as ts.Expression, step.target, resolver)
        if (named) return named
      }
    if (this.isRaw) return this.summary?.table
    const receiver = receiverOf(this.call.node)
    return receiver && tableOfReceiver(receiver, resolver, 0)?.toLowerCase()
  }

  private findHandle(): Handle {
    const resolver = this.context.resolver
    const carried = this.carriedHandle()
    if (carried) return handleFrom(carried, resolver)
    const options = this.opaqueOptions()
    if (options) return { kind: 'opaque', text: options.getText().replace(/\s+/g, ' ').slice(0, 60) }
    const node = this.call.node
    const callee = ts.isPropertyAccessExpression(node) ? node : ts.isTaggedTemplateExpression(node) ? node.tag : node.expression
    // `this.save()` goes through the class, `this.db('orders')` through the property.
    const receiver = receiverOf(node)
    const isOwn = receiver?.kind === ts.SyntaxKind.ThisKeyword && resolver.libraryOf(resolver.symbolOf(callee)) !== undefined
    return handleFrom(isOwn && receiver ? receiver : callee, resolver)
  }

  /** Options that may carry a handle and were put together elsewhere: a parameter, or a literal with a spread. */
  private opaqueOptions(): ts.Expression | undefined {
    const path = this.tag('handle')?.value
    const index = path && /^(\d+)\.\w+$/.exec(path)?.[1]
    if (!index) return undefined
    const given = argumentsOf(this.call.node)[Number(index)]
    if (!given) return undefined
    const value = skipOuter(given)
    const literal = ts.isIdentifier(value) ? this.context.resolver.initializerOf(value) : value
    const known = literal && skipOuter(literal)
    if (known && ts.isObjectLiteralExpression(known)) return known.properties.some(ts.isSpreadAssignment) ? given : undefined
    return given
  }

  /** The handle given as an argument or by a step of the chain: `{ transaction }`, `.transacting(trx)`. */
  private carriedHandle(): ts.Expression | undefined {
    const tag = this.tag('handle')
    const own = tag?.value ? this.at(this.source, tag.value)[0] : undefined
    if (own) return own
    for (const step of this.stepTags)
      for (const word of step.words)
        if (word.startsWith('handle')) {
          const value = this.at(step.call.node, word.slice(7))[0]
          if (value) return value
        }
    return undefined
  }
}

/**
 * The symbol at the root of a receiver: `tx` of `tx.order.update`, the property `prisma` of `this.prisma.order`,
 * `manager` of `manager.getRepository(Order).save`.
 */
export function handleFrom(expression: ts.Expression, resolver: Resolver): Handle {
  let value = skipOuter(expression)
  for (;;) {
    if (value.kind === ts.SyntaxKind.ThisKeyword) {
      const owner = ts.findAncestor(value, ts.isClassLike)
      const symbol = owner?.name && resolver.symbolOf(owner.name)
      return symbol ? { kind: 'symbol', symbol, text: 'this' } : { kind: 'unknown', text: 'this' }
    }
    if (ts.isIdentifier(value)) {
      const symbol = resolver.symbolOf(value)
      return symbol ? { kind: 'symbol', symbol, text: value.text } : { kind: 'unknown', text: value.text }
    }
    if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) {
      const object = skipOuter(value.expression)
      if (object.kind === ts.SyntaxKind.ThisKeyword) {
        const symbol = resolver.symbolOf(value)
        const text = value.getText()
        return symbol ? { kind: 'symbol', symbol, text } : { kind: 'unknown', text }
      }
      value = object
      continue
    }
    if (ts.isCallExpression(value)) {
      value = skipOuter(value.expression)
      continue
    }
    if (ts.isAwaitExpression(value)) {
      value = skipOuter(value.expression)
      continue
    }
    return pickedHandle(value, resolver) ?? { kind: 'unknown', text: value.getText().slice(0, 60) }
  }
}

/** What an operation of a function is sent through when a call runs the function: what the call gives, or what the function has. */
export function handleGivenBy(call: Call, unit: Unit, inner: OperationFact, resolver: Resolver): Handle {
  const { handle } = inner
  if (inner.unit !== unit || handle.kind !== 'symbol') return handle
  const parameter = unit.parameters.find((one) => handle.symbol.valueDeclaration === one)
  if (!parameter) return handle
  const { value: given } = givenAt(call.node, parameter)
  if (given) return handleFrom(given, resolver)
  // `(trx || this.knex)('orders')` without a transaction.
  let start = inner
  while (start.continues) start = start.continues
  const callee = ts.isCallExpression(start.call.node) ? skipOuter(start.call.node.expression) : undefined
  const root = callee && ts.isPropertyAccessExpression(callee) ? skipOuter(callee.expression) : callee
  const others = root ? sidesOf(root).map((side) => handleFrom(side, resolver)) : []
  return others.find((other) => other.kind === 'symbol' && other.symbol !== handle.symbol) ?? handle
}

/** `tx ?? this.prisma`: as good as what the caller gives. */
function pickedHandle(value: ts.Expression, resolver: Resolver): Handle | undefined {
  const handles = sidesOf(value).map((side) => handleFrom(side, resolver))
  const given = handles.find((handle) => handle.kind === 'symbol' && ts.findAncestor(handle.symbol.valueDeclaration, ts.isParameter) !== undefined)
  const handle = given ?? handles[0]
  return handle?.kind === 'symbol' ? { ...handle, text: value.getText().replace(/\s+/g, ' ').slice(0, 60) } : undefined
}

/** The values one of which an expression picks. */
function sidesOf(value: ts.Expression): readonly ts.Expression[] {
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse]
  return ts.isBinaryExpression(value) && isEither(value.operatorToken.kind) ? [value.left, value.right] : []
}

/** SQL text that a call takes, by its tags. */
export function sqlTextsOf(call: Call, target: LibraryTarget | undefined, resolver: Resolver): SqlText[] {
  if (!target) return []
  const found: SqlText[] = []
  for (const tag of target.tags) {
    if (tag.name !== 'sql' && tag.name !== 'fragment') continue
    const executes = tag.name === 'sql'
    const params = tagIn(target.tags, 'params')
    const base = {
      call,
      executes,
      params: params ? atPath(call.node, params.value)[0] : undefined,
      paramsIndex: params && /^\d/.test(params.value) ? Number.parseInt(params.value, 10) : undefined,
      placeholder: (tagIn(target.tags, 'placeholder') ?? resolver.ownerTag(target, 'placeholder'))?.value as SqlText['placeholder'],
    }
    if (tag.value.startsWith('template')) {
      if (ts.isTaggedTemplateExpression(call.node))
        found.push({ ...base, expression: call.node.template, kind: tag.value === 'template raw' ? 'text' : 'bound' })
      // `$queryRaw(Prisma.sql`...`)`, also behind a name.
      else {
        const [given] = argumentsOf(call.node)
        const made = given && skipOuter(ts.isIdentifier(skipOuter(given)) ? (resolver.initializerOf(given) ?? given) : given)
        if (made && ts.isTaggedTemplateExpression(made)) found.push({ ...base, expression: made, kind: 'bound' })
      }
      continue
    }
    for (const expression of atPath(call.node, tag.value)) {
      const value = skipOuter(expression)
      // A callback, an object or a bound template is not text.
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isObjectLiteralExpression(value)) continue
      found.push({ ...base, expression, kind: ts.isTaggedTemplateExpression(value) ? 'bound' : 'text' })
    }
  }
  return found
}

/** `text + ' AND open'`, `${text} AND open` */
function beginsWith(expression: ts.Expression, name: string): boolean {
  const value = skipOuter(expression)
  if (ts.isBinaryExpression(value)) return beginsWith(value.left, name)
  if (ts.isTemplateExpression(value)) return value.head.text.trim() === '' && value.templateSpans[0] !== undefined && beginsWith(value.templateSpans[0].expression, name)
  return ts.isIdentifier(value) && value.text === name
}

/** `new Promise((resolve) => setTimeout(resolve, 1000))`: a callback that runs later does nothing but end the wait. */
function isPause(node: ts.Node, target: LibraryTarget): boolean {
  if (!tagIn(target.tags, 'pauses') || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false
  const executor = ts.findAncestor(node, (at) => ts.isArrowFunction(at) || ts.isFunctionExpression(at)) as ts.ArrowFunction | ts.FunctionExpression | undefined
  const settle = executor?.parameters[0]?.name
  const made = executor?.parent
  if (!settle || !ts.isIdentifier(settle) || !made || !ts.isNewExpression(made) || made.expression.getText() !== 'Promise') return false
  const given = node.arguments[0]
  const callback = given && skipOuter(given)
  if (!callback) return false
  if (ts.isIdentifier(callback)) return callback.text === settle.text
  const body = ts.isArrowFunction(callback) ? skipOuter(callback.body as ts.Expression) : undefined
  return body !== undefined && ts.isCallExpression(body) && ts.isIdentifier(body.expression) && body.expression.text === settle.text
}

/** The package of a module: `drizzle-orm` of `drizzle-orm/pg-core`. */
function rootOf(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/')
}

export function tagIn(tags: readonly Tag[], name: string): Tag | undefined {
  return tags.find((tag) => tag.name === name)
}

/** `prisma.user.findMany`, `knex('users')`, short enough for a message. */
export function calleeText(node: ts.Node): string {
  const short = (text: string) => {
    const folded = text.replace(/\s+/g, ' ').replace(/ ?\. ?/g, '.')
    return folded.length > 60 ? `${folded.slice(0, 57)}...` : folded
  }
  if (ts.isTaggedTemplateExpression(node)) return short(node.tag.getText())
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const callee = skipOuter(node.expression)
    const first = argumentsOf(node)[0]
    // For `knex('users')` the argument is what matters.
    if (ts.isIdentifier(callee) && first && ts.isStringLiteralLike(first)) return short(`${callee.text}(${first.getText()})`)
    return (ts.isNewExpression(node) ? 'new ' : '') + short(calleeChain(callee))
  }
  return short(node.getText())
}

/** A callee without the arguments of calls inside it. */
function calleeChain(callee: ts.Expression): string {
  const value = skipOuter(callee)
  if (ts.isPropertyAccessExpression(value)) return `${calleeChain(value.expression)}.${value.name.text}`
  if (ts.isElementAccessExpression(value)) return `${calleeChain(value.expression)}[${value.argumentExpression.getText()}]`
  if (ts.isCallExpression(value)) {
    const first = value.arguments[0]
    const argument = first && (ts.isIdentifier(first) || ts.isStringLiteralLike(first)) ? first.getText() : value.arguments.length > 0 ? '...' : ''
    return `${calleeChain(value.expression)}(${argument})`
  }
  return value.getText()
}

/** Properties that an interface of a library declares, with those of the ones it extends. */
function optionNames(type: ts.Node, resolver: Resolver): Set<string> {
  const names = new Set<string>()
  for (const declaration of resolver.symbolOf(type)?.declarations ?? []) {
    if (!ts.isInterfaceDeclaration(declaration)) continue
    for (const { name } of declaration.members) if (name) names.add(name.getText())
    for (const clause of declaration.heritageClauses ?? []) for (const { expression } of clause.types) for (const name of optionNames(expression, resolver)) names.add(name)
  }
  return names
}
