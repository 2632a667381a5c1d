/**
 * Tables declared by a call: `pgTable('orders', {...})`, `sequelize.define('Order', {...})`, `model('Order', schema)`.
 *
 * The call is known to declare a table; what its columns say is read from their form: an object of options, or a chain
 * of calls such as `text('email').notNull().unique()`.
 */
import { ts } from 'ts-morph'
import { isEither, propertyOf, skipOuter } from '../libraries/paths.js'
import { readDeleteHooks } from './delete-hooks.js'
import { deleteAction, targetName } from './relation-targets.js'
import type { Resolver } from './resolver.js'
import { calleeName, type FileFacts } from './syntax.js'
import type { Column, PartialKey, Relation, Table } from './types.js'

/** Parts of a table while its call is read. */
interface Parts {
  readonly columns: Column[]
  readonly relations: Relation[]
  readonly keys: string[][]
  readonly partialKeys: PartialKey[]
}

/** How a call names its table, and which of its arguments lists the columns. */
export interface TableCall {
  readonly label: string
  /** In the database, unless the options say otherwise. */
  readonly stored: string
  readonly columns: number
}

/** @param node the call */
export function readTableObject(node: ts.CallExpression, call: TableCall, facts: FileFacts, resolver: Resolver): Table | undefined {
  const parts: Parts = { columns: [], relations: [], keys: [], partialKeys: [] }
  const { schema, owner } = schemaOf(node.arguments[call.columns], resolver)
  if (schema) for (const property of schema.properties) readColumn(property, parts, facts, resolver)
  for (const argument of node.arguments.slice(call.columns + 1)) readExtras(argument, parts, { file: facts.file, start: argument.getStart(), end: argument.getEnd() })
  const variable = variableOf(node)
  if (owner) {
    readIndexCalls(owner, facts, parts)
    parts.relations.push(...readDeleteHooks(owner, facts, resolver))
  } else if (variable !== undefined) parts.relations.push(...readDeleteHooks(variable, facts, resolver))
  const options = node.arguments[call.columns + 1]
  // Rows are marked, not removed.
  if (options && propertyOf(options, 'paranoid').some((value) => value.kind === ts.SyntaxKind.TrueKeyword)) parts.columns.push({ name: 'deletedAt', type: undefined, nullable: true })
  const stored = options && propertyOf(options, 'tableName').map(skipOuter).find(ts.isStringLiteralLike)?.text
  const collection = options && ts.isStringLiteralLike(options) ? options.text : undefined
  return {
    name: (variable ?? call.label).toLowerCase(),
    label: call.label,
    databaseName: (stored ?? collection ?? call.stored).toLowerCase(),
    columns: parts.columns,
    uniqueKeys: parts.keys,
    partialKeys: parts.partialKeys,
    relations: parts.relations,
    source: 'entity',
    place: { file: facts.file, start: node.getStart(), end: node.getEnd() },
  }
}

/** The object that lists the columns, and the name of the variable that holds it or the schema made of it. */
function schemaOf(given: ts.Expression | undefined, resolver: Resolver): { schema: ts.ObjectLiteralExpression | undefined; owner: string | undefined } {
  if (!given) return { schema: undefined, owner: undefined }
  const owner = ts.isIdentifier(given) ? given.text : undefined
  let value = skipOuter(resolver.initializerOf(given) ?? given)
  // `new Schema({...})`
  if (ts.isNewExpression(value) || (ts.isCallExpression(value) && /schema/i.test(calleeName(value.expression)))) {
    const inner = value.arguments?.[0]
    if (inner) value = skipOuter(resolver.initializerOf(inner) ?? inner)
  }
  return { schema: ts.isObjectLiteralExpression(value) ? value : undefined, owner }
}

function readColumn(property: ts.ObjectLiteralElementLike, parts: Parts, facts: FileFacts, resolver: Resolver): void {
  if (ts.isSpreadAssignment(property)) {
    // Columns that tables share: `...timestamps`.
    const shared = skipOuter(resolver.initializerOf(property.expression) ?? property.expression)
    if (ts.isObjectLiteralExpression(shared)) for (const one of shared.properties) readColumn(one, parts, facts, resolver)
    return
  }
  if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))) return
  const name = property.name.text
  const value = skipOuter(property.initializer)
  const place = { file: facts.file, start: property.getStart(), end: property.getEnd() }
  if (ts.isCallExpression(value)) readChain(name, value, parts, place)
  else readOptions(name, value, parts, place)
}

