/**
 * What code does before it calls a payment provider, so that a repetition comes to another end.
 */
import { ts } from 'ts-morph'
import { boundNames } from '../../src/libraries/paths.js'
import { columnName } from '../../src/model/column-names.js'
import { claimsOf, conjuncts, contains, denialsOf, endsFunction, saysIsThere, statementsBefore, type Claim } from '../../src/model/control-flow.js'
import { areApart } from '../../src/model/effects-in-order.js'
import type { Call, EntryPoint, Model, Operation, RowAccess, Unit } from '../../src/model/types.js'
import { isClaim, isNoticed } from './effects.js'

/**
 * kept: what was made is kept, and asked for first; asked: the provider was asked for it, and knows it as soon as it is made; claimed: a row that cannot be there twice is written first; consumed:
 * what has to be there is taken away first; tested: it is looked whether it was done, one after another.
 */
export type Care = 'kept' | 'asked' | 'claimed' | 'consumed' | 'tested'

/** Entry points that are looked at. */
const MOST_ENTRIES = 12
/** Functions above a call that are looked through for them. */
const MOST_UNITS = 200

/** How a repetition is met, and where it comes in. */
export interface Met {
  readonly care: Care | undefined
  readonly entry: EntryPoint | undefined
}

/** How a repetition is met on the ways to an operation, by the least of them: on one of them nothing may be done about it. */
export function careFor(operation: Operation, model: Model): Met {
  const ways = entriesTo(operation.unit, model).flatMap((entry): Met[] => {
    const accesses = model.rows.accessesOf(entry.handler)
    return accesses.flatMap((access, index) => (access.operation === operation ? [{ care: careOn(access, accesses, index, model), entry }] : []))
  })
  const [first] = ways
  if (!first) return { care: careWithin(operation, model), entry: undefined }
  const bare = ways.find(({ care }) => care === undefined)
  if (bare || ways.every(({ care }) => care === first.care)) return bare ?? first
  return { care: 'tested', entry: (ways.find(({ care }) => care === 'tested') ?? first).entry }
}

/** The entry points that come to a unit by any of its callers, the nearest first. */
function entriesTo(unit: Unit, model: Model): readonly EntryPoint[] {
  const above = new Set([unit])
  // The set grows while it is walked.
  for (const at of above) {
    if (above.size > MOST_UNITS) break
    for (const { call } of model.callersOf(at)) above.add(call.unit)
    if (at.parent && at.parent.kind !== 'module') above.add(at.parent)
  }
  const others = model.entryPoints.filter(({ handler, file }) => file.surface === 'production' && above.has(handler))
  return [...new Set([...model.entryPointsOf(unit), ...others])].slice(0, MOST_ENTRIES)
}

/** How a repetition is met in a function that nothing is known to come to, or by all who call it. */
function careWithin(operation: Operation, model: Model): Care | undefined {
  const accesses = model.rows.accessesOf(operation.unit)
  const reads = accesses.filter((earlier) => earlier.operation.node.end <= operation.node.pos)
  const callers = model.callersOf(operation.unit).filter(({ call }) => call.unit.file.surface === 'production')
  if (isKept([operation.call]) || (callers.length > 0 && callers.every(({ call }) => isKept([call])))) return 'kept'
  return lookedUp([operation.call], operation, reads) ?? (isAnswered([operation.call], reads, accesses, model) ? 'kept' : undefined)
}

function careOn(access: RowAccess, accesses: readonly RowAccess[], index: number, model: Model): Care | undefined {
  if (isKept(access.calls)) return 'kept'
  const earlier = accesses.slice(0, index).filter((one) => one.operation !== access.operation)
  const found = lookedUp(access.calls, access.operation, earlier)
  if (found !== undefined) return found
  if (isAnswered(access.calls, earlier, accesses, model)) return 'kept'
  const before = earlier.filter((one) => !areApart(one, access))
  if (isConsumed(access, before)) return 'consumed'
  if (before.some((earlier) => isClaim(earlier, model))) return 'claimed'
  return isNoticed(access, accesses, index, model) ? 'tested' : undefined
}

/** What a provider calls somebody or something: `stripe_customer_id`, `billingId`. */
const KEPT = /(?:id|customer|account)$/i

/** `if (tenant.stripeCustomerId) return tenant.stripeCustomerId`: there is none yet. */
function isKept(calls: readonly Call[]): boolean {
  return calls.flatMap(placesOf).some(({ node, root }) => saidBefore(node, root, false).some((claim) => saysIsThere(claim) === false && KEPT.test(claim.of)) || isFilledIn(node, root) || isTriedFirst(node, root))
}

