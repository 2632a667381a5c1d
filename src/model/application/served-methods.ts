/**
 * Methods of requests that a handler asks for by itself, where it is given all of them: `if (req.method !== 'POST') return`.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import { contains, endsFunction } from '../control-flow.js'
import type { EntryPoint, Unit } from '../types.js'

/** The one method that a handler serves: it sends away all that come with another. */
export function methodServed({ node }: Unit): string | undefined {
  const body = (node as ts.FunctionLikeDeclaration).body
  if (!body || !ts.isBlock(body)) return undefined
  const served = new Set<string>()
  let isInBranches = false
  for (const statement of body.statements) {
    const test = ts.isIfStatement(statement) ? testIn(statement.expression) : undefined
    if (test?.isNegated && ts.isIfStatement(statement) && endsFunction(statement.thenStatement)) return served.size === 0 && !statement.elseStatement ? test.method : undefined
    if (!test || test.isNegated) {
      // Behind the branches, there is nothing for other methods but an answer.
      if (isInBranches && doesMore(statement, node)) return undefined
      continue
    }
    isInBranches = true
    for (let at: ts.Statement | undefined = statement; at; ) {
      const asked: ReturnType<typeof testIn> = ts.isIfStatement(at) ? testIn(at.expression) : undefined
      if (!asked || asked.isNegated || !ts.isIfStatement(at)) {
        if (doesMore(at, node)) return undefined
        break
      }
      served.add(asked.method)
      at = at.elseStatement
    }
  }
  return served.size === 1 ? [...served][0] : undefined
}

/** The method of requests that come to a place in a handler: all, its only one, or that of the branch around the place. */
export function methodAt(entry: EntryPoint, place: ts.Node | undefined): string | undefined {
  if (entry.method !== undefined || !place || !contains(entry.handler.node, place)) return entry.method
  for (let at = place; at !== entry.handler.node; at = at.parent) {
    if (!ts.isIfStatement(at.parent) || at.parent.thenStatement !== at) continue
    const test = testIn(at.parent.expression)
    if (test && !test.isNegated) return test.method
  }
  return undefined
}

/** `req.method === 'POST'`, `request.method !== 'GET'` */
function testIn(condition: ts.Expression): { readonly method: string; readonly isNegated: boolean } | undefined {
  const value = skipOuter(condition)
  if (!ts.isBinaryExpression(value) || !/^[!=]==?$/.test(value.operatorToken.getText())) return undefined
  const text = [value.left, value.right].map(skipOuter).find(ts.isStringLiteralLike)?.text
  const isOfRequest = [value.left, value.right].some((side) => /^\w+\.method$/.test(side.getText()))
  return text !== undefined && isOfRequest ? { method: text.toUpperCase(), isNegated: value.operatorToken.getText().startsWith('!') } : undefined
}

/** It calls something other than what answers. */
function doesMore(statement: ts.Statement, handler: ts.Node): boolean {
  const response = (handler as ts.FunctionLikeDeclaration).parameters[1]?.name.getText()
  const visit = (node: ts.Node): boolean => {
    if (ts.isAwaitExpression(node)) return true
    if (ts.isCallExpression(node) && !new RegExp(String.raw`^(?:${response}|console)\b`).test(node.expression.getText())) return true
    return ts.forEachChild(node, (child) => visit(child) || undefined) === true
  }
  return visit(statement)
}