/** `text('email').notNull().unique()`, `integer('order_id').references(() => orders.id, { onDelete: 'cascade' })`. */
function readChain(name: string, value: ts.CallExpression, parts: Parts, place: Table['place']): void {
  let nullable = true
  let type: string | undefined
  let stored: string | undefined
  let current: ts.Expression = value
  while (ts.isCallExpression(current)) {
    const step = calleeName(current.expression)
    if (step === 'primaryKey' || step === 'unique') parts.keys.push([name.toLowerCase()])
    if (step === 'notNull' || step === 'primaryKey') nullable = false
    const [target, options] = current.arguments
    if (step === 'references' && target) {
      const table = targetName(target)
      const action = options && propertyOf(options, 'onDelete').map(skipOuter).find(ts.isStringLiteralLike)?.text
      if (table) parts.relations.push({ name, target: table.toLowerCase(), many: false, holdsKey: true, key: name, onDelete: deleteAction(action) ?? 'no-action', lazy: false, place })
    }
    // The innermost call is the type, and takes the column's name.
    type = step
    stored = target && ts.isStringLiteralLike(target) ? target.text : undefined
    current = ts.isPropertyAccessExpression(current.expression) ? skipOuter(current.expression.expression) : current.expression
  }
  parts.columns.push({ name, type, nullable, ...(stored !== undefined && { databaseName: stored }) })
}

/** `{ type: STRING, unique: true }`, `{ type: Number, index: { unique: true, sparse: true } }`, `{ type: ObjectId, ref: 'Order' }`, or the type alone. */
function readOptions(name: string, value: ts.Expression, parts: Parts, place: Table['place']): void {
  const single = ts.isArrayLiteralExpression(value) ? (value.elements[0] ?? value) : value
  const isObject = ts.isObjectLiteralExpression(single)
  const isOn = (property: string) => propertyOf(single, property).some((one) => skipOuter(one).kind !== ts.SyntaxKind.FalseKeyword)
  const index = isObject ? propertyOf(single, 'index').map(skipOuter).find(ts.isObjectLiteralExpression) : undefined
  const isIndexed = index !== undefined && propertyOf(index, 'unique').some((one) => one.kind === ts.SyntaxKind.TrueKeyword) && propertyOf(index, 'partialFilterExpression').length === 0
  if (isObject && (isOn('unique') || isOn('primaryKey') || isIndexed)) parts.keys.push([name.toLowerCase()])
  // `settings: {}` takes whatever it is given; an object with members of its own is a row inside of the row.
  const type = isObject && single.properties.length > 0 ? propertyOf(single, 'type')[0] : single
  const nullable = !isObject || !(isOn('required') || isOn('primaryKey') || propertyOf(single, 'allowNull').some((one) => one.kind === ts.SyntaxKind.FalseKeyword))
  const stored = isObject ? propertyOf(single, 'field').map(skipOuter).find(ts.isStringLiteralLike)?.text : undefined
  const isLeftOut = isObject && propertyOf(single, 'select').some(({ kind }) => kind === ts.SyntaxKind.FalseKeyword)
  parts.columns.push({ name, type: type?.getText(), nullable, ...(isLeftOut && { isLeftOut }), ...(stored !== undefined && { databaseName: stored }) })
  if (!isObject) return
  const target = [...propertyOf(single, 'ref'), ...propertyOf(single, 'references').flatMap((one) => propertyOf(one, 'model'))].map(targetName).find((one) => one !== undefined)
  const action = propertyOf(single, 'onDelete').map(skipOuter).find(ts.isStringLiteralLike)?.text
  if (target) parts.relations.push({ name, target: target.toLowerCase(), many: ts.isArrayLiteralExpression(value), holdsKey: true, onDelete: deleteAction(action), lazy: false, place })
}

