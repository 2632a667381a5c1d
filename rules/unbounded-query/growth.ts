/**
 * How the result of a read grows, told from its conditions.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, receiverOf, skipOuter } from '../../src/libraries/paths.js'
import type { Confidence, Severity } from '../../src/findings/finding.js'
import { builtObject, conditionalBuilder, declarationOf } from '../../src/model/filters.js'
import { isOfOwner } from '../../src/model/table-names.js'
import type { Model, Operation, Table } from '../../src/model/types.js'

export interface Growth {
  /** For people: `all of {table}`. */
  readonly what: string
  readonly severity: Severity
  readonly confidence: Confidence
}

/** Tables that get rows as long as the system runs, for each parent too. */
const GROWS =
  /(?:event|message|log|order|transaction|payment|notification|activit|audit|comment|post|visit|metric|histor|invoice|entr(?:y|ies)|record|request|job|task|delivery|deliveries|attempt|email|click|page_?view|reading|measurement|ledger)s?$/i

/** Tables that people fill by hand: a reader waves their growth off. */
const SETTLED =
  /(?:config(?:uration)?|setting|option|preference|feature|flag|role|permission|plan|tier|type|kind|categor(?:y|ies)|status(?:es)?|platform|propert(?:y|ies)|provider|exchange|currenc(?:y|ies)|countr(?:y|ies)|locale|language|template|environment|integration|connector|theme|region)s?$/i

/** The same, at the start of a name that is written in several words: `configStore`, `TemplateOrderEmail`. */
const SETTLED_START = /^(?:config|setting|template|type(?=[a-z]))/i

/** Endings that say what a class is for, and nothing of its rows. */
const CLASS_ENDING = /(?<=.)(?:entity|model|schema|document)$/i

/** Columns that name one parent. */
const PARENT = /(?:^|[a-z_])(?:id|uuid|slug|key|email|code|token)$|^(?:user|customer|owner|author|tenant|account|organi[sz]ation|workspace|project|parent)$/i

/** What was given from outside, and is no row. */
const GIVEN = /^(?:req|request|ctx|args?|input|params?|query|body|dto|filters?|options?|payload|data|where|criteria)$|(?:Dto|Input|Params|Query|Filters?|Options)$/

/** Columns that say whether a row is still there. */
const STATE = /^(?:is_?)?(?:deleted|archived|active|disabled|removed|trashed)(?:_?(?:at|on|time))?$/i

