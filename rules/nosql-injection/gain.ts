/**
 * What whoever sends operators wins by them: nothing, where they only come to what they may see anyway.
 */
import { ts } from 'ts-morph'
import type { Flow, Model, Operation } from '../../src/model/types.js'
import { declarationOf } from '../../src/model/filters.js'
import { sensitiveName } from '../../src/model/sensitive-names.js'
import { checkOn, givenFor, isCastElsewhere, isCastLater } from './beforehand.js'
import { fateOfRows, onlySendsOn } from './found.js'
import type { Injection, Site } from './sites.js'

/** Members that take a key: `findById(id)`. */
export const BY_KEY = /ById\w*$/

/** Members that read one row, or say whether there is one. */
const READS_ONE = /\.(?:findOne|findById|exists)$/
/** Members that delete one row. */
const DELETES_ONE = /\.(?:\w*One(?:And\w+)?|\w*ById\w*)$/
/** What a row is known by to everybody who sees it. */
const KEY = /^(?:_?id|slug|uuid)$|[a-z](?:Id|ID|_id)$/
/** Ids that let somebody in. */
const OPENING_KEY = /session|token|invit|reset|verif|secret|key|otp|device|link/i
const OWNER = /^(?:created_?by|owned_?by|(?:user|owner|author|customer|member|profile|seller|vendor|merchant|student|driver|patient|employee|creator|sender|buyer)(?:_?id)?)$/i
/** Inside of what the sender belongs to, an operator shows rows that are shown there anyway. */
const OWNER_OR_TENANT = new RegExp(`${OWNER.source}|^(?:workspace|tenant|organi[sz]ation|org|company|team|shop|store|school|clinic)(?:_?id)?$`, 'i')
/** `req.workspaceId`: whatever it was made of, middleware has looked at it. */
const LEFT_BY_MIDDLEWARE = /^\(?(?:req|request|ctx|c)(?: as \w+\))?[?!]?\.(?!body|query|params|headers|cookies|file)\w+[\w.?!]*$/
/** What is asked for because only one person knows it. */
const KNOWN_BY_ONE = /code|pin$|answer|hash|passw|otp|token|secret/i

/** All of what was sent is the filter, and not the value of a field in it. */
export function isFilter(flow: Flow): boolean {
  return flow.path.length === 0 && !flow.isNested
}

/** Whether only those who run the system can send it. */
export function isForStaff(flow: Flow, model: Model): boolean {
  const entries = model.validation.entriesAt(flow.source.node)
  return entries.length > 0 && entries.every((entry) => model.guardsOf(entry).staffOnly !== undefined)
}

/** Whether a value is compared that lets somebody in: a password, a token, a code. */
export function isSecret(site: Site): boolean {
  return isKnownByOne(site) || namesOf(site).some((name) => sensitiveName(name) !== undefined)
}

function isKnownByOne(site: Site): boolean {
  return namesOf(site).some((name) => KNOWN_BY_ONE.test(name))
}

