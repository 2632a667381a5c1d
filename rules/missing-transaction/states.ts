/**
 * States of a piece of work: what says that it has begun, and that it is over.
 */
import { ts } from 'ts-morph'
import { contains } from '../../src/model/control-flow.js'
import type { Model, Unit } from '../../src/model/types.js'
import { isAmount, isAnswered, isWork, isWorth } from './between.js'
import type { Write } from './writes.js'

/**
 * `status: 'sending'`, before what it names is done by another system, or until the status is set again at the end:
 * others must see it at once. So must they what comes after it. Money is not left in the middle by that.
 */
export function isClaim(first: Write, second: Write, model: Model): boolean {
  const { unit } = first.call
  if (unit !== second.call.unit || [first, second].some((write) => isAmount(write, model))) return false
  const settings = statesSet(unit, second.operation.table, model)
  const isLast = settings.some(({ call }) => call === second.call)
  if (isLast && settings.some((one) => isBegun(one, model) && one.call.node.end <= first.call.node.pos)) return true
  if (!isBegun(first, model)) return false
  return (
    statesSet(unit, first.operation.table, model).some(({ call }) => call.node.pos >= second.call.node.end) ||
    unit.calls.some((one) => one.node.pos >= first.call.node.end && one.node.end <= second.call.node.pos && (isAnswered(one, model) || isWork(one, model)))
  )
}

/**
 * `status: 'completed'` of a run, a batch, an upload, whose row was made or begun in front of the work, or is `failed`
 * in a `catch`: it says that the work is over, and what the work has written stands either way.
 */
export function isClosing(first: Write, second: Write, model: Model): boolean {
  const { unit, node } = second.call
  if (unit !== first.call.unit || [first, second].some((write) => isAmount(write, model)) || !stateOf(second, model)?.some((text) => OVER.test(text))) return false
  return statesSet(unit, second.operation.table, model).some((other) => {
    const clause = ts.findAncestor(other.call.node, (at) => ts.isCatchClause(at) || ts.isFunctionLike(at))
    if (clause && ts.isCatchClause(clause)) return contains(clause.parent.tryBlock, node) && contains(clause.parent.tryBlock, first.call.node)
    return other.call.node.end <= first.call.node.pos && isBegun(other, model)
  })
}

const STATE = /^(?:status|state|phase|step)$/
const UNDERWAY = /(?<![A-Za-z])\w*(?:(?<!pend|miss|exist|rat|pric|list|book|shipp|bill|incom|outgo)ing|progress|started|claimed|locked)['"`]?$/i
const OVER = /(?<![A-Za-z])(?:completed?|done|ready|finished|processed|success|succeeded|sent)['"`]?$/i

type StateWrite = Pick<Write, 'operation' | 'call'>

function isBegun(write: StateWrite, model: Model): boolean {
  return stateOf(write, model)?.some((text) => UNDERWAY.test(text)) === true && !model.rows.changesOf(write.operation).some(({ column }) => isWorth(column))
}

/** Writes of a unit that set the state of a row of a table, or make one that has a state. */
function statesSet(unit: Unit, table: string | undefined, model: Model): readonly StateWrite[] {
  if (table === undefined) return []
  return model.rows.accessesOf(unit).flatMap(({ operation, calls: [call] }) => (call && operation.access === 'write' && operation.table === table && stateOf({ operation, call }, model) ? [{ operation, call }] : []))
}

/** Texts that may be the state a write sets: its own value, and arguments of the function around it; undefined where it sets none. */
function stateOf({ operation, call }: StateWrite, model: Model): readonly string[] | undefined {
  const text = operation.node.getText()
  const changed = model.rows.changesOf(operation).filter(({ column }) => STATE.test(column))
  const written = /\b(?:status|state)\s*=\s*(?:'\w+'|[$?:@]\w*)/gi
  const inSql = text.match(written) ?? []
  const created = model.rows.createdBy(operation)
  const isNew = created !== undefined && ([...created.columns.keys()].some((column) => STATE.test(column)) || /\b(?:status|state)\b/i.test(text))
  if (changed.length === 0 && inSql.length === 0 && !isNew) return undefined
  const given = call !== operation.call && ts.isCallExpression(call.node) ? call.node.arguments.map((argument) => argument.getText()) : []
  return [...changed.flatMap(({ value }) => value?.getText() ?? []), ...inSql, ...(isNew ? (text.match(/['"`]\w+['"`]/g) ?? []) : []), ...given]
}