/** What is counted or summed up is one row, or one for each group. */
const AGGREGATE = /^\s*['"`]?(?:\w+\.)*(?:count\w*|sum\w*|avg\w*|min|max)\s*\(|^\s*(?:\w+\.)*sql(?:<[^`]*>)?`\s*(?:cast\s*\(\s*)?(?:coalesce\s*\(\s*)?(?:count|sum|avg|min|max)\s*\(/i

/** Undefined when the query or its filter keeps the result small. */
export function growthOf(operation: Operation, model: Model): Growth | undefined {
  if (isSummary(operation) || isOfNamedQuery(operation) || isLimitedUnion(operation)) return undefined
  const table = operation.table?.replace(CLASS_ENDING, '')
  const grows = table !== undefined && GROWS.test(table)
  const given = operation.where.map((filter) => (filter === true ? sqlConditions(operation) : filterIn(filter, operation, model)))
  const options = given.length === 0 ? optionsOf(operation, model) : undefined
  if (options === 'unknown') return { what: 'rows of {table}', severity: 'medium', confidence: 'low' }
  const filters = given.filter((filter) => filter !== 'nothing')
  const always = filters.filter((filter) => filter !== 'sometimes')
  const isOptional = (always.length === 0 && filters.length > 0) || options === 'left out'
  if (filters.length === 0 && operation.include.some(narrows)) return { what: 'rows of {table}', severity: 'medium', confidence: 'low' }
  if (filters.length === 0 || isOptional || conditionalBuilder(operation)) {
    const isKnown = table !== undefined && ((SETTLED.test(table) && !isOfOwner(table)) || SETTLED_START.test(table) || (!grows && model.isWritten(operation.table as string) === false))
    const isSure = filters.length === 0 && !isOptional
    return { what: isSure ? 'all of {table}' : 'all of {table} when no filter is given', severity: 'high', confidence: isKnown ? 'low' : isSure ? 'high' : 'medium' }
  }
  const columns = always.flatMap((filter) => (typeof filter === 'string' ? [] : filter))
  if (columns.some(({ kind }) => kind === 'list')) return undefined
  // The rows that share a value with another row: `group: charge.group`.
  const isShared = columns.some(({ kind }) => kind === 'shared')
  const equal = columns.filter(({ kind }) => kind === 'equal').map(({ name }) => name)
  if (isUnique(equal, operation.declaredTable)) return undefined
  const parent = equal.find((name) => PARENT.test(name))
  // A second condition leaves a part of what a parent has; that it is not deleted does not.
  const others = columns.filter(({ name, kind }) => name !== parent && kind !== 'not' && !STATE.test(name))
  if (parent) return { what: `every row of {table} with one ${parent}`, severity: 'medium', confidence: grows && others.length === 0 && !isPart(table, parent) ? 'medium' : 'low' }
  // A filter that cannot be read (a variable, raw SQL, a callback) may well be selective.
  if (always.includes('unknown')) return { what: 'rows of {table}', severity: 'medium', confidence: 'low' }
  return { what: `every row of {table} that fits ${[...new Set(columns.map(({ name }) => name))].slice(0, 3).join(', ')}`, severity: 'medium', confidence: grows && !isShared ? 'medium' : 'low' }
}

/** What a filter says; one that is a parameter may be left out. */
function filterIn(filter: ts.Expression, operation: Operation, model: Model): Filter {
  // `order.getLines()`: those of one order.
  if (filter === receiverOf(operation.call.node)) return [{ name: `${ts.isIdentifier(filter) ? filter.text : 'parent'}Id`, kind: 'equal' }]
  const read = readFilter(filter)
  return read === 'unknown' && isLeftOut(filter, model) ? 'sometimes' : read
}

/** The options that hold the filter, where they are put together elsewhere; undefined where they are written in the call. */
function optionsOf(operation: Operation, model: Model): 'unknown' | 'left out' | undefined {
  const [index] = /^\d/.exec(operation.boundPath ?? operation.target?.tags.find(({ name }) => name === 'where')?.value ?? '') ?? []
  const given = index === undefined ? undefined : argumentsOf(operation.call.node)[Number(index)]
  let value = given && skipOuter(given)
  for (let hops = 0; value && ts.isIdentifier(value) && hops < 5; hops++) {
    const initializer: ts.Expression | undefined = declarationOf(value)?.initializer
    if (!initializer) break
    value = skipOuter(initializer)
  }
  if (!value || ts.isObjectLiteralExpression(value) || ts.isNewExpression(value) || ts.isFunctionLike(value) || isNothing(value)) return undefined
  return isLeftOut(value, model) ? 'left out' : 'unknown'
}

/** A parameter for which some caller gives nothing: `findAll()`, `findAll({})`. */
function isLeftOut(name: ts.Expression, model: Model): boolean {
  return model.givenFor(skipOuter(name)).some(({ value, isSeen }) => isSeen && (value === undefined || isNothing(skipOuter(value))))
}

function isNothing(value: ts.Expression): boolean {
  return /^(?:undefined|null|\{\s*\})$/.test(value.getText())
}

/** Its filter names the rows: by a unique key, or by a list of ids. */
export function isOfFewRows(operation: Operation): boolean {
  const columns = operation.where.flatMap((filter) => {
    const read = filter === true ? sqlConditions(operation) : readFilter(filter)
    return typeof read === 'string' ? [] : read
  })
  return columns.some(({ name, kind }) => kind === 'list' && /^(?:id|_id|uuid)$/i.test(name)) || isUnique(columns.filter(({ kind }) => kind === 'equal').map(({ name }) => name), operation.declaredTable)
}

/** Payments of an order, attempts of a job: what one thing that comes and goes has of its own is few, but for what people add. */
function isPart(table: string, parent: string): boolean {
  const owner = parent.replace(/_?(?:id|uuid|key)$/i, '')
  return GROWS.test(owner) && !/(?:event|message|log|comment|notification|activit|audit|histor|metric|visit|click|page_?view|reading|measurement)/i.test(table)
}

/** Rows are counted, grouped, or told apart: there are as many as there are kinds. */
function isSummary({ call, steps, sql }: Operation): boolean {
  if (sql.some(({ expression }) => isSummaryText(expression.getText()))) return true
  const names = [call, ...steps].map(({ name }) => name)
  if (names.some((name) => /^(?:groupBy|groupByRaw|addGroupBy|distinct|distinctOn|selectDistinct|selectDistinctOn|having)$/.test(name))) return true
  if (argumentsOf(call.node).some((argument) => propertyOf(argument, 'distinct').length > 0 || propertyOf(argument, 'group').length > 0)) return true
  const selecting = [call, ...steps].find(({ name }) => name === 'select')
  const chosen = selecting && argumentsOf(selecting.node)[0]
  const literal = chosen && skipOuter(chosen)
  if (!literal || !ts.isObjectLiteralExpression(literal) || literal.properties.length === 0) return false
  return literal.properties.every((member) => ts.isPropertyAssignment(member) && AGGREGATE.test(member.initializer.getText()))
}

/** `SELECT status, count(*) FROM orders GROUP BY status`, `SELECT DISTINCT status`: by a key, there are as many as keys. */
function isSummaryText(text: string): boolean {
  if (!/^\W*select\b/i.test(text)) return false
  const told = /\bgroup\s+by\s+([^;)]+?)(?:\border\s+by\b|\bhaving\b|\blimit\b|[;)`'"\s]*$)/i.exec(text)?.[1] ?? /^\W*select\s+distinct\s+(?:on\s*\()?([^;]+?)(?:\bfrom\b|\))/i.exec(text)?.[1]
  return told !== undefined && !/(?:^|[.\s",_])id\b|\*|\$\{/i.test(told)
}

/** `(SELECT ... LIMIT 1) UNION ALL (SELECT ... LIMIT 1)`. */
function isLimitedUnion({ sql }: Operation): boolean {
  const parts = sql.map(({ expression }) => expression.getText()).join(' ').split(/\bunion(?:\s+all)?\b/i)
  return parts.length > 1 && parts.every((part) => /\blimit\s+\d/i.test(part))
}

/** A joined table without whose rows there is none: `include: { model: Report, where: { id } }`. */
function narrows(include: ts.Expression): boolean {
  const value = skipOuter(include)
  if (ts.isArrayLiteralExpression(value)) return value.elements.some(narrows)
  if (!ts.isObjectLiteralExpression(value)) return false
  const [joined] = [...propertyOf(value, 'model'), ...propertyOf(value, 'association')]
  if (!joined || propertyOf(value, 'required')[0]?.kind === ts.SyntaxKind.FalseKeyword) return false
  return propertyOf(value, 'where').length > 0 || propertyOf(value, 'include').some(narrows)
}

/** `db.withRecursive('ancestors', ...).selectFrom('ancestors')`: the rows of a query that is named in front of it. */
function isOfNamedQuery({ table, node }: Operation): boolean {
  if (table === undefined || !/\.with/.test(node.getText())) return false
  return [...node.getText().matchAll(/\.with(?:Recursive|Materialized)?\(\s*['"`](\w+)/g)].some(([, name]) => name?.toLowerCase() === table)
}