function namesOf(site: Site): readonly string[] {
  return [fieldOf(site), /(\w+)['"\]]*$/.exec(site.expression.getText())?.[1]].filter((name) => name !== undefined)
}

export function gainsNothing(injection: Injection, operation: Operation, model: Model): boolean {
  const { flows, isScript, sites, handed } = injection
  if (flows.every((flow) => isForStaff(flow, model))) return true
  if (isScript || flows.some(isFilter)) return false
  const isRead = operation.access === 'read' || operation.access === 'aggregate'
  const fate = isRead ? fateOfRows(operation, model, handed?.way) : 'used'
  // Whoever makes it find something only keeps themselves out.
  if (fate === 'refused') return true
  // Whose key is no secret may be named outright.
  if (READS_ONE.test(operation.label) && sites.length > 0 && !sites.some(isKnownByOne) && onlySendsOn(operation)) return true
  if (sites.length === 0 || sites.some(isSecret)) return false
  if (fate === 'existence' || isCastElsewhere(injection, operation, model)) return true
  if (fate === 'looked-at' && isCastLater(injection, operation, model)) return true
  if (isPlainKey(sites, operation, model)) return true
  // Whoever leaves the value out gets more rows than by any operator.
  if (isRead && sites.every(({ isOptional }) => isOptional)) return true
  const filters = handed ? [handed.filter] : operation.where.flatMap((filter) => (filter === true ? [] : filtersIn(filter)))
  if (filters.some((filter) => isPinned(filter, sites, model))) return true
  return (READS_ONE.test(operation.label) && sites.every((site) => isKey(site, operation))) || filters.some((filter) => isOfSender(filter, isRead ? OWNER_OR_TENANT : OWNER, flows.filter((flow) => !isForStaff(flow, model)), model))
}

/** A filter, or those of the steps of a pipeline: `[{ $match: { user } }, ...]`. */
function filtersIn(filter: ts.Expression): readonly ts.Expression[] {
  if (!ts.isArrayLiteralExpression(filter)) return [filter]
  return filter.elements.flatMap((step) =>
    ts.isObjectLiteralExpression(step) ? step.properties.flatMap((member) => (ts.isPropertyAssignment(member) && member.name.getText() === '$match' ? [member.initializer] : [])) : [],
  )
}

function fieldOf({ property }: Site): string | undefined {
  return property && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined
}

/** Whoever may send an operator in its place may as well send one key after another. */
function isKey(site: Site, { label, table = '' }: Operation): boolean {
  const field = fieldOf(site)
  if (OPENING_KEY.test(table)) return false
  return field === undefined ? BY_KEY.test(label) : KEY.test(field) && !OPENING_KEY.test(field)
}

/** `deleteOne({ _id: req.body.id })`, and nobody asks whose row it is: the same is done by one id after another. */
function isPlainKey(sites: readonly Site[], operation: Operation, model: Model): boolean {
  if (operation.access !== 'delete' || !DELETES_ONE.test(operation.label)) return false
  return sites.every((site) => isKey(site, operation) && checkOn(site, operation, model) === undefined)
}

/** `{ _id: req.params.id, messages: { $elemMatch: { _id: req.body.message } } }`: it is that row, or none. */
function isPinned(filter: ts.Expression, sites: readonly Site[], model: Model): boolean {
  if (!ts.isObjectLiteralExpression(filter)) return false
  return filter.properties.some((member) => {
    if (!ts.isPropertyAssignment(member) || !/^['"]?_?id['"]?$/.test(member.name.getText())) return false
    const value = member.initializer
    return !ts.isObjectLiteralExpression(value) && !sites.some(({ property }) => property === member) && model.flowsInto(value, 'object').length === 0
  })
}

/** `{ _id: req.body.id, userId: req.user.id }`: whatever the operator says, the rows are those of whoever sends it. */
function isOfSender(filter: ts.Expression, owner: RegExp, flows: readonly Flow[], model: Model): boolean {
  const declaration = ts.isIdentifier(filter) ? declarationOf(filter) : undefined
  const written = declaration?.initializer ?? filter
  const isSender = (value: ts.Expression | undefined) => value !== undefined && !isWrittenDown(value) && (LEFT_BY_MIDDLEWARE.test(value.getText()) || model.flowsInto(value, 'text').length === 0)
  const isOwner = (name: string, value: ts.Expression | undefined) => owner.test(name.replace(/^['"]|['"]$/g, '')) && isSender(value)
  const isWrittenSo = ts.isObjectLiteralExpression(written) && written.properties.some((member) => member.name !== undefined && isOwner(member.name.getText(), ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined))
  if (isWrittenSo || !declaration) return isWrittenSo
  // `filter.user = userId` in the block of `const filter = {}`: in any case, or where `userId` is given and all callers give it.
  const { parent: block } = declaration.parent.parent
  return (ts.isBlock(block) || ts.isSourceFile(block) ? [...block.statements] : []).some((statement) => {
    const condition = ts.isIfStatement(statement) && ts.isIdentifier(statement.expression) ? statement.expression : undefined
    const given = statement.end <= filter.pos ? assignmentIn(condition ? (statement as ts.IfStatement).thenStatement : statement) : undefined
    if (!given || given.target.expression.getText() !== filter.getText() || !isOwner(given.target.name.text, given.value)) return false
    return !condition || (condition.text === given.value.getText() && givenFor(condition, flows, model).every(isSender))
  })
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
