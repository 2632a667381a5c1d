/**
 * SQL text in the code, as far as it is constant.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { HOLE } from '../sql/scan.js'
import type { Resolver } from './resolver.js'

export { HOLE }

/**
 * The constant text of an expression, with `HOLE` for everything that is not constant; undefined when nothing of it
 * is constant.
 */
export function constantText(expression: ts.Expression, resolver: Resolver, depth = 0): string | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value)) return value.text
  if (ts.isTaggedTemplateExpression(value)) return constantText(value.template, resolver, depth)
  if (ts.isTemplateExpression(value))
    return value.head.text + value.templateSpans.map((span) => (inner(span.expression, resolver, depth) ?? HOLE) + span.literal.text).join('')
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = constantText(value.left, resolver, depth)
    const right = constantText(value.right, resolver, depth)
    return left === undefined && right === undefined ? undefined : (left ?? HOLE) + (right ?? HOLE)
  }
  if (ts.isCallExpression(value)) {
    // `sql.type(x)\`...\``, `['SELECT', ...].join(' ')`, `text.trim()`
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee)) {
      const array = skipOuter(callee.expression)
      if (callee.name.text === 'join' && ts.isArrayLiteralExpression(array)) {
        const separator = value.arguments[0] ? (constantText(value.arguments[0], resolver, depth) ?? ' ') : ','
        return array.elements.map((element) => constantText(element, resolver, depth) ?? HOLE).join(separator)
      }
      if (/^(?:trim|trimStart|trimEnd|replace|replaceAll|toString)$/.test(callee.name.text)) return constantText(array, resolver, depth)
    }
    const first = value.arguments[0]
    return first && ts.isStringLiteralLike(skipOuter(first)) ? (skipOuter(first) as ts.StringLiteralLike).text : undefined
  }
  if (ts.isObjectLiteralExpression(value)) return undefined
  return inner(value, resolver, depth)
}

function inner(expression: ts.Expression, resolver: Resolver, depth: number): string | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text
  if (depth > 4 || (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value))) return undefined
  const initializer = resolver.initializerOf(value)
  // An empty text is what a property starts with before its value is known.
  return (initializer && constantText(initializer, resolver, depth + 1)) || undefined
}
