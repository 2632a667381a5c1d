/**
 * Rows that are named for money, and what a second one of them costs.
 */
import { ts } from 'ts-morph'
import { columnName } from '../../src/model/column-names.js'
import { endsFunction } from '../../src/model/control-flow.js'
import type { EntryPoint, Model, Operation, RowAccess, RowChange } from '../../src/model/types.js'
import { isRecord, type Effect } from './effects.js'

/** What is counted in pieces or points. */
const COUNTED = /inventory|stock|loyalty|(?:^|_)points?/i

/** A row that tells how many pieces or points came or went: nobody pays or is paid by it, and it is the number that is wrong. */
export function tellsOfPieces({ harm, access }: Effect): boolean {
  return harm === 'create' && COUNTED.test(access.operation.table ?? '')
}

/** Whether little is lost by a second one: staff writes down one row and nothing else, or a balance was looked at that has to last for both. */
export function isLittleLost(effects: readonly Effect[], all: readonly Effect[], entry: EntryPoint, model: Model): boolean {
  const accesses = model.rows.accessesOf(entry.handler)
  if (effects.some(({ harm }) => harm === 'charge') || accesses.some(({ operation }) => callsOut(operation))) return false
  const isWrittenDown = effects.every(({ harm }) => harm === 'create') && model.guardsOf(entry).staffOnly !== undefined
  return (isWrittenDown && accesses.every((access) => effects.some((effect) => effect.access === access) || !changesRows(access))) || isTakenFromTested(effects, all, model)
}

function callsOut({ kind, access }: Operation): boolean {
  return (kind === 'payment' || kind === 'http') && access !== 'read'
}

function changesRows({ operation: { kind, access, table } }: RowAccess): boolean {
  return kind === 'query' && (access === 'write' || access === 'delete') && !isRecord(table)
}

/** `if (amount > vendor.pending) throw ...; vendor.pending -= amount`: no other number is changed, and two of them do not take more than there is. */
function isTakenFromTested(effects: readonly Effect[], all: readonly Effect[], model: Model): boolean {
  const numbers = all.filter(({ harm }) => harm === 'relative').map(({ access }) => access)
  const units = new Set([...effects.map(({ access }) => access), ...numbers].flatMap(({ calls }) => calls.map(({ unit }) => unit)))
  const tests = [...units].flatMap((unit) => model.rows.testsIn(unit)).filter(({ node, isComparison }) => isComparison && ts.isIfStatement(node) && endsFunction(node.thenStatement))
  const isTested = (column: string, table: string | undefined) => tests.some(({ uses }) => uses.some(({ operation, path }) => operation.table === table && columnName(path.at(-1) ?? '') === column))
  return (
    numbers.length > 0 &&
    numbers.every(({ operation }) => {
      const changes = model.rows.changesOf(operation).filter(isRelative)
      return changes.length > 0 && changes.every((change) => /-|decrement/i.test(change.node.getText()) && isTested(change.column, operation.table))
    })
  )
}

function isRelative({ isComputed, uses }: RowChange): boolean {
  return isComputed || uses.some(({ change }) => change === 'arithmetic')
}
