import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { areExclusive, contains, endsFunction } from '../../src/model/control-flow.js'
import type { EntryPoint, Model, Unit } from '../../src/model/types.js'
import { isMarkedForClient } from '../../src/workspace/kinds.js'
import { ts } from 'ts-morph'
import { areApart, isIncidental, isRepeatable } from './incidental.js'
import { suggestionFor } from './suggestion.js'
import { isKeyed, isSameSubject, isTwoRows, LooseWrites, MOST_HOPS, subjectOf, type Write } from './writes.js'

export default defineRule({
  id: 'missing-transaction',
  severity: 'critical',
  title: 'Writes that belong together are not in one transaction.',
  category: 'anti-pattern',
  topic: 'architecture',
  cwe: [362],
  check({ model, report }) {
    const torn = new Set<Unit>()
    const loose = new LooseWrites(model, torn)
    // Callees first, so that a mistake is told at the lowest unit where the writes come together.
    for (const unit of bottomUp(model)) {
      const writes = loose.of(unit)
      const pair = worstPair(writes, model)
      // Code of a page: what it calls on the server are requests of their own.
      if (!pair || isMarkedForClient(unit.file.text())) continue
      torn.add(unit)
      const { first, second } = pair
      report({
        at: { file: unit.file, node: first.call.node, until: second.call.node },
        message: messageOf(pair, unit),
        why: pair.kind === 'loop'
          ? 'A crash, a timeout or a constraint in the middle leaves data half done, and running it again does the first part twice. Run the loop in one transaction, and give its handle to the functions that write.'
          : 'A crash, a timeout or a constraint between the two writes leaves data half done, and nothing undoes it. Run both in one transaction, and give its handle to the functions that write.',
        trace: traceOf(pair),
        fixes: [(pair.kind === 'loop' ? undefined : suggestionFor(unit, first, second, model)) ?? recipeFor(unit, pair)],
        confidence: confidenceOf(pair, unit, model),
      })
    }
  },
})

interface Pair {
  /** tables: of two tables; rows: of one table; loop: one write that a loop repeats. */
  readonly kind: 'tables' | 'rows' | 'loop'
  readonly first: Write
  readonly second: Write
  readonly isIncidental: boolean
}

/** The first two writes that can both run and belong together; pairs with an incidental one only where no other is. */
function worstPair(writes: readonly Write[], model: Model): Pair | undefined {
  let incidental: Pair | undefined
  for (const [index, second] of writes.entries())
    for (const first of writes.slice(0, index)) {
      const kind = togetherAs(first, second, model)
      if (!kind) continue
      if (![first, second].some((write) => isIncidental(write, model)) && !areApart(first, second, model)) return { kind, first, second, isIncidental: false }
      incidental ??= { kind, first, second, isIncidental: true }
    }
  const repeated = incidental ? undefined : writes.find((write) => write.isRepeated && !isIncidental(write, model) && !isRepeatable(write, model))
  return incidental ?? (repeated && { kind: 'loop', first: repeated, second: repeated, isIncidental: false })
}

function togetherAs(first: Write, second: Write, model: Model): Pair['kind'] | undefined {
  if (first.operation === second.operation || first.operation.package !== second.operation.package) return undefined
  if (areExclusive(first.call.node, second.call.node) || endsWithSuccess(first.call.node, second.call.node) || isCompensated(first, second, model)) return undefined
  if (isKeyed(first.operation) && isKeyed(second.operation)) return undefined
  if (!isSameSubject(first, second)) return 'tables'
  // In one round of a loop, two rows are two as well.
  const isOneRound = (!first.isRepeated && !second.isRepeated) || (first.call.loop !== undefined && first.call.loop.node === second.call.loop?.node)
  return isOneRound && isTwoRows(first, second, model) ? 'rows' : undefined
}

