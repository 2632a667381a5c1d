/**
 * Writes of a unit that stand in no transaction, and what they write.
 */
import { ts } from 'ts-morph'
import type { Call, CallbackUse, Model, Operation, Reached, RowAccess, Unit } from '../../src/model/types.js'

/** A call of a unit and the write it leads to. */
export interface Write {
  readonly call: Call
  readonly reached: Reached
  readonly operation: Operation
  /** A loop over data repeats it. */
  readonly isRepeated: boolean
}

/** Hops between the unit and a write beyond which "the same piece of work" is a guess. */
export const MOST_HOPS = 2

/** Writes of units outside of transactions. */
export class LooseWrites {
  /** Functions that run in a transaction; what misses its handle there is told as that. */
  private readonly bodies: ReadonlySet<Unit>
  private readonly dataLoops: ReadonlySet<ts.Node>

  /** @param torn units that have a finding, added to by who asks */
  constructor(
    private readonly model: Model,
    private readonly torn: ReadonlySet<Unit>,
  ) {
    this.bodies = new Set(model.transactions.flatMap(({ bodies, kind }) => (kind === 'hook' ? [] : bodies)))
    this.dataLoops = new Set(model.loops.flatMap(({ node, size }) => (size === 'data' ? [node] : [])))
  }

  /** One write for each call that leads to some, in the order in which they run; two where its callback writes as well. */
  of(unit: Unit): Write[] {
    const { model } = this
    if (this.isInBody(unit) || model.implicitTransaction(unit)) return []
    return inOrder(unit.calls).flatMap((call) => {
      const uses = model.callbacksOf(call)
      // A function handed to another one runs when that one says so, which may be never or later.
      if (uses.some((use) => use.mode === 'entry' || use.mode === 'deferred' || use.transaction !== undefined || (use.mode !== 'iterates' && use.through !== undefined))) return []
      const loose = model.reachedFrom(call, 'query').map((reached) => model.wrapped.through(reached)).filter((reached) => reached.distance <= MOST_HOPS && isWrite(reached.operation) && isLoose(call, reached, model) && !this.isHandedAway(reached) && !(reached.operation.call === call && isGivenBack(call)))
      const nearest = loose[0]
      if (!nearest) return []
      // Another unit below already has the finding.
      if (loose.some(({ operation, trace }) => trace.length > 1 && (this.torn.has(operation.unit) || this.isTorn(call, uses)))) return []
      const isRepeated = uses.some((use) => use.mode === 'iterates') || (call.loop !== undefined && this.dataLoops.has(call.loop.node))
      const writes = [{ call, reached: nearest, operation: nearest.operation, isRepeated }]
      // `connection.query('INSERT ...', (error) => connection.query('UPDATE ...'))`
      const isOwn = nearest.distance === 0 && nearest.trace.length === 1
      // Or both are what the function gives back.
      const next = isOwn && uses.length > 0 ? loose.find(({ trace }) => trace.length > 1) : !isOwn && isGivenBack(nearest.operation.call) ? loose.find(({ operation }) => operation !== nearest.operation && operation.unit === nearest.operation.unit) : undefined
      return next ? [...writes, { call, reached: next, operation: next.operation, isRepeated: false }] : writes
    })
  }

  /**
   * On the way stands a function that is handed to something nobody knows, which is not waited for all the way: it runs
   * when it is called for. `useAction(closeOrder)`; `tools = { close: closeTool() }`, which gives back `tool({ execute })`.
   */
  private isHandedAway({ trace }: Reached): boolean {
    let isWaited = true
    return trace.slice(0, -1).some(({ node }) => {
      isWaited &&= isWaitedFor(node)
      if (isWaited) return false
      const call = this.model.unitOf(node)?.calls.find((one) => one.node === node)
      return call !== undefined && this.model.resolve(call).library === undefined && this.model.callbacksOf(call).some(({ mode, units, through }) => mode === 'once' && through === undefined && units.some(({ isAsync }) => isAsync))
    })
  }

  private isTorn(call: Call, uses: readonly CallbackUse[]): boolean {
    return [...this.model.resolve(call).units, ...uses.flatMap(({ units }) => units)].some((unit) => this.torn.has(unit))
  }

  private isInBody(unit: Unit): boolean {
    for (let at: Unit | undefined = unit; at; at = at.parent) if (this.bodies.has(at)) return true
    return false
  }
}

/** `a().then(b)` runs `a` first, though both begin at one place. */
function inOrder(calls: readonly Call[]): readonly Call[] {
  const placeOf = ({ node }: Call) => {
    const callee = ts.isTaggedTemplateExpression(node) ? node.tag : ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : node
    return ts.isPropertyAccessExpression(callee) ? callee.name.pos : callee.pos
  }
  return [...calls].sort((left, right) => placeOf(left) - placeOf(right))
}

/**
 * Not waited for here, but given to the caller in a list or an object, who lists it for a transaction or runs it:
 * `return { order: prisma.order.update(...), stock }`, `writes.push(prisma.order.update(...))`.
 */