/**
 * Keys over several columns in what follows the columns: `(t) => [unique().on(t.a, t.b)]`,
 * `{ indexes: [{ unique: true, fields: ['a', 'b'] }] }`.
 */
function readExtras(argument: ts.Expression, parts: Parts, place: Table['place']): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = calleeName(node.expression)
      if (name === 'foreignKey') readForeignKey(node, parts, { ...place, start: node.getStart(), end: node.getEnd() })
      const listed = isUniqueChain(node) ? indexedBy(name, node.arguments) : []
      const key = listed.length > 0 ? columnsOf(listed) : name === 'primaryKey' ? primaryColumns(node) : []
      const condition = listed.length > 0 ? conditionOf(node) : undefined
      if (key.length > 0 && condition) parts.partialKeys.push({ columns: key, of: membersIn(condition) })
      else if (key.length > 0) parts.keys.push(key)
    } else if (ts.isObjectLiteralExpression(node) && propertyOf(node, 'unique').some((one) => one.kind === ts.SyntaxKind.TrueKeyword)) {
      const key = propertyOf(node, 'fields').flatMap((fields) => (ts.isArrayLiteralExpression(fields) ? columnsOf(fields.elements) : []))
      const [condition] = propertyOf(node, 'where')
      if (key.length > 0 && condition) parts.partialKeys.push({ columns: key, of: namesIn(condition), is: equalitiesIn(condition) })
      else if (key.length > 0) parts.keys.push(key)
    }
    ts.forEachChild(node, visit)
  }
  visit(argument)
}

/** `foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade')`. */
function readForeignKey(call: ts.CallExpression, parts: Parts, place: Table['place']): void {
  const listed = (property: string) => (call.arguments[0] ? propertyOf(call.arguments[0], property) : []).map(skipOuter).filter(ts.isArrayLiteralExpression)[0]?.elements[0]
  const foreign = listed('foreignColumns')
  const own = listed('columns')
  const target = foreign && targetName(foreign)
  if (target === undefined) return
  let action: string | undefined
  for (let node: ts.Node = call; ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent); node = node.parent.parent) {
    const [given] = node.parent.parent.arguments
    if (node.parent.name.text === 'onDelete' && given && ts.isStringLiteralLike(given)) action = given.text
  }
  const key = own && columnOf(own)[0]
  parts.relations.push({ name: key ?? target, target: target.toLowerCase(), many: false, holdsKey: true, key, onDelete: deleteAction(action) ?? 'no-action', lazy: false, place })
}

/** What a step of a chain lists of an index: `.on(t.orgId, t.name)`, `.using('btree', t.orgId.asc(), t.name.desc())`. */
function indexedBy(step: string, given: readonly ts.Expression[]): readonly ts.Expression[] {
  return step === 'on' || step === 'onOnly' ? given : step === 'using' ? given.slice(1) : []
}

/** `uniqueIndex('open').on(t.seatId).where(sql`${t.status} = 'open'`)`: for which rows it holds. */
function conditionOf(call: ts.CallExpression): ts.Expression | undefined {
  for (let node: ts.Node = call; ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent); node = node.parent.parent) if (node.parent.name.text === 'where') return node.parent.parent.arguments[0]
  return undefined
}

/** Members that an expression speaks of: `status` of `t.status`. */
function membersIn(expression: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(expression)) return [expression.name.text.toLowerCase()]
  const found: string[] = []
  ts.forEachChild(expression, (child) => void found.push(...membersIn(child)))
  return found
}

function isUniqueChain(on: ts.CallExpression): boolean {
  for (let current: ts.Expression = on; ; ) {
    if (ts.isCallExpression(current)) {
      if (/^unique(?:Index)?$/.test(calleeName(current.expression))) return true
      current = current.expression
    } else if (ts.isPropertyAccessExpression(current)) current = current.expression
    else return false
  }
}

function primaryColumns(call: ts.CallExpression): string[] {
  const [first] = call.arguments
  const listed = first && ts.isObjectLiteralExpression(first) ? propertyOf(first, 'columns').flatMap((value) => (ts.isArrayLiteralExpression(value) ? [...value.elements] : [])) : call.arguments
  return columnsOf(listed)
}