function parameterOf(use: ts.Identifier): ts.ParameterDeclaration | undefined {
  for (let node: ts.Node | undefined = use; node; node = node.parent)
    if (ts.isFunctionLike(node)) {
      const found = node.parameters.find(({ name }) => ts.isIdentifier(name) && name.text === use.text)
      if (found) return found
    }
  return undefined
}

/** A list made from another one, or declared as one: `ids: number[]`, `rows.map((row) => row.id)`. */
function isMadeList(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (ts.isCallExpression(value)) return /(?:\.(?:map|filter|flatMap|keys|from|split)|^(?:uniq|compact|map))$/.test(value.expression.getText())
  if (ts.isArrayLiteralExpression(value)) return true
  const declaration = ts.isIdentifier(value) ? (declarationOf(value) ?? parameterOf(value)) : undefined
  if (!declaration) return false
  if (declaration.type) return /\[\]$|^(?:Readonly)?(?:Array|Set)</.test(declaration.type.getText())
  return declaration.initializer !== undefined && !ts.isIdentifier(skipOuter(declaration.initializer)) && isMadeList(declaration.initializer)
}

interface FilteredColumn {
  readonly name: string
  /** not: all but some are left; shared: the value of that column in another row. */
  readonly kind: 'equal' | 'list' | 'not' | 'shared' | 'other'
}

