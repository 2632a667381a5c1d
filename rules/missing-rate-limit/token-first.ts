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
const LEAVES = /\b(?:throw|return)\b/
/** Functions between a handler and the look-up. */
const MOST_CALLS = 3

export function looksTokenUpFirst({ handler }: EntryPoint, model: Model): boolean {
  return looksUpFirst(handler, model, 0)
}

function looksUpFirst(unit: Unit, model: Model, depth: number): boolean {
  const lookUps = model.reachedBy(unit, 'query').filter(({ operation, distance }) => distance === 0 && isTokenLookUp(operation))
  const [first] = lookUps
  if (first) return isRefused(first.operation.node) && !isDearBefore(unit, first.call, model)
  const asked = unit.calls.find((call) => isGivenToken(call) && isRead(call, model))
  if (asked && isRefused(asked.node)) return !isDearBefore(unit, asked, model)
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

/** `cache.get(`upload:${token}`)`, `tokens.userOf(dto.token)`: what is asked for is the token, or a key that ends in it. */
function isGivenToken({ node }: Call): boolean {
  const [first] = ts.isCallExpression(node) ? node.arguments : []
  if (!first) return false
  const value = ts.isTemplateExpression(first) ? (first.templateSpans.at(-1) as ts.TemplateSpan).expression : first
  const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : ''
  return TOKEN.test(name) && !GUESSABLE.test(name)
}

/** A call that reads from a store and does nothing else there. */
function isRead(call: Call, model: Model): boolean {
  const queries = model.reachedFrom(call, 'query')
  return queries.length + model.reachedFrom(call, 'cache-read').length > 0 && queries.every(({ operation }) => operation.access === 'read') && DEAR.every((kind) => model.reachedFrom(call, kind).length === 0)
}

/** The name that what a call gives is kept under, also where it is waited for. */
export function keptUnder(node: ts.Node): ts.VariableDeclaration | undefined {
  let value = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent
  return ts.isVariableDeclaration(value.parent) && ts.isIdentifier(value.parent.name) ? value.parent : undefined
}

/** `const account = await ...; if (!account) throw ...`, also where what is made of it is asked: `Id.create(account).isFailed()`. */
function isRefused(node: ts.Node): boolean {
  const declaration = keptUnder(node)
  if (!declaration) return false
  const name = escaped(declaration.name.getText())
  const next = nextTest(declaration)
  if (!next) return false
  const condition = next.expression.getText()
  const isAsked = new RegExp(String.raw`!\s*${name}\b(?!\s*[.\[])|\b${name}\s*===?\s*(?:null|undefined)\b`).test(condition)
  return (isAsked || derivedFrom(declaration, next).some((one) => new RegExp(String.raw`\b${escaped(one)}\.(?:is|has)?(?:failed|failure|err)\w*|!\s*${escaped(one)}\b`, 'i').test(condition))) && LEAVES.test(next.thenStatement.getText())
}

/** The first condition after a declaration, in its block. */
function nextTest(declaration: ts.VariableDeclaration): ts.IfStatement | undefined {
  const block = declaration.parent.parent.parent
  return ts.isBlock(block) ? block.statements.find((statement): statement is ts.IfStatement => statement.pos >= declaration.end && ts.isIfStatement(statement)) : undefined
}

/** Names between a declaration and a condition whose values are made of it. */
function derivedFrom(declaration: ts.VariableDeclaration, { pos, parent }: ts.IfStatement): string[] {
  if (!ts.isBlock(parent)) return []
  const between = parent.statements.filter((statement) => statement.pos >= declaration.end && statement.end <= pos)
  const made = between.flatMap((statement) => (ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : []))
  return made.filter(({ initializer }) => initializer && new RegExp(String.raw`\b${escaped(declaration.name.getText())}\b`).test(initializer.getText())).map(({ name }) => name.getText())
}

/** A name as a pattern has it. */
export function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`)
}

/** Whether a unit hashes, mails or writes before a call. */
function isDearBefore(unit: Unit, call: Call, model: Model): boolean {
  const isBefore = (other: Call) => other.node.end <= call.node.pos
  return (
    DEAR.some((kind) => model.reachedBy(unit, kind).some((reached) => isBefore(reached.call))) ||
    model.reachedBy(unit, 'query').some((reached) => (reached.operation.access === 'write' || reached.operation.access === 'delete') && isBefore(reached.call))
  )
}