function isGivenBack({ node, unit }: Call): boolean {
  let isGrouped = false
  for (let at: ts.Node = node; at.parent && at !== unit.node; at = at.parent) {
    const { parent } = at
    if (ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent)) isGrouped = true
    else if (ts.isReturnStatement(parent) || ts.isFunctionLike(parent)) return isGrouped
    else if (ts.isCallExpression(parent) && parent.expression !== at) {
      const callee = parent.expression
      return ts.isPropertyAccessExpression(callee) && callee.name.text === 'push' && ts.isIdentifier(callee.expression) && isHandedOn(callee.expression.text, unit)
    } else if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) && isHandedOn(parent.name.text, unit)
    else if (ts.isAwaitExpression(parent) || ts.isStatement(parent)) return false
  }
  return false
}

/** A variable is returned in a list or an object, or is a list that the caller gave, and nothing waits for it. */
function isHandedOn(name: string, unit: Unit): boolean {
  const word = String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`
  if (new RegExp(String.raw`\bawait\b[^;\n]*${word}|\bPromise\.\w+\([^)]*${word}|${word}\.then\(`).test(unit.node.getText())) return false
  if (unit.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name)) return true
  return unit.returns.some((value) => new RegExp(word).test(value.getText()) && (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value) || ts.isIdentifier(value)) && (!ts.isIdentifier(value) || new RegExp(String.raw`${word}\.push\(`).test(unit.node.getText())))
}

/** What a call gives is awaited, returned, or put where others are. */
function isWaitedFor(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent) || ts.isArrayLiteralExpression(parent)) return true
    if (ts.isFunctionLike(parent)) return ts.isArrowFunction(parent) && parent.body === at
    if (ts.isStatement(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return false
  }
  return false
}

/** Inserts or updates by a key; what takes a condition puts the row whole, whatever was there. */
export function isKeyed(operation: Operation): boolean {
  return operation.isUpsert && operation.target?.tags.some(({ name }) => name === 'conditional') !== true
}

function isWrite(operation: Operation): boolean {
  return operation.access === 'write' || operation.access === 'delete'
}

function isLoose(call: Call, reached: Reached, model: Model): boolean {
  const participation = model.participationOf(reached)
  return (participation.kind === 'out' || participation.kind === 'unknown') && !model.openTransaction(reached.operation.call) && !model.openTransaction(call)
}

/** Two rows of one table, as in a transfer: both change existing rows that are known to be two, or both are new. */
export function isTwoRows(first: Write, second: Write, model: Model): boolean {
  if (first.operation.access === 'delete' || second.operation.access === 'delete') return false
  const [left, right] = [accessOf(first, model), accessOf(second, model)]
  if (!left || !right) return false
  const { rows } = model
  const [from, to] = [rows.keyOf(left.operation), rows.keyOf(right.operation)]
  if (from && to) {
    const shared = [...from.columns].flatMap(([column, value]) => {
      const other = to.columns.get(column)
      if (other === undefined) return []
      const [one, two] = [foundBy(left.lift(value), first.call.unit, model), foundBy(right.lift(other), second.call.unit, model)]
      return [{ column, isSame: one === two || isUnknownBeside(one, two) }]
    })
    return shared.length > 0 && shared.every(({ isSame }) => !isSame) && shared.some(({ column }) => column.endsWith('id') || first.operation.arity !== 'many')
  }
  const [one, other] = [rows.targetOf(left.operation), rows.targetOf(right.operation)].map((target) => target && rows.textOf(target.expression))
  if (one !== undefined && other !== undefined) return left.lift(one) !== right.lift(other) && !/^~/.test(one + other)
  return false
}

/** One comes from where nothing is seen, and may be the other; `transfer.from` and `transfer.to` of one object are two. */
function isUnknownBeside(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => /^~[\d:]*|^\w+\(.*\)/.exec(text)?.[0])
  return one !== other
}

/** `order.id` of `order = await find({ id })` is `id`, also where a function of the project finds it. */
function foundBy(text: string, unit: Unit, model: Model): string {
  const { rows } = model
  const row = rows.rowIn(text)
  const column = row?.path.length === 1 ? row.path[0]?.toLowerCase().replaceAll('_', '') : undefined
  const value = row && column !== undefined ? rows.keyOf(row.operation)?.columns.get(column) : undefined
  if (!row || value === undefined) return text
  return row.operation.unit === unit ? value : (rows.accessesOf(unit).find(({ operation }) => operation === row.operation)?.lift(value) ?? text)
}

function accessOf({ call, operation }: Write, model: Model): RowAccess | undefined {
  return model.rows.accessesOf(call.unit).find((access) => access.operation === operation && access.calls[0] === call)
}

/** Where the table of one is not known, what it is made on has the name of the other: `invoice.update(...)` of an `invoice`. */
export function isSameSubject(first: Write, second: Write): boolean {
  if (subjectOf(first) === subjectOf(second)) return true
  if ((first.operation.table === undefined) === (second.operation.table === undefined)) return false
  const [one, other] = [first, second].map(({ operation }) => operation.table ?? /([\w$]+)\.[\w$]+$/.exec(operation.label)?.[1]?.toLowerCase())
  return one !== undefined && one === other && one !== 'this'
}

/** The table, or where generic code hides it, what the call is made on. */
export function subjectOf({ call, operation }: Write): string {
  if (operation.table !== undefined) return operation.table
  const callee = ts.isCallExpression(call.node) ? call.node.expression : call.node
  return ts.isPropertyAccessExpression(callee) ? callee.expression.getText().replace(/^this\./, '').replace(/\s+/g, ' ').slice(0, 40) : operation.label
}
