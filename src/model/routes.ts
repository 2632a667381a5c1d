/**
 * The matrix of entry points: what stands before each, and what running it does.
 */
import { ts } from 'ts-morph'
import { contains } from './control-flow.js'
import { givenAt } from './given-by-callers.js'
import { skipOuter } from '../libraries/paths.js'
import type { BackendModel } from './model.js'
import type { QueryCount } from './query-growth.js'
import { entryName } from './reach.js'
import type { EntryPoint, Guard, Middleware, Operation, OperationKind, Reached, Unit } from './types.js'

/** Something that is there, and how it is known. */
export interface Protection {
  /** The middleware as written; undefined where the handler does it. */
  readonly by: string | undefined
  readonly how: string
  readonly confidence: 'high' | 'medium'
}

/** A call of another system. */
export interface ExternalCall {
  readonly kind: OperationKind
  /** How people write it: `stripe.charges.create`. */
  readonly label: string
  /** Once for each element of a list that grows. */
  readonly isRepeated: boolean
}

export interface RouteFacts {
  readonly entry: EntryPoint
  /** `GET /orders/:id`, `job invoices`. */
  readonly name: string
  readonly auth: Protection | undefined
  readonly validation: Protection | undefined
  readonly limiter: Protection | undefined
  /** key: a key of idempotency is read or given on; repeatable: all writes may be repeated; none: they may not; undefined: nothing is written. */
  readonly idempotency: 'key' | 'repeatable' | 'none' | undefined
  /** How many of its writes are in a transaction; single: there is one write; undefined: there is none. */
  readonly transaction: 'all' | 'some' | 'none' | 'single' | undefined
  readonly queries: QueryCount
  /** Sent by what runs before the handler. */
  readonly queriesBefore: QueryCount
  readonly external: readonly ExternalCall[]
}