/** Conditions by which code that gives back failures instead of throwing them looks at one: its branch is a `catch`. */
const FAILED = /\bis(?:Err|Error|Failure|Fail|Left)\b|\bfailed\b|!\s*[\w.$]+\.(?:ok|success|isOk\(\)|isSuccess(?:\(\))?)(?![\w.])|(?<!!\s*[\w.$?]*)\b(?:error|err)\d?\b(?!\s*(?:\(|===?\s*(?:null|undefined)))/
const SUCCEEDED = /(?:\.|\bis)(?:ok|Ok|success|Success|Right)\b/

/** `const reopened = await reopen(order); if (reopened) return`: once the first was done, the second is not. */
function endsWithSuccess(first: ts.Node, second: ts.Node): boolean {
  const statement = ts.findAncestor(first, (at) => ts.isStatement(at) || ts.isFunctionLike(at))
  if (!statement || !ts.isVariableStatement(statement) || !ts.isBlock(statement.parent)) return false
  const [declaration] = statement.declarationList.declarations
  if (!declaration || !ts.isIdentifier(declaration.name)) return false
  const done = new RegExp(String.raw`^${declaration.name.text.replaceAll('$', String.raw`\$`)}(?:\??\.(?:ok|success|isOk\(\)|isSuccess\(\)|isRight\(\)|(?:modified|matched|affected)?[cC]ount\s*>\s*0))?$`)
  return statement.parent.statements.some((one) => one.pos >= statement.end && one.end <= second.pos && ts.isIfStatement(one) && !one.elseStatement && done.test(one.expression.getText()) && leaves(one.thenStatement))
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && (endsFunction(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last))
}

function isOnFailure(at: ts.Node, first: ts.Node): boolean {
  for (let node = at; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const { parent } = node
    if (!ts.isIfStatement(parent) || contains(parent, first)) continue
    const condition = parent.expression.getText()
    if ((FAILED.test(condition) ? parent.thenStatement : SUCCEEDED.test(condition) ? parent.elseStatement : undefined) === node) return true
  }
  return false
}

/** A `catch` around the second write that writes again undoes the first: a saga. */
function isCompensated(first: Write, second: Write, model: Model): boolean {
  for (let node: ts.Node = second.call.node; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const parent = node.parent
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) {
      const block = parent.catchClause.block
      if (/\b(?:delete|remove|destroy|revert|undo|rollback|cancel|compensate|restore|cleanup)\w*\(/i.test(block.getText())) return true
      // `catch (error) { await orders.update(id, { status: 'open' }); throw error }`
      if (!contains(parent.tryBlock, first.call.node) && second.call.unit.calls.some((call) => contains(block, call.node) && model.reachedFrom(call, 'query').some(({ operation }) => operation.access === 'write' && operation.table !== undefined && operation.table === first.operation.table))) return true
    }
    if (ts.isCatchClause(parent) && !contains(parent, first.call.node)) return true
  }
  if (second.reached.trace.some((step) => isOnFailure(step.node, first.call.node))) return true
  return false
}

function messageOf({ kind, first, second }: Pair, unit: Unit): string {
  if (kind === 'loop') return `${unit.name} changes ${subjectOf(first)} once per item with no transaction: a failure in the middle leaves some rows changed and others not`
  if (kind === 'rows') return `${unit.name} changes two rows of ${subjectOf(first)} with no transaction: a failure between them leaves one changed and the other not`
  return `${unit.name} writes ${subjectOf(first)} and then ${subjectOf(second)} with no transaction: a failure between them leaves the first without the second`
}

function traceOf({ kind, first, second }: Pair) {
  const way = { file: first.call.unit.file, node: first.call.node, label: `${kind === 'loop' ? 'repeated' : 'first'} write: ${first.reached.trace.map((step) => step.label).join(' -> ')}` }
  if (kind === 'loop') return [way, ...first.reached.trace.slice(1)]
  return [way, ...second.reached.trace.slice(0, -1), { file: second.operation.unit.file, node: second.operation.call.node, label: `second write: ${second.operation.label}` }]
}

/** Work at the start of the program, which is done again at the next start. */
const START = /^(?:on(?:Module|Application)\w+|init\w*|bootstrap\w*|seed\w*|setup\w*|migrate\w*|ensure\w+|populate\w*|start|main)$/i

function confidenceOf({ first, second, kind, isIncidental: isMinor }: Pair, unit: Unit, model: Model): Confidence {
  const entries = model.entryPointsOf(unit)
  if (isMinor || (!isServed(entries) && START.test(unit.name.replace(/^.*\./, '')))) return 'low'
  if (kind === 'loop') return isServed(entries) ? 'medium' : 'low'
  // Code nothing reaches may be a script; and a write whose table is unknown may be the same row.
  const isUnsure = [first, second].some(({ operation, reached }) => operation.confidence === 'medium' || reached.distance > 1 || operation.table === undefined || model.participationOf(reached).kind === 'unknown')
  return isUnsure || /^(?:mongo|mongoose)/.test(first.operation.package) || entries.length === 0 ? 'medium' : 'high'
}

function isServed(entries: readonly EntryPoint[]): boolean {
  return entries.some(({ kind }) => kind !== 'cron' && kind !== 'cli')
}

function recipeFor(unit: Unit, { first, second, kind }: Pair): Fix {
  const line = (write: Write) => `await ${write.reached.trace.length > 1 && !write.isRepeated ? `${write.call.node.getText().replace(/\([^]*$/, '')}(..., tx)` : write.operation.label.replace(/^(?:this\.)?[\w$]+/, 'tx') + '(...)'}`
  const lines = kind === 'loop' ? [`  for (...) ${line(first)}`] : [`  ${line(first)}`, `  ${line(second)}`]
  return {
    kind: 'recipe',
    title: kind === 'loop' ? `Run the loop of ${unit.name} in one transaction.` : `Run both writes of ${unit.name} in one transaction.`,
    edits: [],
    code: [`await transaction(async (tx) => {  // ${first.operation.package}`, ...lines, '})'].join('\n'),
  }
}

/** Units that may hold writes that come together, each after those it calls. */
function bottomUp(model: Model): Unit[] {
  const near = new Set<Unit>()
  const depth = new Map<Unit, number>()
  for (const operation of [...model.operations, ...model.wrapped.all]) if (operation.kind === 'query' && (operation.access === 'write' || operation.access === 'delete')) near.add(operation.unit)
  for (const unit of near) depth.set(unit, 0)
  // The set grows while it is walked.
  for (const unit of near) {
    const own = depth.get(unit) ?? 0
    if (own >= MOST_HOPS) continue
    for (const { call } of model.callersOf(unit))
      if (!depth.has(call.unit)) {
        depth.set(call.unit, own + 1)
        near.add(call.unit)
      }
  }
  const callees = new Map<Unit, Unit[]>()
  for (const unit of near)
    for (const { call } of model.callersOf(unit)) if (near.has(call.unit)) callees.set(call.unit, [...(callees.get(call.unit) ?? []), unit])
  const ordered = new Set<Unit>()
  const open = new Set<Unit>()
  const visit = (unit: Unit): void => {
    if (ordered.has(unit) || open.has(unit)) return
    open.add(unit)
    for (const callee of (callees.get(unit) ?? []).sort((left, right) => left.id - right.id)) visit(callee)
    open.delete(unit)
    ordered.add(unit)
  }
  for (const unit of [...near].sort((left, right) => left.id - right.id)) visit(unit)
  return [...ordered].filter((unit) => unit.kind !== 'module' && unit.file.surface === 'production')
}
