/**
 * Middleware that makes text of every value in a part of the request: `for (const name in req.query) req.query[name] =
 * cleaned(req.query[name])`.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { isPrimitive } from './flow-sources.js'
import type { Resolver } from './resolver.js'
import type { SourceKind, Unit } from './types.js'

/** Whether running a unit leaves text only, or lists of text, in the part of the request. */
export function makesTexts({ node }: Unit, part: SourceKind, resolver: Resolver): boolean {
  const body = 'body' in node ? node.body : undefined
  if (!body || !ts.isBlock(body)) return false
  return body.statements.some((statement) => {
    if (!ts.isForInStatement(statement) && !ts.isForOfStatement(statement)) return false
    const name = ts.isVariableDeclarationList(statement.initializer) ? statement.initializer.declarations[0]?.name.getText() : undefined
    const owner = ts.isForInStatement(statement) ? skipOuter(statement.expression) : ownerOfKeys(statement.expression)
    const isPart = owner && ts.isPropertyAccessExpression(owner) && owner.name.text === part
    return isPart && name !== undefined && givesText(statement.statement, `${owner.getText()}[${name}]`, resolver)
  })
}

/** `req.query` of `Object.keys(req.query)`. */
function ownerOfKeys(expression: ts.Expression): ts.Expression | undefined {
  const call = skipOuter(expression)
  return ts.isCallExpression(call) && call.expression.getText() === 'Object.keys' && call.arguments[0] ? skipOuter(call.arguments[0]) : undefined
}

/** Whichever branch is taken, the target is text afterwards. */
function givesText(statement: ts.Statement, target: string, resolver: Resolver): boolean {
  if (ts.isBlock(statement)) return statement.statements.some((inner) => givesText(inner, target, resolver))
  if (ts.isIfStatement(statement)) return statement.elseStatement !== undefined && givesText(statement.thenStatement, target, resolver) && givesText(statement.elseStatement, target, resolver)
  if (!ts.isExpressionStatement(statement)) return false
  const given = statement.expression
  return ts.isBinaryExpression(given) && given.operatorToken.kind === ts.SyntaxKind.EqualsToken && given.left.getText() === target && isText(given.right, resolver)
}

function isText(expression: ts.Expression, resolver: Resolver): boolean {
  const value = skipOuter(expression)
  if (ts.isTemplateExpression(value) || isPrimitive(resolver.typeOf(value))) return true
  // A package of which nothing is known cleans text; of others, and of the project, the type says what comes out.
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    return resolver.functionsOf(callee).length === 0 && resolver.libraryFunction(callee) === undefined && (resolver.typeOf(value).flags & ts.TypeFlags.Any) !== 0
  }
  return ts.isIdentifier(value) && isListOfTexts(value, resolver)
}

/** `const cleaned = []`, to which only text is added. */
function isListOfTexts(name: ts.Identifier, resolver: Resolver): boolean {
  const list = resolver.initializerOf(name)
  const block = list && ts.findAncestor(list, ts.isBlock)
  if (!block || !ts.isArrayLiteralExpression(list) || list.elements.length > 0) return false
  let areTexts = true
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === `${name.text}.push`) areTexts &&= node.arguments.every((argument) => isText(argument, resolver))
    ts.forEachChild(node, visit)
  }
  visit(block)
  return areTexts
}
