/**
 * Routes that take a token nobody guesses, and refuse one that is not found before they do anything dear.
 */
import { ts } from 'ts-morph'
import type { Call, EntryPoint, Model, Operation, OperationKind, Unit } from '../../src/model/types.js'

/** A link in a mail holds it; codes and pins are short enough to be tried one after the other. */
const TOKEN = /token|secret|(?:invit\w*|reset|verif\w*|confirm\w*|activat\w*)_?(?:key|hash)/i
const GUESSABLE = /otp|pin\b|code/i
/** What costs something, or is seen by somebody. */
const DEAR: readonly OperationKind[] = ['cpu', 'email', 'sms', 'payment', 'publish', 'enqueue', 'llm']
/** Functions between a handler and the look-up. */
const MOST_CALLS = 3

export function looksTokenUpFirst({ handler }: EntryPoint, model: Model): boolean {
  return looksUpFirst(handler, model, 0)
}

function looksUpFirst(unit: Unit, model: Model, depth: number): boolean {
  const lookUps = model.reachedBy(unit, 'query').filter(({ operation, distance }) => distance === 0 && isTokenLookUp(operation))
  const [first] = lookUps
  if (first) return isRefused(first.operation) && !isDearBefore(unit, first.call, model)
  if (depth >= MOST_CALLS) return false
  return unit.calls.some((call) => {
    const { units } = model.resolve(call)
    return units.length === 1 && looksUpFirst(units[0] as Unit, model, depth + 1) && !isDearBefore(unit, call, model)
  })
}

/** `where: { resetToken: hashed }`; `{ resetToken: code }` holds a code by another name. */
function isTokenLookUp({ access, where }: Operation): boolean {
  return access === 'read' && where.some((filter) => filter !== true && membersIn(filter).some((member) => TOKEN.test(member.name?.getText() ?? '') && !GUESSABLE.test(member.getText())))
}

function membersIn(filter: ts.Expression): ts.ObjectLiteralElementLike[] {
  if (!ts.isObjectLiteralExpression(filter)) return []
  return filter.properties.filter((member) => member.name && !ts.isComputedPropertyName(member.name))
}

/** `const account = await ...; if (!account) throw ...` */
function isRefused({ node }: Operation): boolean {
  let value: ts.Node = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent
  const declaration = value.parent
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false
  const name = declaration.name.text.replaceAll('$', String.raw`\$`)
  const block = declaration.parent.parent.parent
  const [next] = ts.isBlock(block) ? block.statements.filter((statement) => statement.pos >= declaration.end && ts.isIfStatement(statement)) : []
  return next !== undefined && ts.isIfStatement(next) && new RegExp(String.raw`!\s*${name}\b(?!\s*[.\[])|\b${name}\s*===?\s*(?:null|undefined)\b`).test(next.expression.getText()) && /\b(?:throw|return)\b/.test(next.thenStatement.getText())
}

/** Whether a unit hashes, mails or writes before a call. */
function isDearBefore(unit: Unit, call: Call, model: Model): boolean {
  const isBefore = (other: Call) => other.node.end <= call.node.pos
  return (
    DEAR.some((kind) => model.reachedBy(unit, kind).some((reached) => isBefore(reached.call))) ||
    model.reachedBy(unit, 'query').some((reached) => (reached.operation.access === 'write' || reached.operation.access === 'delete') && isBefore(reached.call))
  )
}