interface Place {
  readonly node: ts.Node
  /** The function around it. */
  readonly root: ts.Node
}

/** Where a call stands, and the functions written around it: `retry(() => customers.create(...))`. */
function placesOf({ node, unit }: Call): Place[] {
  const places: Place[] = [{ node, root: unit.node }]
  for (let at = unit; at.parent && at.parent.kind !== 'module' && ts.isCallExpression(at.node.parent); at = at.parent) places.push({ node: at.node, root: at.parent.node })
  return places
}

/**
 * The provider or the database was asked for it first, and it is made where there is none: behind a test, or in the `catch` of
 * what asked.
 */
function lookedUp(calls: readonly Call[], made: Operation, earlier: readonly RowAccess[]): Care | undefined {
  for (const { node, root } of calls.flatMap(placesOf))
    for (const { operation, calls: asking } of earlier) {
      if (operation.access !== 'read' || (operation.kind !== 'query' && (operation.kind !== 'payment' || placeOf(operation) !== placeOf(made)))) continue
      const asked = asking.find((call) => call.unit.node === root)?.node
      if (!asked) continue
      const care = operation.kind === 'payment' ? 'asked' : 'kept'
      const caught = ts.findAncestor(node, ts.isCatchClause)
      if (caught && contains(caught.parent.tryBlock, asked)) {
        if (endsFunction(caught.parent.tryBlock)) return care
      } else if (care === 'asked' && asked.end <= node.pos && (saidBefore(node, root, false).some((claim) => saysIsThere(claim) === false) || isBesideFound(node, root, asked))) return care
    }
  return undefined
}

/** `if (found.data.length > 0 && found.data[0]) ... else`: each part says that something was found, and so nothing is where they do not all hold. */
function isBesideFound(node: ts.Node, root: ts.Node, asked: ts.Node): boolean {
  const made = ts.findAncestor(asked, ts.isVariableDeclaration)
  const names = made ? boundNames(made.name).map(({ text }) => text) : []
  const saysFound = (part: ts.Expression) => names.includes(part.getText().split(/[?.[]/)[0] as string) && (ts.isElementAccessExpression(part) || claimsOf(part).some((claim) => saysIsThere(claim) === true))
  const isFound = (condition: ts.Expression) => conjuncts(condition).every(saysFound)
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent) && at === parent.elseStatement && isFound(parent.expression)) return true
    if (ts.isConditionalExpression(parent) && at === parent.whenFalse && isFound(parent.condition)) return true
  }
  return statementsBefore(node, root).some((statement) => ts.isIfStatement(statement) && endsFunction(statement.thenStatement) && isFound(statement.expression))
}

/**
 * `const open = await findPurchase(user); if (open?.status === 'pending') return open`, and such a row is written on the
 * same way: who asks again is answered, or refused.
 */
function isAnswered(calls: readonly Call[], earlier: readonly RowAccess[], accesses: readonly RowAccess[], model: Model): boolean {
  return calls.flatMap(placesOf).some(({ node, root }) =>
    statementsBefore(node, root).some((statement) => {
      if (!ts.isIfStatement(statement) || !endsFunction(statement.thenStatement)) return false
      const claims = claimsOf(statement.expression)
      return earlier.some((read) => {
        const { kind, access, table } = read.operation
        if (kind !== 'query' || access !== 'read' || table === undefined) return false
        const asked = read.calls.find((call) => call.unit.node === root)?.node
        const name = asked && ts.findAncestor(asked, ts.isVariableDeclaration)?.name.getText()
        const written = accesses.flatMap(({ operation }) => (operation.kind === 'query' && operation.access === 'write' && operation.table === table ? [operation] : []))
        return name !== undefined && claims.length > 0 && claims.every((claim) => isMadeTrue(claim, name, written, model))
      })
    }),
  )
}

/** Whether writes see to it that a claim about a row holds the next time: it is there, or its column has that value. */
function isMadeTrue(claim: Claim, name: string, written: readonly Operation[], model: Model): boolean {
  const [of, property, ...deeper] = claim.of.split(/\??\./)
  if (of !== name || deeper.length > 0) return false
  const isThere = saysIsThere(claim)
  if (property === undefined) return isThere === true && written.some((operation) => model.rows.createdBy(operation) !== undefined)
  if (isThere === false || !claim.holds) return false
  const column = columnName(property)
  const values = written.flatMap((operation) => [model.rows.createdBy(operation)?.values.get(column), ...model.rows.changesOf(operation).flatMap((change) => (change.column === column ? [change.value] : []))]).filter((value) => value !== undefined)
  return isThere === true ? values.length > 0 : values.some((value) => unquoted(value.getText()) === unquoted(claim.is))
}

