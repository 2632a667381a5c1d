/**
 * What an expression puts into a log line, as far as its syntax tells.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import { calleeName } from './syntax.js'

/** A name, a property or a call whose value is written. */
export interface LoggedPart {
  readonly node: ts.Expression
  /** Properties under which it stands in what is logged, outermost first. */
  readonly path: readonly string[]
  /** It is made part of a text, so that nothing later can tell it apart. */
  readonly isText: boolean
  /** An object shows nothing of itself there: `${user}` is "[object Object]". */
  readonly isCoerced: boolean
}

/** What gives its arguments in another form. */
const KEEPS_ARGUMENTS = /^(?:stringify|inspect|format|String|assign|entries|values|fromEntries|structuredClone|clone|cloneDeep|parse|plain|from|of|freeze|merge|decodeURIComponent|encodeURIComponent|instanceToPlain|classToPlain)$/
/** What gives its receiver in another form. */
const KEEPS_RECEIVER = /^(?:toString|toJSON|toObject|trim|toLowerCase|toUpperCase|concat|join|lean|valueOf|flat|reverse|replace|get|toPOJO|asJson)$/
const MAKES_TEXT = /^(?:stringify|inspect|format|String|toString|join)$/
/** Operators whose result is true, false or a number. */
const ABOUT = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.InKeyword, ts.SyntaxKind.InstanceOfKeyword, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken, ts.SyntaxKind.PercentToken,
]) // prettier-ignore

/** Parts of an expression, in source order; literals, tests and what only tells about a value have none. */
export function partsOf(expression: ts.Node, path: readonly string[] = [], isText = false, isCoerced = false): LoggedPart[] {
  if (!ts.isExpression(expression)) return []
  const value = skipOuter(expression)
  const inside = (node: ts.Node, key?: string) => partsOf(node, key === undefined ? path : [...path, key], isText, isCoerced)
  if (ts.isIdentifier(value)) return value.text === 'undefined' ? [] : [{ node: value, path, isText, isCoerced }]
  if (ts.isPropertyAccessExpression(value)) return [{ node: value, path, isText, isCoerced }]
  if (ts.isElementAccessExpression(value)) return [{ node: value, path, isText, isCoerced }]
  if (ts.isTemplateExpression(value)) return value.templateSpans.flatMap((span) => partsOf(span.expression, path, true, true))
  if (ts.isConditionalExpression(value)) return [...inside(value.whenTrue), ...inside(value.whenFalse)]
  if (ts.isAwaitExpression(value) || ts.isSpreadElement(value)) return inside(value.expression)
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => inside(element, '*'))
  if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((member) => partsOfMember(member, inside))
  if (ts.isBinaryExpression(value)) return partsOfBinary(value, path, isText, isCoerced)
  if (ts.isCallExpression(value)) return partsOfCall(value, path, isText, isCoerced)
  return []
}

function partsOfMember(member: ts.ObjectLiteralElementLike, inside: (node: ts.Node, key?: string) => LoggedPart[]): LoggedPart[] {
  if (ts.isSpreadAssignment(member)) return inside(member.expression)
  const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : '*'
  if (ts.isShorthandPropertyAssignment(member)) return inside(member.name, name)
  return ts.isPropertyAssignment(member) ? inside(member.initializer, name) : []
}

function partsOfBinary(value: ts.BinaryExpression, path: readonly string[], isText: boolean, isCoerced: boolean): LoggedPart[] {
  const operator = value.operatorToken.kind
  if (ABOUT.has(operator)) return []
  if (operator === ts.SyntaxKind.PlusToken) return [value.left, value.right].flatMap((side) => partsOf(side, path, true, true))
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.CommaToken || operator === ts.SyntaxKind.EqualsToken) return partsOf(value.right, path, isText, isCoerced)
  return [value.left, value.right].flatMap((side) => partsOf(side, path, isText, isCoerced))
}

function partsOfCall(value: ts.CallExpression, path: readonly string[], isText: boolean, isCoerced: boolean): LoggedPart[] {
  const name = calleeName(value.expression)
  const receiver = receiverOf(value)
  const shows = MAKES_TEXT.test(name)
  // `JSON.stringify(user, replacer)` leaves out what the replacer says.
  if (name === 'stringify' && value.arguments[1] && !/^(?:null|undefined)$/.test(value.arguments[1].getText())) return []
  // `url.replace(/:[^:@]+@/, ':***@')`
  if (/^replace(?:All)?$/.test(name) && /\*{2}|redacted|masked|hidden|xxx/i.test(value.arguments[1]?.getText() ?? '')) return []
  if (KEEPS_ARGUMENTS.test(name) && value.arguments.length > 0) return value.arguments.flatMap((argument) => partsOf(argument, path, isText || shows, isCoerced && !shows))
  // `user.toString()` shows as much of an object as `${user}`.
  if (receiver && KEEPS_RECEIVER.test(name) && (name !== 'get' || value.arguments.length === 0)) return partsOf(receiver, path, isText || shows, isCoerced || name === 'toString')
  return [{ node: value, path, isText, isCoerced }]
}
