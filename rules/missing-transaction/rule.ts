import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { areExclusive } from '../../src/model/control-flow.js'
import type { Call, Model, Operation, Reached, Unit } from '../../src/model/types.js'
import { ts } from 'ts-morph'
import { suggestionFor } from './suggestion.js'

export default defineRule({
  id: 'missing-transaction',
  severity: 'critical',
  title: 'Writes that belong together are not in one transaction.',
  category: 'anti-pattern',
  cwe: [362],
  check({ model, report }) {
    const torn = new Set<Unit>()
    // Callees first, so that a mistake is told at the lowest unit where the writes come together.
    for (const unit of bottomUp(model)) {
      const writes = looseWrites(unit, model, torn)
      const pair = worstPair(writes)
      if (!pair) continue
      torn.add(unit)
      const { first, second } = pair
      const tables = [first, second].map(subjectOf)
      const isOne = tables[0] === tables[1]
      report({
        at: { file: unit.file, node: first.call.node, until: second.call.node },
        message: isOne
          ? `${unit.name} changes two rows of ${tables[0]} with no transaction: a failure between them leaves one changed and the other not`
          : `${unit.name} writes ${tables[0]} and then ${tables[1]} with no transaction: a failure between them leaves the first without the second`,
        why: 'A crash, a timeout or a constraint between the two writes leaves data half done, and nothing undoes it. Run both in one transaction, and give its handle to the functions that write.',
        trace: [
          { file: first.call.unit.file, node: first.call.node, label: `first write: ${first.reached.trace.map((step) => step.label).join(' -> ')}` },
          ...second.reached.trace.slice(0, -1),
          { file: second.operation.unit.file, node: second.operation.call.node, label: `second write: ${second.operation.label}` },
        ],
        fixes: [suggestionFor(unit, pair.first, pair.second, model) ?? recipeFor(unit, pair)],
        confidence: confidenceOf(pair, unit, model),
      })
    }
  },
})

/** A call of a unit and the write it leads to. */
export interface Write {
  readonly call: Call
  readonly reached: Reached
  readonly operation: Operation
}

/** Writes that are kept beside the facts: losing one leaves nothing half done. */
const INCIDENTAL = /(?:log|audit|metric|event|histor|analytic|session|cache|last_?seen|last_?login|activity|stat|counter|visit|telemetry|notification|outbox|job|queue|migration|token|attempt)/i
/** Columns whose update is a touch. */
const TOUCH = /^(?:last\w*(?:At|Seen|Login|Used|Active\w*)|updatedAt|updated_at|\w*(?:Count|_count|views|visits|seenAt|lastActive\w*))$/i
/** Hops between the unit and a write beyond which "the same piece of work" is a guess. */
const MOST_HOPS = 2

/** Writes of a unit that are in no transaction, one for each call that leads to some, in source order. */
function looseWrites(unit: Unit, model: Model, torn: ReadonlySet<Unit>): Write[] {
  if (model.implicitTransaction(unit)) return []
  return unit.calls.flatMap((call) => {
    // A function handed to another one runs when that one says so, which may be never or later.
    if (model.callbacksOf(call).some((use) => use.mode !== 'iterates' && use.through !== undefined)) return []
    const loose = model
      .reachedFrom(call, 'query')
      .filter((reached) => reached.distance <= MOST_HOPS && isWrite(reached.operation) && isLoose(reached, model))
    const nearest = loose[0]
    if (!nearest) return []
    // Another unit below already has the finding.
    if (loose.some(({ operation, trace }) => torn.has(operation.unit) && trace.length > 1)) return []
    return [{ call, reached: nearest, operation: nearest.operation }]
  })
}

function isWrite(operation: Operation): boolean {
  return operation.access === 'write' || operation.access === 'delete'
}

function isLoose(reached: Reached, model: Model): boolean {
  const participation = model.participationOf(reached)
  return (participation.kind === 'out' || participation.kind === 'unknown') && !model.openTransaction(reached.operation.call)
}

interface Pair {
  readonly first: Write
  readonly second: Write
  readonly isIncidental: boolean
}

/** The first two writes that can both run and belong together; pairs with an incidental one only where no other is. */
function worstPair(writes: readonly Write[]): Pair | undefined {
  let incidental: Pair | undefined
  for (const [index, second] of writes.entries())
    for (const first of writes.slice(0, index)) {
      if (!belongTogether(first, second)) continue
      if (!isIncidental(first) && !isIncidental(second)) return { first, second, isIncidental: false }
      incidental ??= { first, second, isIncidental: true }
    }
  return incidental
}