/** Conditions on columns; `sometimes`: those may be missing; `nothing`: there are none; `unknown`: they cannot be read. */
type Filter = readonly FilteredColumn[] | 'sometimes' | 'nothing' | 'unknown'

function readFilter(filter: ts.Expression, hops = 0): Filter {
  const value = skipOuter(filter)
  if (hops > 5) return 'unknown'
  if (ts.isObjectLiteralExpression(value)) {
    if (value.properties.length === 0) return 'nothing'
    if (value.properties.every((member) => ts.isSpreadAssignment(member) && isConditional(member.expression))) return 'sometimes'
    const columns = columnsOf(value)
    return columns.length > 0 ? columns : 'unknown'
  }
  if (ts.isConditionalExpression(value)) {
    const sides = [value.whenTrue, value.whenFalse].map((side) => readFilter(side, hops + 1))
    return sides.includes('nothing') || sides.includes('sometimes') ? 'sometimes' : 'unknown'
  }
  if (ts.isIdentifier(value)) {
    if (value.text === 'undefined') return 'nothing'
    const built = builtObject(value)
    if (built) return built === 'empty' ? 'nothing' : 'sometimes'
    const initializer = declarationOf(value)?.initializer
    return initializer ? readFilter(initializer, hops + 1) : 'unknown'
  }
  if (ts.isStringLiteralLike(value)) return columnOfStep(value)
  if ((ts.isArrowFunction(value) || ts.isFunctionExpression(value)) && !ts.isBlock(value.body)) return readFilter(value.body, hops + 1)
  if (ts.isCallExpression(value)) return columnsOfCall(value)
  return 'unknown'
}

/** `...(status && { status })` */
function isConditional(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (ts.isBinaryExpression(value)) return value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  return ts.isConditionalExpression(value) && [value.whenTrue, value.whenFalse].some((side) => ['nothing', 'sometimes'].includes(readFilter(side, 1) as string))
}

/** `where('status', 'open')`, `where('id', 'in', ids)`, `whereIn('id', ids)`, `where('order.id = :id', { id })`. */
function columnOfStep(column: ts.StringLiteralLike): Filter {
  const step = column.parent
  const [, second, third] = ts.isCallExpression(step) ? step.arguments : []
  const name = ts.isCallExpression(step) && ts.isPropertyAccessExpression(step.expression) ? step.expression.name.text : ''
  if (/\s/.test(column.text)) return sqlColumns(column.text)
  const bare = column.text.replace(/^.*\./, '')
  const operator = second && third && ts.isStringLiteralLike(second) ? second.text.toLowerCase() : '='
  if (/In$/.test(name) || operator === 'in' || operator === '@>') return [{ name: bare, kind: /Not/.test(name) ? 'not' : 'list' }]
  return [{ name: bare, kind: /Not|Null|Between|Like|Raw/.test(name) || !/^(?:=|==|===|is)$/.test(operator) ? 'other' : 'equal' }]
}

/** `eq(orders.id, id)`, `and(eq(...), gt(...))`, `inArray(orders.id, ids)`. */
function columnsOfCall(value: ts.CallExpression): Filter {
  const name = ts.isIdentifier(value.expression) ? value.expression.text : ts.isPropertyAccessExpression(value.expression) ? value.expression.name.text : ''
  const [left, right] = value.arguments
  if (name === 'and') {
    const parts = value.arguments.map((part) => readFilter(part, 1))
    const columns = parts.flatMap((part) => (typeof part === 'string' ? [] : part))
    return columns.length > 0 ? columns : 'unknown'
  }
  if (!left || !right) return 'unknown'
  const column = skipOuter(left)
  const named = ts.isPropertyAccessExpression(column) ? column.name.text : ts.isStringLiteralLike(column) ? column.text.replace(/^.*\./, '') : undefined
  if (named === undefined) return 'unknown'
  if (name === 'eq') return [{ name: named, kind: 'equal' }]
  return [{ name: named, kind: name === 'inArray' ? 'list' : /^(?:ne|not\w*)$/.test(name) ? 'not' : 'other' }]
}

