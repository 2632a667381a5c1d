/**
 * What a function that stands before others does before it hands on: `await next()` parts it in two.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Unit } from './types.js'

/** Ranges of the text that run when what comes next is done, or has failed. */
export interface HandedOn {
  /** The text of the function without them. */
  readonly text: string
  readonly isAfter: (node: ts.Node) => boolean
}

const known = new WeakMap<Unit, HandedOn>()

/** What of a unit runs before it hands on, where it does so in any case. */
export function beforeHandingOn(unit: Unit): HandedOn {
  let found = known.get(unit)
  if (!found) known.set(unit, (found = read(unit)))
  return found
}

function read(unit: Unit): HandedOn {
  const { node } = unit
  const ranges = rangesIn(unit)
  if (ranges.length === 0) return { text: node.getText(), isAfter: () => false }
  let text = ''
  let at = node.getStart()
  for (const { from, to } of ranges.sort((left, right) => left.from - right.from)) {
    text += node.getSourceFile().text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
  }
  text += node.getSourceFile().text.slice(at, node.end)
  return { text, isAfter: (one) => ranges.some(({ from, to }) => from <= one.pos && one.end <= to) }
}

/** Also those of the functions inside: one that makes middleware has its text. */
function rangesIn(unit: Unit): Range[] {
  const next = unit.parameters.at(-1)?.name
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  const own = next && ts.isIdentifier(next) && body && ts.isBlock(body) ? rangesAfter(body, next.text) : []
  return [...own, ...unit.children.flatMap(rangesIn)]
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Ranges in the order of the text. What catches errors of what comes next only does so where nothing else is tried. */
function rangesAfter(block: ts.Block, next: string): Range[] {
  for (const [index, statement] of block.statements.entries()) {
    if (handsOn(statement, next)) return [{ from: statement.end, to: block.statements.end }]
    if (!ts.isTryStatement(statement)) continue
    const inner = rangesAfter(statement.tryBlock, next)
    if (inner.length === 0) continue
    const [first] = statement.tryBlock.statements
    const { catchClause, finallyBlock } = statement
    const failed = catchClause && first && handsOn(first, next) ? [{ from: catchClause.pos, to: catchClause.end }] : []
    const last = finallyBlock ? [{ from: finallyBlock.pos, to: finallyBlock.end }] : []
    const rest = index < block.statements.length - 1 ? [{ from: statement.end, to: block.statements.end }] : []
    return [...inner, ...failed, ...last, ...rest]
  }
  return []
}

/** `await next()`, `return await next()`, `const answer = await next()` */
function handsOn(statement: ts.Statement, next: string): boolean {
  const value = ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) ? statement.expression : ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined
  const awaited = value && skipOuter(value)
  const call = awaited && ts.isAwaitExpression(awaited) ? skipOuter(awaited.expression) : undefined
  return call !== undefined && ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === next
}