function belongTogether(first: Write, second: Write): boolean {
  if (first.operation === second.operation || first.operation.package !== second.operation.package) return false
  if (areExclusive(first.call.node, second.call.node) || isCompensated(first, second)) return false
  if (first.operation.isUpsert && second.operation.isUpsert) return false
  if (subjectOf(first) === subjectOf(second)) return !first.call.loop && !second.call.loop && areTwoRows(first.operation, second.operation)
  return true
}

/** Two rows of one table, as in a transfer: both change existing rows, found by different filters. */
function areTwoRows(first: Operation, second: Operation): boolean {
  const [left, right] = [filterText(first), filterText(second)]
  if (first.access === 'delete' || second.access === 'delete') return false
  return left !== '' && right !== '' && left !== right && first.arity !== 'many' && second.arity !== 'many'
}

function filterText(operation: Operation): string {
  return operation.where.map((filter) => (filter === true ? '' : filter.getText().replace(/\s+/g, ''))).join('&')
}

/** The table, or where generic code hides it, what the call is made on. */
function subjectOf({ call, operation }: Write): string {
  if (operation.table !== undefined) return operation.table
  const callee = ts.isCallExpression(call.node) ? call.node.expression : call.node
  return ts.isPropertyAccessExpression(callee) ? callee.expression.getText().replace(/^this\./, '').replace(/\s+/g, ' ').slice(0, 40) : operation.label
}

/** A `catch` around the second write that writes again undoes the first: a saga. */
function isCompensated(first: Write, second: Write): boolean {
  for (let node: ts.Node = second.call.node; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const parent = node.parent
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) {
      const block = parent.catchClause.block
      if (/\b(?:delete|remove|destroy|revert|undo|rollback|cancel|compensate|restore|cleanup)\w*\(/i.test(block.getText())) return true
    }
    if (ts.isCatchClause(parent) && !contains(parent, first.call.node)) return true
  }
  return false
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end
}

function isIncidental({ call, operation, reached }: Write): boolean {
  if (isExpendable(call.node)) return true
  if (reached.trace.some((step) => /(?:active|touch|seen|heartbeat|lastUsed)\w*$/i.test(step.label))) return true
  if (operation.table !== undefined && INCIDENTAL.test(operation.table)) return true
  const data = operation.data
  return data !== undefined && ts.isObjectLiteralExpression(data) && data.properties.length > 0 && data.properties.every((member) => member.name !== undefined && TOUCH.test(member.name.getText()))
}

/** `try { await ... } catch {}`: whoever wrote it goes on without. */
function isExpendable(node: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isTryStatement(at.parent) && at.parent.tryBlock === at && at.parent.tryBlock.statements.length === 1 && at.parent.catchClause?.block.statements.length === 0) return true
  return false
}

function confidenceOf(pair: Pair, unit: Unit, model: Model): Confidence {
  if (pair.isIncidental) return 'low'
  // Code nothing reaches may be a script; and a write whose table is unknown may be the same row.
  const isUnsure = [pair.first, pair.second].some(({ operation, reached }) => operation.confidence === 'medium' || reached.distance > 1 || operation.table === undefined || model.participationOf(reached).kind === 'unknown')
  return isUnsure || /^(?:mongo|mongoose)/.test(pair.first.operation.package) || model.entryPointsOf(unit).length === 0 ? 'medium' : 'high'
}

function recipeFor(unit: Unit, { first, second }: Pair): Fix {
  const line = (write: Write) => `  await ${write.reached.trace.length > 1 ? `${write.call.node.getText().replace(/\([^]*$/, '')}(..., tx)` : write.operation.label.replace(/^(?:this\.)?[\w$]+/, 'tx') + '(...)'}`
  return {
    kind: 'recipe',
    title: `Run both writes of ${unit.name} in one transaction.`,
    edits: [],
    code: [`await transaction(async (tx) => {  // ${first.operation.package}`, line(first), line(second), '})'].join('\n'),
  }
}

/** Units in an order in which callees tend to come before their callers: those with direct writes first. */
function bottomUp(model: Model): Unit[] {
  const direct = new Set<Unit>()
  const depth = new Map<Unit, number>()
  for (const operation of model.operations) if (operation.kind === 'query' && isWrite(operation)) direct.add(operation.unit)
  const queue = [...direct]
  for (const unit of queue) depth.set(unit, 0)
  // The array grows while it is walked.
  for (const unit of queue) {
    const own = depth.get(unit) ?? 0
    if (own >= MOST_HOPS) continue
    for (const { call } of model.callersOf(unit))
      if (!depth.has(call.unit)) {
        depth.set(call.unit, own + 1)
        queue.push(call.unit)
      }
  }
  return queue.filter((unit) => unit.kind !== 'module' && unit.file.surface === 'production').sort((left, right) => (depth.get(left) ?? 0) - (depth.get(right) ?? 0) || left.id - right.id)
}
