/**
 * What whoever sends operators wins by them: nothing, where they only come to what they may see anyway.
 */
import { ts } from 'ts-morph'
import type { Flow, Model, Operation } from '../../src/model/types.js'
import { columnName } from '../../src/model/column-names.js'
import { declarationOf } from '../../src/model/filters.js'
import { sensitiveName } from '../../src/model/sensitive-names.js'
import type { Site } from './sites.js'

/** Data from a request that becomes a filter, or part of one. */
export interface Injection {
  readonly flow: Flow
  /** All ways by which data comes in, the shown one too. */
  readonly flows: readonly Flow[]
  /** The expression in the filter through which the data comes. */
  readonly value: ts.Expression
  readonly isScript: boolean
  /** All values of the filter that have the same mistake, with the property they stand for. */
  readonly sites: readonly Site[]
}

/** Members that take a key: `findById(id)`. */
export const BY_KEY = /ById\w*$/

/** Members that read one row, or say whether there is one. */
const READS_ONE = /\.(?:findOne|findById|exists)$/
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
  const names = [fieldOf(site), /(\w+)['"\]]*$/.exec(site.expression.getText())?.[1]]
  return names.some((name) => name !== undefined && (sensitiveName(name) !== undefined || KNOWN_BY_ONE.test(name)))
}

export function gainsNothing(injection: Injection, operation: Operation, model: Model): boolean {
  const { flows, isScript, sites } = injection
  if (flows.every((flow) => isForStaff(flow, model))) return true
  if (isScript || flows.some(isFilter)) return false
  if (refusesWhatIsThere(operation)) return true
  if (sites.length === 0 || sites.some(isSecret)) return false
  if (isCastElsewhere(injection, operation, model)) return true
  // Whoever leaves the value out gets more rows than by any operator.
  const isRead = operation.access === 'read' || operation.access === 'aggregate'
  if (isRead && sites.every(({ isOptional }) => isOptional)) return true
  if (operation.where.some((filter) => filter !== true && isPinned(filter, sites, model))) return true
  return (READS_ONE.test(operation.label) && sites.every((site) => isKey(site, operation))) || operation.where.some((filter) => filter !== true && isOfSender(filter, isRead ? OWNER_OR_TENANT : OWNER, model))
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

/**
 * The same value is also written to a column that the schema knows, by this operation or one before it: an object does not
 * become a string, and the query is never sent. A replaced document is cast without an error.
 */
function isCastElsewhere({ sites }: Injection, { operators, data, unit, node, label, declaredTable }: Operation, model: Model): boolean {
  if (operators !== 'cast') return false
  const before = model.rows.accessesOf(unit).flatMap(({ operation, calls }) => (calls.length === 1 && operation.node.end <= node.pos && operation.operators === 'cast' && ts.isAwaitExpression(operation.node.parent) ? [operation] : []))
  const written = [...before, ...(/replace/i.test(label) ? [] : [{ data, declaredTable }])]
  return sites.every((site) => written.some((one) => one.data !== undefined && isWritten(site.expression.getText(), one.data, new Set(one.declaredTable?.columns.map(({ name }) => columnName(name))))))
}

/** Whether data gives a value to one of the columns: `{ email }`, `{ $set: { email } }`, `bookable` for `bookable.id`. */
function isWritten(value: string, data: ts.Expression, columns: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(data)) {
    const [root, property] = value.split(/\??\./)
    if (root === data.text && property !== undefined) return isColumn(property, columns)
    const made = declarationOf(data)?.initializer
    return made !== undefined && made !== data && isWritten(value, made, columns)
  }
  if (ts.isArrayLiteralExpression(data)) return data.elements.some((element) => isWritten(value, element, columns))
  if (!ts.isObjectLiteralExpression(data)) return false
  return data.properties.some((member) => {
    if (ts.isSpreadAssignment(member)) return isWritten(value, member.expression, columns)
    const given = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
    const name = member.name?.getText().replace(/['"]/g, '') ?? ''
    if (!given) return false
    return /^\$(?:set|addToSet|push)/.test(name) ? isWritten(value, given, columns) : given.getText() === value && isColumn(name, columns)
  })
}

/** A schema that is not seen has the column that is asked for. */
function isColumn(name: string, columns: ReadonlySet<string>): boolean {
  return columns.size === 0 || columns.has(columnName(name))
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
function isOfSender(filter: ts.Expression, owner: RegExp, model: Model): boolean {
  const declaration = ts.isIdentifier(filter) ? declarationOf(filter) : undefined
  const written = declaration?.initializer ?? filter
  const isOwner = (name: string, value: ts.Expression | undefined) => owner.test(name.replace(/^['"]|['"]$/g, '')) && value !== undefined && !ts.isLiteralExpression(value) && !ts.isObjectLiteralExpression(value) && (LEFT_BY_MIDDLEWARE.test(value.getText()) || model.flowsInto(value, 'text').length === 0)
  const isWrittenSo = ts.isObjectLiteralExpression(written) && written.properties.some((member) => member.name !== undefined && isOwner(member.name.getText(), ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined))
  if (isWrittenSo || !declaration) return isWrittenSo
  // `filter.user = userId` in the block of `const filter = {}`: in any case.
  const { parent: block } = declaration.parent.parent
  return (ts.isBlock(block) || ts.isSourceFile(block) ? [...block.statements] : []).some((statement) => {
    const given = ts.isExpressionStatement(statement) && statement.end <= filter.pos ? statement.expression : undefined
    return given !== undefined && ts.isBinaryExpression(given) && ts.isPropertyAccessExpression(given.left) && given.left.expression.getText() === filter.getText() && isOwner(given.left.name.text, given.right)
  })
}

/** `if (await Category.findOne({ title })) throw ...`, and no more of the row: whoever sends operators only keeps themselves out. */
function refusesWhatIsThere({ access, node, unit }: Operation): boolean {
  let value: ts.Node = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent
  const { parent } = value
  if (access !== 'read') return false
  if (ts.isIfStatement(parent)) return parent.expression === value
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false
  const name = parent.name.text.replaceAll('$', String.raw`\$`)
  const text = unit.node.getText()
  // `if (known && known.id !== id) throw ...`
  const asked = new RegExp(String.raw`\bif\s*\(\s*${name}\s*&&\s*${name}\??\.[^{;]*\)\s*\{?\s*(?:throw|return)\b`).exec(text)
  const mention = new RegExp(String.raw`(?<![\w$.])${name}(?![\w$])`, 'g')
  const mentions = (within: string) => within.match(mention)?.length ?? 0
  if (asked && mentions(text) === mentions(asked[0]) + 1) return true
  return mentions(text) === 2 && new RegExp(String.raw`\bif\s*\(\s*${name}\s*\)`).test(text)
}
