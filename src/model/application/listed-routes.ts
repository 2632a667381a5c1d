/**
 * Routes written as objects that a loader registers: `export default [{ method: 'GET', path: '/orders', handler }]` in a
 * file that is found by its place. Whatever an object registers where a call takes it, it says of itself.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { Resolver } from '../resolver.js'
import type { FileFacts } from '../syntax.js'
import type { LibraryTarget } from '../types.js'

/** A member of a library that takes routes as objects, and the names that such an object has. */
export interface ObjectRoutes {
  readonly library: LibraryTarget
  readonly names: readonly string[]
}

const SYNTAX = /\bhandler\b/

/** Objects that a file exports and that have these names, alone or in lists. */
export function listedRoutes({ file, sourceFile }: FileFacts, names: readonly string[], resolver: Resolver): ts.ObjectLiteralExpression[] {
  if (file.surface !== 'production' || !SYNTAX.test(sourceFile.text) || !names.every((name) => sourceFile.text.includes(name))) return []
  return sourceFile.statements.flatMap((statement) => exported(statement)).flatMap((value) => objectsIn(value, 0))

  function objectsIn(expression: ts.Expression, depth: number): ts.ObjectLiteralExpression[] {
    const own = skipOuter(expression)
    const value = skipOuter(resolver.initializerOf(own) ?? own)
    if (depth > 2) return []
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => objectsIn(ts.isSpreadElement(element) ? element.expression : element, depth + 1))
    return ts.isObjectLiteralExpression(value) && value.getSourceFile() === sourceFile && isRoute(value, names) ? [value] : []
  }
}

/** What a statement exports. */
function exported(statement: ts.Statement): ts.Expression[] {
  if (ts.isExportAssignment(statement)) return [statement.expression]
  if (ts.isVariableStatement(statement)) return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ? statement.declarationList.declarations.flatMap(({ initializer }) => initializer ?? []) : []
  const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined
  if (!assignment || !ts.isBinaryExpression(assignment) || assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return []
  return /^(?:module\.exports|exports\.\w+|module\.exports\.\w+)$/.test(assignment.left.getText()) ? [assignment.right] : []
}

/** It names what every route of the library names, and something that handles it. */
function isRoute({ properties }: ts.ObjectLiteralExpression, names: readonly string[]): boolean {
  const own = new Set(properties.flatMap(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? [name.text] : [])))
  return names.every((name) => own.has(name)) && ['handler', 'options', 'config'].some((name) => own.has(name))
}
