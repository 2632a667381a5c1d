/**
 * Fluent chains: which calls belong to the operation that another call starts.
 */
import { ts } from 'ts-morph'
import type { CallIndex } from './calls.js'
import type { Resolver } from './resolver.js'
import type { Call } from './types.js'

export interface Chain {
  /** Calls after the first, in the order they run as far as the text tells. */
  readonly steps: readonly Call[]
  /** Outermost expression of the first statement's chain, without `await`. */
  readonly node: ts.Expression
  /** Awaited, `then`-ed, yielded, iterated or collected here. */
  readonly isAwaited: boolean
  /** Handed out without being executed here: returned, stored in a property, or given to another function. */
  readonly escapes: boolean
  /** Argument of another call that is part of a builder chain: a subquery. */
  readonly givenTo: Call | undefined
}

/** Follows the chain that starts at a call, also over later statements on the variable it is stored in. */
export function chainOf(start: Call, calls: CallIndex, resolver: Resolver): Chain {
  const steps: Call[] = []
  const first = follow(start.node as ts.Expression, calls, steps)
  let isAwaited = isConsumed(first)
  let escapes = false
  let givenTo: Call | undefined

  const variable = isAwaited ? undefined : variableOf(first)
  if (variable) {
    const symbol = resolver.symbolOf(variable)
    if (symbol) {
      for (const use of calls.usesOf(start.unit, variable.text)) {
        if (use === variable || use.pos < start.node.pos || resolver.symbolOf(use) !== symbol) continue
        const end = follow(use, calls, steps)
        if (end === use && isAssignmentTarget(use)) continue
        isAwaited ||= isConsumed(end)
        const outer = givenToCall(end, calls)
        if (outer) givenTo ??= outer
        else if (isHandedOut(end)) escapes = true
      }
    }
  } else if (!isAwaited) {
    givenTo = givenToCall(first, calls)
    escapes = givenTo !== undefined || isHandedOut(first)
  }
  return { steps, node: first, isAwaited, escapes: escapes && !isAwaited, givenTo: isAwaited ? undefined : givenTo }
}

/** Climbs from an expression over `.member(...)` calls; returns the outermost expression of the chain. */
function follow(from: ts.Expression, calls: CallIndex, steps: Call[]): ts.Expression {
  let node = from
  for (;;) {
    const outer = climb(node)
    const parent = outer.parent
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== outer) return outer
    const invocation = parent.parent
    if (!ts.isCallExpression(invocation) || invocation.expression !== parent) {
      // A property in the chain (`.$dynamic`, `query.users`): nothing to add, but the chain may go on.
      if (ts.isPropertyAccessExpression(invocation) && invocation.expression === parent) {
        node = parent
        continue
      }
      return outer
    }
    const call = calls.at(invocation)
    if (call) steps.push(call)
    node = invocation
  }
}

/** Skips parentheses, assertions and non-null marks outwards. */
function climb(node: ts.Expression): ts.Expression {
  let outer = node
  while (
    ts.isParenthesizedExpression(outer.parent) ||
    ts.isAsExpression(outer.parent) ||
    ts.isNonNullExpression(outer.parent) ||
    ts.isSatisfiesExpression(outer.parent)
  )
    outer = outer.parent
  return outer
}

function isConsumed(node: ts.Expression): boolean {
  const parent = climb(node).parent
  return (
    ts.isAwaitExpression(parent) ||
    ts.isYieldExpression(parent) ||
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      /^(?:then|catch|finally|exec|asCallback)$/.test(node.expression.name.text))
  )
}

/** The variable a chain is stored in: `const q = ...`, `q = ...`. */
function variableOf(node: ts.Expression): ts.Identifier | undefined {
  const parent = climb(node).parent
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name
  if (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(parent.left)
  )
    return parent.left
  return undefined
}

function isAssignmentTarget(node: ts.Node): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node
}

/** The call an expression is an argument of, itself or inside a list or an object of options. */
function givenToCall(node: ts.Expression, calls: CallIndex): Call | undefined {
  const outer = climb(node)
  const parent = outer.parent
  if (ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) return givenToCall(parent, calls)
  if (ts.isPropertyAssignment(parent) && parent.initializer === outer) return givenToCall(parent.parent, calls)
  if (ts.isConditionalExpression(parent) && parent.condition !== outer) return givenToCall(parent, calls)
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.some((argument) => argument === outer))
    return calls.at(parent)
  if (ts.isTemplateSpan(parent)) {
    const template = parent.parent.parent
    return ts.isTaggedTemplateExpression(template) ? calls.at(template) : undefined
  }
  return undefined
}

function isHandedOut(node: ts.Expression): boolean {
  const parent = climb(node).parent
  return (
    ts.isReturnStatement(parent) ||
    (ts.isArrowFunction(parent) && parent.body === climb(node)) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.some((argument) => argument === node) === true) ||
    (ts.isBinaryExpression(parent) && parent.right === node)
  )
}
