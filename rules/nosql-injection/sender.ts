/**
 * Whether a filter holds whoever sends the request: whatever an operator says, the rows are theirs.
 */
import { ts } from 'ts-morph'
import { declarationOf } from '../../src/model/filters.js'
import { givenAt, type Given } from '../../src/model/given-by-callers.js'
import type { Flow, Model } from '../../src/model/types.js'
import { givenFor } from './beforehand.js'
import { isSecretOnWay } from './secrets.js'

export const OWNER = /^(?:created_?by|owned_?by|(?:user|owner|author|customer|member|profile|seller|vendor|merchant|student|driver|patient|employee|creator|sender|buyer)(?:_?id)?)$/i
/** Inside of what the sender belongs to, an operator shows rows that are shown there anyway. */
export const OWNER_OR_TENANT = new RegExp(`${OWNER.source}|^(?:workspace|tenant|organi[sz]ation|org|company|team|shop|store|school|clinic)(?:_?id)?$`, 'i')
/** `req.workspaceId`: whatever it was made of, middleware has looked at it. */
const LEFT_BY_MIDDLEWARE = /^\(?(?:req|request|ctx|c)(?: as \w+\))?[?!]?\.(?!body|query|params|headers|cookies|file)\w+[\w.?!]*$/
/** Functions and variables that a filter is put together by. */
const MOST_HOPS = 3

/** What is asked, and on which ways. */
interface Asking {
  /** Names of what holds the sender. */
  readonly owner: RegExp
  readonly flows: readonly Flow[]
  /** The call that runs the function which is looked at, where that adds to a filter; absent: those on the ways. */
  readonly by?: ts.CallExpression
  readonly model: Model
}

/**
 * `{ _id: req.body.id, userId: req.user.id }`, also where a variable, a spread or a function of the project adds it.
 *
 * @param owner names of columns that hold the sender
 * @param flows ways by which data of those that count comes in
 */
export function isOfSender(filter: ts.Expression, owner: RegExp, flows: readonly Flow[], model: Model): boolean {
  return holdsSender(filter, { owner, flows, model }, 0)
}

function holdsSender(filter: ts.Expression, asking: Asking, hops: number): boolean {
  if (hops > MOST_HOPS) return false
  if (ts.isParenthesizedExpression(filter) || ts.isAsExpression(filter)) return holdsSender(filter.expression, asking, hops)
  if (ts.isObjectLiteralExpression(filter)) return filter.properties.some((member, index) => (ts.isSpreadAssignment(member) ? holdsSender(member.expression, asking, hops + 1) : isOwner(member, asking)) && !isReplaced(filter.properties.slice(index + 1), asking))
  if (ts.isCallExpression(filter)) return isAddedBy(filter, asking, hops)
  const declaration = ts.isIdentifier(filter) ? declarationOf(filter) : undefined
  return declaration !== undefined && ((declaration.initializer !== undefined && holdsSender(declaration.initializer, asking, hops + 1)) || isAddedTo(filter as ts.Identifier, declaration, asking))
}

/** `filter.user = userId` in the block of `const filter = {}`: in any case, or where a condition holds for all that counts. */
function isAddedTo(filter: ts.Identifier, declaration: ts.VariableDeclaration, asking: Asking): boolean {
  const { parent: block } = declaration.parent.parent
  return (ts.isBlock(block) || ts.isSourceFile(block) ? [...block.statements] : []).some((statement) => {
    const condition = ts.isIfStatement(statement) ? statement.expression : undefined
    const given = statement.end <= filter.pos ? assignmentIn(condition ? (statement as ts.IfStatement).thenStatement : statement) : undefined
    if (!given || given.target.expression.getText() !== filter.text || !isOwnerBy(given.target.name.text, given.value, asking)) return false
    return !condition || holdsFor(condition, given.value, asking)
  })
}

/** `if (userId) filter.user = userId`, and all callers give it; `if (!everywhere) filter.shop = shop`, and none says so. */
function holdsFor(condition: ts.Expression, value: ts.Expression, asking: Asking): boolean {
  const { flows, model } = asking
  if (ts.isIdentifier(condition)) return condition.text === value.getText() && givenFor(condition, flows, model).every((given) => isSender(given, model))
  return ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken && isNeverGiven(condition.operand, asking)
}

/** Whether a parameter is left out or `false` by all callers that count. */
function isNeverGiven(name: ts.Expression, { flows, by, model }: Asking): boolean {
  const parameter = ts.findAncestor(name, ts.isFunctionLike)?.parameters.find((one) => one.name.getText() === name.getText())
  const isOff = ({ value, isSeen }: Given) => isSeen && (value === undefined || value.kind === ts.SyntaxKind.FalseKeyword)
  if (by) return parameter !== undefined && isOff(givenAt(by, parameter))
  const given = model.givenFor(name)
  return flows.every(({ trace }) => given.some((one) => trace.some(({ node }) => node === one.call.node) && isOff(one)))
}

/** `ofShop(filter)`: each filter that a function of the project returns holds the sender. */
function isAddedBy(node: ts.CallExpression, asking: Asking, hops: number): boolean {
  const { model, flows } = asking
  const call = model.unitOf(node)?.calls.find((one) => one.node === node)
  const units = call ? model.resolve(call).units : []
  // What the function is given is not looked at by name.
  return units.length > 0 && !flows.some(isSecretOnWay) && units.every(({ returns }) => returns.length > 0 && returns.every((returned) => holdsSender(returned, { ...asking, by: node }, hops + 1)))
}

/** What stands behind takes its place: `{ shop, ...req.body.filter }`. */
function isReplaced(members: readonly ts.ObjectLiteralElementLike[], { model }: Asking): boolean {
  return members.some((member) => ts.isSpreadAssignment(member) && model.flowsInto(member.expression, 'object').some(({ isNested }) => !isNested))
}

function isOwner(member: ts.ObjectLiteralElementLike, asking: Asking): boolean {
  const value = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
  return member.name !== undefined && isOwnerBy(member.name.getText(), value, asking)
}

function isOwnerBy(name: string, value: ts.Expression | undefined, { owner, model }: Asking): boolean {
  return owner.test(name.replace(/^['"]|['"]$/g, '')) && isSender(value, model)
}

function isSender(value: ts.Expression | undefined, model: Model): boolean {
  return value !== undefined && !isWrittenDown(value) && (LEFT_BY_MIDDLEWARE.test(value.getText()) || model.flowsInto(value, 'text').length === 0)
}

function isWrittenDown(value: ts.Expression): boolean {
  return ts.isLiteralExpression(value) || ts.isObjectLiteralExpression(value) || /^(?:null|undefined)$/.test(value.getText())
}

/** `filter.user = userId`, also as all that a block does. */
function assignmentIn(statement: ts.Statement): { readonly target: ts.PropertyAccessExpression; readonly value: ts.Expression } | undefined {
  const [only, ...others] = ts.isBlock(statement) ? statement.statements : [statement]
  const given = only && others.length === 0 && ts.isExpressionStatement(only) ? only.expression : undefined
  return given && ts.isBinaryExpression(given) && given.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(given.left) ? { target: given.left, value: given.right } : undefined
}