/** Conditions behind WHERE in the text of a statement. */
function sqlConditions(operation: Operation): Filter {
  const text = operation.sql.map(({ expression }) => expression.getText()).join(' ')
  const condition = /\bwhere\b([^]*?)(?:\border\s+by\b|\bgroup\s+by\b|$)/i.exec(text)?.[1]
  return condition === undefined ? 'unknown' : sqlColumns(condition)
}

function sqlColumns(condition: string): Filter {
  if (/\bor\b/i.test(condition)) return 'unknown'
  const columns: FilteredColumn[] = []
  for (const [, name = '', operator = ''] of condition.matchAll(/([A-Za-z_]\w*)["`]?\s*(=\s*any\b|in\s*\(|in\s+:|=|<>|!=|[<>]=?|\bi?like\b|\bis\b|between\b)/gi))
    columns.push({ name, kind: /^(?:in|=\s*any)/i.test(operator) ? 'list' : operator === '=' ? 'equal' : /^(?:<>|!=)$/.test(operator) ? 'not' : 'other' })
  return columns.length > 0 ? columns : 'unknown'
}

/** Columns an object filter compares, and how. */
function columnsOf(filter: ts.Expression): FilteredColumn[] {
  const literal = skipOuter(filter)
  if (!ts.isObjectLiteralExpression(literal)) return []
  return literal.properties.flatMap((member): FilteredColumn[] => {
    if (ts.isSpreadAssignment(member) || !member.name) return []
    // `[Op.or]: keys.map(...)`: as many as there are keys.
    if (ts.isPropertyAssignment(member) && /^\W*(?:Op\.)?or\W*$/i.test(member.name.getText()) && isMadeList(member.initializer)) return [{ name: 'or', kind: 'list' }]
    const name = ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : ''
    if (name === '') return []
    if (/^(?:AND|\$and)$/.test(name) && ts.isPropertyAssignment(member)) {
      const parts = skipOuter(member.initializer)
      return ts.isArrayLiteralExpression(parts) ? parts.elements.flatMap(columnsOf) : columnsOf(parts)
    }
    if (ts.isShorthandPropertyAssignment(member)) return [{ name, kind: 'equal' }]
    if (!ts.isPropertyAssignment(member)) return []
    const value = skipOuter(member.initializer)
    if (ts.isArrayLiteralExpression(value) || isMadeList(value)) return [{ name, kind: 'list' }]
    if (ts.isPropertyAccessExpression(value) && value.name.text === name && ts.isIdentifier(value.expression) && !PARENT.test(name) && !GIVEN.test(value.expression.text)) return [{ name, kind: 'shared' }]
    if (ts.isCallExpression(value)) return [{ name, kind: /^(?:In|Any)$/.test(value.expression.getText()) ? 'list' : value.expression.getText() === 'Not' ? 'not' : /^(?:Like|ILike|Between|MoreThan|LessThan|IsNull|Raw)/.test(value.expression.getText()) ? 'other' : 'equal' }]
    if (!ts.isObjectLiteralExpression(value)) return [{ name, kind: 'equal' }]
    const [inner] = value.properties
    const operator = inner?.name?.getText().replace(/['"[\]]/g, '') ?? ''
    if (/^(?:in|\$in|Op\.in|hasSome)$/.test(operator)) return [{ name, kind: 'list' }]
    if (/^(?:equals|\$eq|Op\.eq)$/.test(operator)) return [{ name, kind: 'equal' }]
    if (/^(?:not|notIn|\$ne|\$nin|Op\.(?:ne|not|notIn))$/.test(operator)) return [{ name, kind: 'not' }]
    // `customer: { id }`: a column of the row it belongs to.
    if (inner && /^(?:id|_id|uuid)$/.test(operator) && value.properties.length === 1) return [{ name: `${name}Id`, kind: 'equal' }]
    return [{ name, kind: 'other' }]
  })
}

function isUnique(columns: readonly string[], table: Table | undefined): boolean {
  if (columns.length === 0) return false
  const names = new Set(columns.map((name) => name.toLowerCase()))
  // Without a declaration, only the usual name of a primary key is one.
  if (!table) return names.has('id') || names.has('_id') || names.has('uuid')
  return table.uniqueKeys.some((key) => key.every((column) => names.has(column))) || names.has('id')
}
