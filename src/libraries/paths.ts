/**
 * Argument paths of tags: from `1.transaction` to the expression at a call.
 */
import { ts } from 'ts-morph'

/** Nodes that take arguments. */
export type Invocation = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression | ts.Decorator

/** Arguments as written; a tagged template has none. */
export function argumentsOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node.arguments ?? []
  if (ts.isDecorator(node)) return ts.isCallExpression(node.expression) ? node.expression.arguments : []
  return []
}

/** The receiver of a method call: `prisma.user` of `prisma.user.findMany()`. */
export function receiverOf(node: ts.Node): ts.Expression | undefined {
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : ts.isTaggedTemplateExpression(node) ? node.tag : node
  const target = skipOuter(callee as ts.Expression)
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) return target.expression
  return undefined
}

/**
 * Expressions that a path names at an invocation, in order; empty when the call does not have them.
 *
 * @param path alternatives joined by `|`; lists of these joined by `,`; `2+` gives all arguments from the third on
 * @param resolve finds the initializer of an identifier that holds an options object; optional
 */
export function atPath(
  node: ts.Node,
  path: string,
  resolve?: (expression: ts.Expression) => ts.Expression | undefined,
): ts.Expression[] {
  if (path.includes(',')) return path.split(',').flatMap((part) => atPath(node, part, resolve))
  for (const alternative of path.split('|')) {
    const found = single(node, alternative, resolve)
    if (found.length > 0) return found
  }
  return []
}

function single(
  node: ts.Node,
  path: string,
  resolve: ((expression: ts.Expression) => ts.Expression | undefined) | undefined,
): ts.Expression[] {
  const [head = '', ...properties] = path.split('.')
  let current: ts.Expression[]
  const values = argumentsOf(node)
  if (head === 'this') {
    const receiver = receiverOf(node)
    current = receiver ? [receiver] : []
  } else if (head === 'return') current = ts.isDecorator(node) ? [] : [node as ts.Expression]
  else if (head === 'last') current = values.slice(-1)
  else if (head.endsWith('+')) current = values.slice(Number.parseInt(head, 10))
  else current = values.slice(Number(head), Number(head) + 1)
  for (const property of properties) current = current.flatMap((value) => propertyOf(value, property, resolve))
  return current
}

/** Values of a property of an object literal (through `as`, parentheses, and a variable when it can be resolved). */
export function propertyOf(
  expression: ts.Expression,
  property: string,
  resolve?: (expression: ts.Expression) => ts.Expression | undefined,
): ts.Expression[] {
  let value = skipOuter(expression)
  if (!ts.isObjectLiteralExpression(value)) {
    const target = resolve?.(value)
    if (!target) return []
    value = skipOuter(target)
    if (!ts.isObjectLiteralExpression(value)) return []
  }
  const found: ts.Expression[] = []
  for (const member of value.properties) {
    if (ts.isSpreadAssignment(member)) {
      found.push(...propertyOf(member.expression, property, resolve))
      continue
    }
    const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
    if (name === undefined || (property !== '*' && name !== property)) continue
    if (ts.isPropertyAssignment(member)) found.push(member.initializer)
    else if (ts.isShorthandPropertyAssignment(member)) found.push(member.name)
    // A method stands for itself as a function; callers treat the declaration as the value.
    else if (ts.isMethodDeclaration(member)) found.push(member as unknown as ts.Expression)
  }
  return found
}

/** The expression inside parentheses, assertions, `satisfies` and non-null marks. */
export function skipOuter(expression: ts.Expression): ts.Expression {
  let inner = expression
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  )
    inner = inner.expression
  return inner
}

/** `||` and `??`: the value is the left side or the right one. */
export function isEither(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken
}

/** `null` and `undefined`, as written. */
export function isNothing(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined')
}

/** Names that a parameter or variable binds: one, or those of a pattern in source order. */
export function boundNames(name: ts.BindingName): ts.Identifier[] {
  return ts.isIdentifier(name) ? [name] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}