const EXTERNAL: readonly OperationKind[] = ['http', 'payment', 'email', 'sms', 'llm', 'publish', 'enqueue', 'storage', 'process']
const KEY = /idempot(?:ency|ent)|\bdedup(?:e|lication)?[-_]?(?:key|id)\b/i
/** Options that libraries take such a key by. */
const KEY_NAME = /idempot|dedup|^(?:jobId|singletonKey|identifier)$/i
/** A header or field that is read by its name. */
const READ_KEY = /['"`][\w-]*idempotency[\w-]*['"`]/i

/** Facts of all entry points in production code: by kind, path and method, then by place. */
export function routesOf(model: BackendModel): RouteFacts[] {
  const order = (left: EntryPoint, right: EntryPoint) =>
    compare(KINDS.indexOf(left.kind), KINDS.indexOf(right.kind)) ||
    compare(left.path ?? '', right.path ?? '') ||
    compare(left.method ?? '', right.method ?? '') ||
    compare(left.file.relative, right.file.relative) ||
    left.node.pos - right.node.pos
  return [...model.entryPoints].sort(order).map((entry) => factsOf(entry, model))
}

const KINDS: readonly EntryPoint['kind'][] = ['route', 'webhook', 'action', 'procedure', 'resolver', 'consumer', 'listener', 'job', 'cron', 'cli']

function compare<T extends string | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function factsOf(entry: EntryPoint, model: BackendModel): RouteFacts {
  const { guards, checksCredential } = model.guardsOf(entry)
  // Who logs in is not known yet; that the handler refuses a wrong password is no guard.
  const isLogin = checksCredential !== undefined
  const reached = model.reachedBy(entry.handler, 'query')
  const writes = reached.filter(({ operation }) => operation.access === 'write' || operation.access === 'delete')
  const external = EXTERNAL.flatMap((kind) => model.reachedBy(entry.handler, kind))
  return {
    entry,
    name: entryName(entry),
    auth: protection(isLogin ? guards.filter(({ middleware }) => middleware !== undefined) : guards, 'auth'),
    // A pipe for all handlers checks those that declare what they take.
    validation: protection(guards.filter((guard) => isValidator(guard, guards, model)), 'validate') ?? validationIn(entry, model),
    limiter: protection(guards, 'limit'),
    idempotency: idempotencyOf(entry, writes, external),
    transaction: transactionOf(entry, writes, model),
    queries: model.queriesOf(entry.handler),
    queriesBefore: sum(entry.middleware.flatMap(({ units }) => units.map((unit) => model.queriesOf(unit)))),
    external: distinct(external),
  }
}

function protection(guards: readonly Guard[], kind: Guard['kind']): Protection | undefined {
  const found = guards.filter((guard) => guard.kind === kind)
  const isSure = ({ confidence }: Guard) => confidence === 'high'
  // Who asks is found out first; the schema and the limit next to the handler say most of it.
  const best = kind === 'auth' ? (found.find(isSure) ?? found[0]) : (found.findLast(isSure) ?? found.at(-1))
  return best && { by: best.middleware?.label, how: best.how, confidence: best.confidence }
}

/** Whether what is known as a validator checks something of the request. */
function isValidator({ middleware }: Guard, guards: readonly Guard[], { validation }: BackendModel): boolean {
  if (!middleware) return true
  // What asks who somebody is parses what a token says.
  if (guards.some((other) => other.kind === 'auth' && other.middleware === middleware)) return false
  if (validation.declared.isClassPipe(middleware.node) || !validation.readsRequest(middleware)) return false
  // A schema that a function of the project asks may be about its settings, a token or the answer.
  return middleware.units.length === 0 || middleware.tags.some(({ name }) => name === 'guard') || validation.checksAnything(middleware.units)
}

/** By a declared parameter that a pipe checks, or by a schema that the handler asks. */
function validationIn({ handler }: EntryPoint, model: BackendModel): Protection | undefined {
  for (const parameter of handler.parameters) {
    if (ts.getDecorators(parameter) && model.validation.declared.checks(parameter)) return { by: parameter.type?.getText(), how: 'a pipe checks what the parameter declares', confidence: 'high' }
  }
  const asked = askedSchema(handler, model)
  if (model.validation.checksAnything([handler])) return { by: undefined, how: asked === undefined ? 'the handler hands on what it gets to a schema' : `the handler calls ${asked}`, confidence: 'high' }
  return asked === undefined ? undefined : { by: undefined, how: `the handler calls ${asked}`, confidence: 'medium' }
}

/** A call by which a unit, or a function in it, checks something against a schema. */
function askedSchema(unit: Unit, model: BackendModel): string | undefined {
  for (const call of unit.calls) {
    if (ts.isDecorator(call.node.parent) || !/parse|valid|check|assert|is$|safe|verify/i.test(call.name)) continue
    if (!model.resolve(call).library?.tags.some((tag) => tag.name === 'validates')) continue
    return call.node.getText().replace(/\s+/g, ' ').replace(/\(.*$/, '').slice(-40)
  }
  for (const child of unit.children) {
    const found = askedSchema(child, model)
    if (found !== undefined) return found
  }
  return undefined
}

function idempotencyOf({ handler, middleware }: EntryPoint, writes: readonly Reached[], external: readonly Reached[]): RouteFacts['idempotency'] {
  const effects = external.filter(({ operation }) => operation.access !== 'read' && operation.kind !== 'http')
  if (writes.length === 0 && effects.length === 0) return undefined
  const isKeyed = [...writes, ...effects].some((one) => isGivenKey(one))
  if (isKeyed || KEY.test(codeOf(handler)) || middleware.some(({ label, units }) => KEY.test(label) || units.some((unit) => READ_KEY.test(codeOf(unit))))) return 'key'
  return effects.every(({ operation }) => operation.kind !== 'storage' && isRepeatable(operation)) && writes.every(({ operation }) => isRepeatable(operation)) ? 'repeatable' : 'none'
}

/** A new value computed from the old one. */
const COMPUTED = /\b(?:increment|decrement|multiply|divide|push|raw|literal|sql)\b|\$(?:inc|mul|push|pull|addToSet|unshift)\b|[-+*/]=?\s/

/** A deletion, an upsert, or the change of rows to values that do not depend on what they were. */
function isRepeatable({ access, isUpsert, where, data }: Operation): boolean {
  if (isUpsert || access === 'delete') return true
  return where.length > 0 && data !== undefined && !COMPUTED.test(data.getText())
}

/** Whether a key is given, where the function with the call has it from its callers by the one that this work comes through. */
function isGivenKey({ operation, trace }: Reached): boolean {
  let key = operation.idempotency
  for (const { node } of [...trace].reverse()) {
    const owner = key && ts.isIdentifier(key) ? parameterNamed(key) : undefined
    if (!key || !owner) break
    if (!ts.isCallExpression(node) || contains(node, key)) continue
    key = givenAt(node, owner).value
  }
  if (!key) return false
  const value = skipOuter(key)
  // Options that were put together elsewhere say nothing.
  if (ts.isObjectLiteralExpression(value)) return value.properties.some(({ name }) => name !== undefined && KEY_NAME.test(name.getText()))
  return !ts.isCallLikeExpression(key.parent)
}

/** The parameter a name is, of the nearest function that has one of this name. */
function parameterNamed(name: ts.Identifier): ts.ParameterDeclaration | undefined {
  for (let at: ts.Node = name; at.parent; at = at.parent) {
    const found = ts.isFunctionLike(at) ? at.parameters.find((parameter) => parameter.name.getText() === name.text) : undefined
    if (found && ts.isParameter(found)) return found
  }
  return undefined
}

/** The text of a function without its comments. */
function codeOf({ node }: Unit): string {
  return node.getText().replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

function transactionOf(entry: EntryPoint, writes: readonly Reached[], model: BackendModel): RouteFacts['transaction'] {
  if (writes.length === 0) return undefined
  const isAround = entry.middleware.some((one) => opensAround(one, model))
  const inside = writes.filter((write) => {
    const { kind } = model.participationOf(write)
    // What the handler hands on holds the transaction that was opened before it.
    return kind === 'in' || (isAround && (kind === 'parameter' || kind === 'unknown')) || model.implicitTransaction(write.operation.unit) !== undefined
  })
  if (inside.length === writes.length) return 'all'
  if (inside.length > 0) return 'some'
  const count = model.writesOf(entry.handler)
  return count.fixed <= 1 && count.perItem + count.nested === 0 ? 'single' : 'none'
}

/** `sequelize.transaction(async (t) => { ctx.state.transaction = t; return next() })` */
function opensAround({ units }: Middleware, model: BackendModel): boolean {
  return units.some((unit) => {
    const next = unit.parameters.at(-1)?.name.getText()
    return next !== undefined && model.transactions.some((one) => one.unit === unit && one.bodies.some(({ calls }) => calls.some(({ name }) => name === next)))
  })
}

function sum(counts: readonly QueryCount[]): QueryCount {
  return counts.reduce((left, right) => ({ fixed: left.fixed + right.fixed, perItem: left.perItem + right.perItem, nested: left.nested + right.nested }), { fixed: 0, perItem: 0, nested: 0 })
}

function distinct(reached: readonly Reached[]): ExternalCall[] {
  const found = new Map<string, ExternalCall>()
  for (const { operation, looped } of reached) {
    const key = `${operation.kind} ${operation.label}`
    const known = found.get(key)
    if (!known || (looped && !known.isRepeated)) found.set(key, { kind: operation.kind, label: operation.label, isRepeated: looped })
  }
  return [...found.values()]
}
