/**
 * Whether anybody waits for work that was begun. Answered on syntax.
 */
import { ts } from 'ts-morph'

/** `void resize(file)`, `resize(file).catch(log)`: a statement of its own that nothing waits for. */
export function isLeftAlone(node: ts.Node): boolean {
  if (isInDroppedPromise(node)) return true
  let value = node
  for (let parent = value.parent; ; parent = value.parent) {
    const isChained = ts.isPropertyAccessExpression(parent) && parent.expression === value && /^(?:then|catch|finally)$/.test(parent.name.text)
    if (isChained || (ts.isCallExpression(parent) && parent.expression === value) || ts.isVoidExpression(parent) || ts.isParenthesizedExpression(parent)) value = parent
    else break
  }
  if (!ts.isExpressionStatement(value.parent)) return false
  // With a callback the rest of the handler waits in it.
  return !ts.isCallExpression(node) || !node.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
}

/** `new Promise(async () => { await resize(file) })` as a statement: whoever asked goes on at once. */
export function isInDroppedPromise(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isNewExpression(parent) && parent.expression.getText() === 'Promise' && ts.isFunctionLike(at) && ts.isExpressionStatement(parent.parent)) return true
    if (ts.isMethodDeclaration(parent) || ts.isFunctionDeclaration(parent)) return false
  }
  return false
}
