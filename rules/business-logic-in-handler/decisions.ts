import { ts } from 'ts-morph'
import type { Unit } from '../../src/model/types.js'

/** What a handler decides and computes about its domain, apart from checking what came in. */
export interface Decisions {
  /** Conditions that compare values of the domain: `order.status === 'paid'`, `product.stock < line.quantity`. */
  readonly conditions: readonly ts.Expression[]
  /** Statements that compute such values: `total += product.price * line.quantity`. */
  readonly computations: readonly ts.Node[]
}

const COMPARES = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
])
const ARITHMETIC = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
])
/** Values that belong to the request, the platform or the framework, not to the domain. */
const TECHNICAL = /^(?:req|request|res|response|reply|ctx|context|c|event|headers?|cookies?|process|env|config|settings|error|err|e|parsed|validation|import|input|body|query|params|searchParams|args|url|method|session|data|payload|dto|values|form|props|json|opts|options)$/
/** Members that tell whether something is there, or how it went. */
const PLAIN = /^(?:length|success|ok|status|statusCode|code|message|error|errors|size|method|url|path|type|name)$/

/** Reads the handler and the functions written inside of it. */
export function decisionsIn(unit: Unit): Decisions {
  const conditions: ts.Expression[] = []
  const computations: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      if (isDomain(condition)) conditions.push(condition)
    } else if (ts.isSwitchStatement(node)) {
      if (isDomainValue(node.expression) && !isWebhookType(node.expression)) conditions.push(node.expression)
    } else if (ts.isBinaryExpression(node) && ARITHMETIC.has(node.operatorToken.kind) && (isAmount(node.left) || isAmount(node.right)) && ![node.left, node.right].some(ts.isStringLiteralLike) && !isInside(node, computations)) computations.push(node)
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return { conditions, computations }
}

/** It compares a property of something that is not the request with a value that says something. */
function isDomain(condition: ts.Expression): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (found) return
    if (ts.isBinaryExpression(node) && COMPARES.has(node.operatorToken.kind)) {
      const sides = [node.left, node.right]
      const isEmpty = sides.some((side) => side.kind === ts.SyntaxKind.NullKeyword || side.kind === ts.SyntaxKind.TrueKeyword || side.kind === ts.SyntaxKind.FalseKeyword || /^(?:undefined|typeof .*|['"]undefined['"])$/.test(side.getText()))
      // Who owns a row is asked of every request.
      const isIdentity = sides.every((side) => /(?:^|\.)(?:\w*[iI]d|uuid|email|token|secret|password|key)$/.test(side.getText()))
      if (!isEmpty && !isIdentity && sides.some(isDomainValue)) found = true
      return
    }
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  visit(condition)
  return found
}

/** `product.stock`, `subscription.plan.tier`, `total`; not `req.body.x`, not `rows.length`. */
function isDomainValue(expression: ts.Expression): boolean {
  const value = ts.isNonNullExpression(expression) || ts.isParenthesizedExpression(expression) ? expression.expression : expression
  if (ts.isIdentifier(value)) return isAmount(value)
  if (!ts.isPropertyAccessExpression(value)) return false
  const text = value.getText().replace(/[?!]/g, '')
  const parts = text.split('.')
  if (TECHNICAL.test(parts[0] ?? '') || (parts[0] === 'this' && parts.length < 3)) return false
  const last = parts.at(-1) ?? ''
  // `order.status` is of the domain, `response.status` was left out above.
  return last === 'status' || last === 'type' ? !/res(?:p|ponse|ult)?$|event$/i.test(parts.at(-2) ?? '') : !PLAIN.test(last)
}

/** Which kind of event a provider sends is routing, not a rule of the domain. */
function isWebhookType(expression: ts.Expression): boolean {
  return /(?:event|payload|body|message|data)\w*\??\.(?:type|event|kind|action)$/i.test(expression.getText())
}

/** A property, or a variable that is called like an amount. */
function isAmount(expression: ts.Expression): boolean {
  const text = expression.getText().replace(/[?!()]/g, '')
  if (/(?:^|\.)(?:page|limit|offset|skip|take|perPage|pageSize|length|index|i|now|time|date|\w*(?:At|Time|Date|Ms|Seconds))$/.test(text) || /Date\.now|getTime/.test(text)) return false
  return /(?:total|price|amount|quantity|balance|discount|tax|fee|stock|cost|rate|credit|points?|score|sum|subtotal|weight|percent\w*)$/i.test(text)
}

function isInside(node: ts.Node, others: readonly ts.Node[]): boolean {
  return ts.findAncestor(node, (outer) => outer !== node && others.includes(outer)) !== undefined
}
