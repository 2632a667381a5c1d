/**
 * Work of other systems between two writes, for which no transaction can wait.
 */
import { ts } from 'ts-morph'
import type { Call, Model } from '../../src/model/types.js'
import type { Write } from './writes.js'

/** Kinds of work whose answer is waited for. */
const ANSWERS = ['payment', 'http', 'email', 'sms', 'storage'] as const
/** Numbers that somebody pays, owes or owns. */
const WORTH = /balance|amount|credit|debit|stock|quantit|points?|seats?|total|price|paid|sold|inventor|available|reserved|money|funds|cents/i
/** Numbers that people look at: `totalViews`. */
export const LOOKED_AT = /(?:views?|visits?|clicks?|hits?|opens?|downloads?|likes?|posts?|comments?|followers?|messages?|repl(?:y|ies)|votes?|errors?|requests?)(?:_?counts?)?$/i

/** A number that somebody pays, owes or owns. */
export function isWorth(column: string): boolean {
  return WORTH.test(column) && !LOOKED_AT.test(column)
}

/** A program runs or a model thinks between the two: a transaction cannot wait for that. */
export function isWorkBetween(first: Write, second: Write, model: Model): boolean {
  if (first.call.unit !== second.call.unit) return false
  const isApart = (call: Call) => isWork(call, model) && !model.reachedFrom(call, 'query').some(({ operation }) => operation.access === 'write' || operation.access === 'delete')
  return first.call.unit.calls.some((one) => one.node.pos >= first.call.node.end && one.node.end <= second.call.node.pos && isApart(one))
}

/**
 * Another system is waited for between the two, and the second is about what it answered: the first one says on purpose
 * that the work has begun, and no transaction can wait for it. A row that belongs to the first, and money, are more.
 */
export function isAnswerBetween(first: Write, second: Write, model: Model): boolean {
  const { unit } = first.call
  if (unit !== second.call.unit || isChildOf(first, second, model) || [first, second].some((write) => isAmount(write, model))) return false
  const isUsed = (name: string) => new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(second.call.node.getText())
  return unit.calls.some(
    (one) => one.node.pos >= first.call.node.end && one.node.end <= second.call.node.pos && namesOf(one.node).some(isUsed) && isAnswered(one, model),
  )
}

/** `INSERT INTO order_lines (order_id) VALUES (order.id)`: a new row is made of the one that was just made. */
function isChildOf(first: Write, second: Write, model: Model): boolean {
  const made = resultName(first.call.node)
  return made !== undefined && model.rows.createdBy(first.operation) !== undefined && model.rows.createdBy(second.operation) !== undefined && new RegExp(String.raw`(?<![\w$.])${made.replaceAll('$', String.raw`\$`)}\s*[.!?[]`).test(second.call.node.getText())
}

/** A number that somebody pays, owes or owns is added to or taken from. */
export function isAmount({ operation }: Write, model: Model): boolean {
  return model.rows.changesOf(operation).some(({ column, isComputed, uses }) => isWorth(column) && (isComputed || uses.some(({ change }) => change === 'arithmetic')))
}

/** Names that hold what an awaited call gives, or parts of it. */
function namesOf(node: ts.Node): readonly string[] {
  const { parent } = node
  const value = ts.isAwaitExpression(parent) ? parent : node
  const holder = value.parent
  if (ts.isVariableDeclaration(holder)) return ts.isIdentifier(holder.name) ? [holder.name.text] : holder.name.elements.flatMap((element) => (ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : []))
  return ts.isBinaryExpression(holder) && holder.right === value && holder.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(holder.left) ? [holder.left.text] : []
}

/** The name that holds all of it. */
export function resultName(node: ts.Node): string | undefined {
  const names = namesOf(node)
  return names.length === 1 ? names[0] : undefined
}

/** The call leads to another system that is waited for. */
export function isAnswered(call: Call, model: Model): boolean {
  return ANSWERS.some((kind) => model.reachedFrom(call, kind).some(({ distance }) => distance <= 3))
}

/** The call leads to a program that runs, or a model that thinks. */
export function isWork(call: Call, model: Model): boolean {
  return (['process', 'llm'] as const).some((kind) => model.reachedFrom(call, kind).some(({ distance }) => distance <= 2))
}