/** Columns of a key; none where one of them cannot be read, as a key over the others says something else. */
function columnsOf(listed: readonly ts.Expression[]): string[] {
  const columns = listed.map(columnOf)
  return columns.some((one) => one.length === 0) ? [] : columns.flat()
}

/** `t.orgId`, `'orgId'`, `t.orgId.asc().nullsLast()`; rows that are the same in what an expression is made of are the same in it: `sql`lower(${t.email})``. */
function columnOf(expression: ts.Expression): string[] {
  const value = skipOuter(expression)
  if (ts.isPropertyAccessExpression(value)) return [value.name.text.toLowerCase()]
  // `case when ... end` leaves rows out.
  if (ts.isTaggedTemplateExpression(value)) return /\bcase\b/i.test(value.template.getText()) ? [] : membersIn(value.template)
  if (ts.isCallExpression(value)) return ts.isPropertyAccessExpression(value.expression) ? columnOf(value.expression.expression) : value.arguments.flatMap(columnOf)
  return ts.isStringLiteralLike(value) ? [value.text.toLowerCase()] : []
}

/** `schema.index({ a: 1, b: 1 }, { unique: true })` on the variable that holds the schema. */
export function readIndexCalls(owner: string, facts: FileFacts, parts: Pick<Parts, 'keys' | 'partialKeys'>): void {
  for (const call of facts.units.flatMap((unit) => unit.calls)) {
    if (call.name !== 'index' || !ts.isCallExpression(call.node) || !ts.isPropertyAccessExpression(call.node.expression) || call.node.expression.expression.getText() !== owner) continue
    const [fields, options] = call.node.arguments
    if (fields && options) addIndex(fields, options, parts)
  }
}

/** `({ a: 1, b: 1 }, { unique: true, partialFilterExpression: { ... } })`: a key where the index is unique. */
export function addIndex(fields: ts.Expression, options: ts.Expression, parts: Pick<Parts, 'keys' | 'partialKeys'>): void {
  if (!ts.isObjectLiteralExpression(fields) || !propertyOf(options, 'unique').some((one) => one.kind === ts.SyntaxKind.TrueKeyword)) return
  const key = namesIn(fields)
  const [condition] = propertyOf(options, 'partialFilterExpression')
  // A partial index leaves duplicates among what it does not cover.
  if (condition) parts.partialKeys.push({ columns: key, of: namesIn(condition), is: equalitiesIn(condition) })
  else if (key.length > 0) parts.keys.push(key)
}

/** Names of the members of an object. */
function namesIn(object: ts.Expression): string[] {
  return ts.isObjectLiteralExpression(object) ? object.properties.flatMap(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? [name.text.toLowerCase()] : [])) : []
}

/** `isactive=true` of `{ isActive: true }`, `email!=null` of `{ email: { $type: 'string' } }`. */
function equalitiesIn(object: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(object)) return []
  return object.properties.flatMap((member) => {
    const [name] = member.name ? [member.name.getText().replace(/['"]/g, '').toLowerCase()] : []
    if (!ts.isPropertyAssignment(member) || name === undefined) return []
    const value = skipOuter(member.initializer)
    if (ts.isObjectLiteralExpression(value)) return /\$(?:type|exists:\s*true|ne:\s*null)/.test(value.getText()) ? [`${name}!=null`] : []
    return /^(?:true|false|null|['"].*['"]|\d+)$/.test(value.getText()) ? [`${name}=${value.getText().replace(/['"]/g, '').toLowerCase()}`] : []
  })
}

/** The variable the table object is stored in; `models.Order || model('Order', schema)` is one or the same. */
function variableOf(node: ts.CallExpression): string | undefined {
  let owner = node.parent
  while (ts.isAsExpression(owner) || ts.isParenthesizedExpression(owner) || ts.isSatisfiesExpression(owner) || (ts.isBinaryExpression(owner) && isEither(owner.operatorToken.kind))) owner = owner.parent
  return ts.isVariableDeclaration(owner) && ts.isIdentifier(owner.name) ? owner.name.text : undefined
}
