/**
 * Where what was read and a write come together, and the tests in between that decide whether the write happens.
 */
import { ts } from 'ts-morph'
import { alwaysThrows, contains, endsFunction } from '../../src/model/control-flow.js'
import type { Model, Operation, RowAccess, RowTest, RowUse, Unit } from '../../src/model/types.js'

/** A unit that leads to a write, and what is read before. */
export interface Scene {
  readonly unit: Unit
  /** Calls between the write's own unit and this one. */
  readonly depth: number
  readonly write: RowAccess
  /** In the unit itself, in what it calls, or in what runs before it as middleware. */
  readonly reads: readonly RowAccess[]
  /** The reads stand in middleware: when that does not go on, the unit does not run. */
  readonly isBefore: boolean
}

/** Callers of the unit that writes, in which the look-up may stand. */
const MOST_LEVELS = 2

/** Finds where reads and writes come together. */
export class Scenes {
  private middlewareOf: Map<Unit, Set<Unit>> | undefined

  constructor(private readonly model: Model) {}

  /** The unit of a write, the functions around it and its callers, the nearest first. */
  *of(operation: Operation): Generator<Scene> {
    const { model } = this
    let level: readonly Unit[] = [operation.unit, ...functionsAround(operation.unit)]
    const seen = new Set<Unit>()
    for (let depth = 0; depth <= MOST_LEVELS; depth++) {
      for (const unit of level) {
        if (seen.has(unit)) continue
        seen.add(unit)
        const accesses = model.rows.accessesOf(unit)
        const at = accesses.findIndex((access) => access.operation === operation)
        const write = accesses[at]
        if (!write) continue
        yield { unit, depth, write, reads: accesses.slice(0, at).filter((read) => !this.areWrapped(read, write, unit)), isBefore: false }
        const before = this.guardsBefore(unit)
        if (before.length > 0) yield { unit, depth, write, reads: before, isBefore: true }
      }
      level = level.flatMap((unit) => model.callersOf(unit).slice(0, 8).map(({ call }) => call.unit))
    }
  }

  /** `const create = handled(async ...)`, `const update = handled(async ...)`: what a module hands over at two places runs when each is asked for. */
  private areWrapped({ calls: [read] }: RowAccess, { calls: [write] }: RowAccess, unit: Unit): boolean {
    return unit.kind === 'module' && read !== write && [read, write].some((call) => call !== undefined && !ts.isAwaitExpression(call.node.parent) && this.model.callbacksOf(call).length > 0)
  }

  /** What middleware and guards read before a handler runs. */
  private guardsBefore(unit: Unit): RowAccess[] {
    if (!this.middlewareOf) {
      this.middlewareOf = new Map()
      for (const { handler, middleware } of this.model.entryPoints) {
        const units = this.middlewareOf.get(handler) ?? new Set()
        for (const one of middleware) for (const inner of one.units) units.add(inner)
        if (units.size > 0) this.middlewareOf.set(handler, units)
      }
    }
    return [...(this.middlewareOf.get(unit) ?? [])].flatMap((one) => this.model.rows.accessesOf(one))
  }
}

export function functionsAround(unit: Unit): Unit[] {
  const found: Unit[] = []
  for (let outer = unit.parent; outer && outer.kind !== 'module'; outer = outer.parent) found.push(outer)
  return found
}

/** When a test that holds lets the write run: where the row is not there, where it is, or as it stands. */
export type Wanted = 'absent' | 'present' | 'either'

/**
 * A test of what was read that decides whether the write happens.
 *
 * @param scene where the read and the write come together
 * @param wants what the test says of the row when it holds; undefined for tests that are not about it
 */
export function decidingTest(read: RowAccess, { write, isBefore }: Scene, model: Model, wants: (test: RowTest, use: RowUse) => Wanted | undefined): RowTest | undefined {
  const units = new Set([...read.calls, ...write.calls].map((call) => call.unit))
  // `assertEnough(account, amount)`: a function that is given the row.
  for (const unit of [...units]) for (const call of unit.calls) if (isGivenRow(call.node, read.operation, model)) for (const target of model.resolve(call).units) units.add(target)
  for (const unit of units)
    for (const test of model.rows.testsIn(unit)) {
      const about = test.uses.flatMap((use) => (use.operation === read.operation ? [wants(test, use)] : [])).find((one) => one !== undefined)
      if (!about) continue
      const created = write.calls.find((call) => call.unit === unit || contains(test.node, call.node))
      const isEnd = endsWhenTrue(test)
      if (!created) {
        // A validator that throws when the row is there.
        if (about !== 'absent' && (isBefore ? isEnd : throwsWhenTrue(test))) return test
        continue
      }
      const place = placeIn(test.node, created.node)
      if (place === 'then' && about !== 'present') return test
      if (place === 'else' && about !== 'absent') return test
      if (place === 'after' && isEnd && about !== 'absent') return test
    }
  return undefined
}

function isGivenRow(node: ts.Node, read: Operation, model: Model): boolean {
  return ts.isCallExpression(node) && node.arguments.some((argument) => ts.isIdentifier(argument) && model.rows.rowOf(argument)?.operation === read)
}

function placeIn(decision: ts.Node, node: ts.Node): 'then' | 'else' | 'after' | undefined {
  if (ts.isIfStatement(decision)) {
    if (contains(decision.thenStatement, node)) return 'then'
    if (decision.elseStatement && contains(decision.elseStatement, node)) return 'else'
  } else if (ts.isConditionalExpression(decision)) {
    if (contains(decision.whenTrue, node)) return 'then'
    if (contains(decision.whenFalse, node)) return 'else'
  } else if (ts.isBinaryExpression(decision) && contains(decision.right, node)) return decision.operatorToken.getText() === '&&' ? 'then' : 'else'
  return decision.end <= node.pos ? 'after' : undefined
}

function throwsWhenTrue(test: RowTest): boolean {
  return ts.isIfStatement(test.node) ? alwaysThrows(test.node.thenStatement) : ts.isCallExpression(test.node)
}

/** Where the condition holds, or an assertion of it fails, control does not come to what stands behind. */
function endsWhenTrue(test: RowTest): boolean {
  return ts.isIfStatement(test.node) ? endsFunction(test.node.thenStatement) : ts.isCallExpression(test.node)
}

/** Functions that say whether what they are given is nothing. */
const ASKS_FOR_NOTHING = /(?:^|\.)is(?:Empty|Nil|Null|Undefined)$/

/** `!user`, `user === null`, `count === 0`, `isEmpty(user)`: the condition holds when the row is not there. */
export function isAbsence(condition: ts.Expression, use: ts.Node): boolean {
  if (!contains(condition, use)) return /^!(?!!)|===?\s*(?:null|undefined|0|false)\b/.test(condition.getText())
  for (let at = use; at !== condition.parent && at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isCallExpression(at) && ASKS_FOR_NOTHING.test(at.expression.getText())) return !isNegated(at)
    if (isNegated(at)) return !isNegated(parent)
    if (ts.isBinaryExpression(parent) && /^[=!]==?$|^[<>]=?$/.test(parent.operatorToken.getText())) return /^==/.test(parent.operatorToken.getText()) && /^(?:null|undefined|0|false)$/.test((parent.left === at ? parent.right : parent.left).getText())
  }
  return false
}

function isNegated({ parent }: ts.Node): boolean {
  return ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken
}