function unquoted(text: string): string {
  return text.replace(/^['"`]|['"`]$/g, '')
}

/** `if (user.customerId) { try { const known = await retrieve(user.customerId); if (!known.deleted) return known } catch {} }` */
function isTriedFirst(node: ts.Node, root: ts.Node): boolean {
  return statementsBefore(node, root).some((statement) => ts.isIfStatement(statement) && /\breturn\b/.test(statement.thenStatement.getText()) && claimsOf(statement.expression).some((claim) => saysIsThere(claim) === true && KEPT.test(claim.of)))
}

/** `if (!billing) { const made = await create(...); billing = { customer: made.id } }` */
function isFilledIn(node: ts.Node, root: ts.Node): boolean {
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const { parent } = at
    if (!ts.isIfStatement(parent) || at !== parent.thenStatement) continue
    const names = claimsOf(parent.expression).flatMap((claim) => (saysIsThere(claim) === false && /^\w+$/.test(claim.of) ? [claim.of] : []))
    if (names.some((name) => new RegExp(String.raw`(?<![\w.])${name}\s*=(?![=>])`).test(at.getText()))) return true
  }
  return false
}

/** What was read has to be there, and is taken away before: the next time it is not. */
function isConsumed(effect: RowAccess, before: readonly RowAccess[]): boolean {
  return before.some((taken, index) => {
    if (!isTaking(taken.operation)) return false
    return before.slice(0, index).some((read) => {
      if (read.operation.access !== 'read' && read.operation.kind !== 'cache-read') return false
      if (placeOf(read.operation) !== placeOf(taken.operation)) return false
      return effect.calls.some(({ node, unit }) => {
        const [asked, gone] = [read, taken].map(({ calls }) => calls.find((call) => call.unit === unit)?.node)
        const name = asked && ts.findAncestor(asked, ts.isVariableDeclaration)?.name.getText()
        if (name === undefined || !asked || !gone || asked.end > gone.pos || gone.end > node.pos) return false
        return saidBefore(node, unit.node, true).some((claim) => saysIsThere(claim) === true && claim.of.split(/[?.]/)[0] === name)
      })
    })
  })
}

function isTaking({ kind, access }: Operation): boolean {
  return kind === 'cache-delete' || ((kind === 'query' || kind === 'payment') && access === 'delete')
}

/** The table, or the client and resource, that an operation is about. */
function placeOf({ kind, table, label }: Operation): string {
  return kind === 'query' ? (table ?? '') : label.slice(0, label.lastIndexOf('.'))
}

/**
 * What is known where control comes to a node: the sides of decisions around it, and those before it that leave.
 *
 * @param isAlone only where nothing is done instead on the other side
 */
function saidBefore(node: ts.Node, root: ts.Node, isAlone: boolean): Claim[] {
  const found: Claim[] = []
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent)) {
      if (isAlone && parent.elseStatement) continue
      if (at === parent.thenStatement) found.push(...claimsOf(parent.expression))
      else if (at === parent.elseStatement) found.push(...denialsOf(parent.expression))
    } else if (ts.isConditionalExpression(parent)) {
      if (isAlone) continue
      if (at === parent.whenTrue) found.push(...claimsOf(parent.condition))
      else if (at === parent.whenFalse) found.push(...denialsOf(parent.condition))
    } else if (ts.isBinaryExpression(parent) && at === parent.right && /^(?:\|\||\?\?)=?$/.test(parent.operatorToken.getText())) found.push(...denialsOf(parent.left))
    else if (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) {
      for (const statement of parent.statements) {
        if (statement === at) break
        found.push(...leftBy(statement))
      }
    }
  }
  return found
}

/** What is known after a statement that leaves otherwise. */
function leftBy(statement: ts.Statement): Claim[] {
  if (!ts.isIfStatement(statement)) return []
  const { thenStatement, expression } = statement
  if (endsFunction(thenStatement) || ts.isContinueStatement(thenStatement)) return denialsOf(expression)
  return ts.isBlock(thenStatement) ? thenStatement.statements.flatMap(leftBy) : []
}
