/**
 * Values that are put into a list which is kept elsewhere, unless they are in it already.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import { conjuncts, endsFunction, statementsBefore } from '../../src/model/control-flow.js'
import type { Call } from '../../src/model/types.js'

/** `const known = await list(); if (known.includes(email)) return; await write([...known, email])`, for the last of these calls. */
export function isAddedOnce({ node, unit }: Call): boolean {
  const before = statementsBefore(node, unit.node)
  const made = before.flatMap((statement) => (ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : []))
  return before.some((statement) => {
    if (!ts.isIfStatement(statement) || !endsFunction(statement.thenStatement)) return false
    return conjuncts(statement.expression).some((condition) => {
      const list = listAsked(condition)
      const asked = made.find(({ name, initializer }) => name.getText() === list && initializer !== undefined && isWaitedFor(initializer))
      if (list === undefined || !asked) return false
      const grown = made.filter(({ pos, initializer }) => pos >= statement.end && initializer !== undefined && names(initializer, list)).map(({ name }) => name.getText())
      return [list, ...grown].some((name) => names(node, name))
    })
  })
}

/** `known` of `known.includes(email)` */
function listAsked(condition: ts.Expression): string | undefined {
  if (!ts.isCallExpression(condition) || !ts.isPropertyAccessExpression(condition.expression)) return undefined
  const { expression, name } = condition.expression
  return /^(?:includes|has)$/.test(name.text) && ts.isIdentifier(expression) ? expression.text : undefined
}

/** `await list()`, `(await list()) ?? []` */
function isWaitedFor(value: ts.Expression): boolean {
  const given = skipOuter(value)
  return ts.isAwaitExpression(given) || (ts.isBinaryExpression(given) && isWaitedFor(given.left))
}

function names(node: ts.Node, name: string): boolean {
  return new RegExp(String.raw`(?<![\w.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(node.getText().replaceAll('...', ' '))
}
