/**
 * Rows that are read and tested, and then changed by a statement that the database computes, but without the condition:
 * no change is lost, and the limit is passed all the same.
 */
import { ts } from 'ts-morph'
import { columnName } from '../../src/model/column-names.js'
import { alwaysThrows, areExclusive, contains } from '../../src/model/control-flow.js'
import type { Model, Operation, RowAccess, RowChange, RowTest, RowUse } from '../../src/model/types.js'
import { decidingTest, type Scene, type Scenes } from './decisions.js'
import { isConditional, isLocked, isLockedOnTheWay, isOneTable, isSnapshot, isUninterrupted, isVersioned } from './guards.js'
import { isRead, type StaleWrite } from './stale-writes.js'

export function* unguardedWrites(model: Model, scenes: Scenes): Generator<StaleWrite> {
  for (const write of [...model.operations, ...model.wrapped.all]) {
    if (write.kind !== 'query' || write.access !== 'write' || write.isUpsert) continue
    const changes = model.rows.changesOf(write).filter(({ isComputed, column }) => isComputed && !isConditional(write, new Set([column]), model))
    if (changes.length === 0) continue
    yield* unguarded(write, changes, scenes, model)
  }
}

function* unguarded(write: Operation, changes: readonly RowChange[], scenes: Scenes, model: Model): Generator<StaleWrite> {
  let depth: number | undefined
  const told = new Set<Operation>()
  for (const scene of scenes.of(write)) {
    if (depth !== undefined && scene.depth > depth) return
    const found = inScene(write, changes, scene, model)
    // A function around sees the same two.
    if (!found || told.has(found.read)) continue
    depth = scene.depth
    told.add(found.read)
    yield found
  }
}

function inScene(write: Operation, changes: readonly RowChange[], scene: Scene, model: Model): StaleWrite | undefined {
  const { unit, write: access, reads } = scene
  for (const read of reads) {
    const { operation } = read
    if (!isRead(operation) || operation.isStream || operation.locks || !isOneTable(operation.table, write.table, model) || !isSameRow(read, access, model)) continue
    const [first, last] = [read.calls[0]?.node, access.calls[0]?.node]
    if (!first || !last || areExclusive(first, last)) continue
    for (const change of changes) {
      let tested: RowUse | undefined
      const test = decidingTest(read, scene, model, (one, use) => {
        if (!limits(one, use, change)) return undefined
        tested = use
        return 'either'
      })
      if (!test || !tested || access.calls.some(({ node }) => isRefused(test, node))) continue
      if (isSnapshot(operation, write, model) || isUninterrupted(operation, write, model) || isVersioned(write.table, model) || isLocked(unit, last, write.table, model) || isLockedOnTheWay(access.calls, write, write.table, model)) continue
      // Between middleware and handler, the write is what has to change.
      if (scene.isBefore) return { kind: 'unguarded', read: operation, write, change, use: tested, unit: write.unit, test, first: write.call.node, last: write.call.node, calls: [], effect: undefined, isSameRow: true, isTaken: isTaken(change) }
      const isOneFile = first.getSourceFile() === last.getSourceFile()
      return { kind: 'unguarded', read: operation, write, change, use: tested, unit, test, first: isOneFile ? first : last, last, calls: access.calls.slice(0, -1), effect: undefined, isSameRow: true, isTaken: isTaken(change) }
    }
  }
  return undefined
}

/** `if (tries >= limit) { await countAgain(); throw ... }`: the write counts who is turned away. */
function isRefused({ node }: RowTest, write: ts.Node): boolean {
  return ts.isIfStatement(node) && contains(node.thenStatement, write) && alwaysThrows(node.thenStatement)
}

/** The test holds the changed column against a limit: `balance < amount`, `!stock`, `used === max`, `attendees.length >= 20`. */
function limits(test: RowTest, { path }: RowUse, { column, node }: RowChange): boolean {
  const [name, inner] = path
  if (name === undefined || (name !== '*' && columnName(name) !== column)) return false
  // What is taken out of a list is taken out once, whoever else does it.
  if (/\$pull/.test(node.parent.parent.getText().slice(0, 40))) return false
  // Adding to a list is limited by its length; what is in it already is another question.
  if (/\$(?:push|addToSet)\b|push/.test(node.parent.parent.getText().slice(0, 40))) return inner === 'length' || inner === 'size' || (test.isComparison && /\.length\b/.test(test.condition.getText()))
  const condition = test.condition.getText()
  if (test.isComparison || /[<>]=?\s*[\w(]|[=!]==?\s*[\w.(]/.test(condition)) return true
  // `if (!slot.taken) set it to one, else add one`: whether there is a number yet is a limit only for what takes from it.
  return condition.includes('!') && !/\$inc\b['"]?\s*:\s*\{[^}]*:\s*\d|\bincrement\b/.test(textAround(node))
}

/** `{ decrement: amount }`, `$inc: { balance: -amount }`, `balance = balance - $1`, `eb('balance', '-', amount)`: less is there than before. */
function isTaken({ node, column }: RowChange): boolean {
  const text = textAround(node)
  return /\bdecrement\b/.test(text) || new RegExp(String.raw`\b${column}["'\`]?\s*(?::\s*-|=[^,;]*\b${column}\b["'\`\s\d,)]*-|,\s*["'\`]-)`).test(text.replaceAll('_', '').toLowerCase())
}

/** The change as written, with what says how it is computed. */
function textAround(node: ts.Node): string {
  return (ts.findAncestor(node, ts.isCallExpression) ?? node).getText()
}

/** Whether both are about one row, in the terms of the unit in which they come together. */
function isSameRow(read: RowAccess, write: RowAccess, model: Model): boolean {
  const { rows } = model
  const target = rows.targetOf(write.operation)
  if (target && rows.rowsBehind(target.expression).some(({ row }) => row.operation === read.operation)) return true
  const own = rows.keyOf(write.operation)
  const readKey = rows.keyOf(read.operation)
  if (!own) return false
  for (const [column, text] of own.columns) {
    const value = write.lift(text)
    if (rows.rowIn(value)?.operation === read.operation) return true
    const other = readKey?.columns.get(column)
    if (other !== undefined && read.lift(other) === value) return true
  }
  return false
}
