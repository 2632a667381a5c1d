/**
 * Tables that migrations make with the calls of a schema builder instead of SQL text:
 * `schema.createTable('orders', (table) => { ... })`, `createTable('orders', { ... })`, `createTable('orders').addColumn(...)`,
 * and the unique indexes that they make of collections.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import { readSchemaChanges, type DeleteAction, type ForeignKey, type SchemaChange, type TableParts } from '../sql/schema.js'
import { addIndex } from './table-objects.js'
import type { PartialKey } from './types.js'

/** Cheap, before a file is parsed. */
export const BUILDS_TABLES = /\b(?:createTable\w*|alterTable|addConstraint|addIndex|addColumn|createIndex(?:es)?)\s*\(|\bunique:\s*true\b/

/** One call of a chain: `.references('id')`. */
interface Step {
  readonly name: string
  readonly given: readonly ts.Expression[]
  readonly node: ts.CallExpression
}

/** Methods of a table builder whose first argument is no column that is made. */
const NO_COLUMN = /^(?:unique|primary|foreign|index|drop\w*|rename\w*|timestamps|comment|engine|charset|collate|inherits|setNullable|check\w*|queryContext|specificType)$/

/** @param isSkipped parts of a file that are not applied, as the way back of a migration */
export function readBuiltChanges(sourceFile: ts.SourceFile, isSkipped: (node: ts.Node) => boolean): SchemaChange[] {
  const found: SchemaChange[] = []
  const visit = (node: ts.Node): void => {
    if (isSkipped(node)) return
    // The whole of a chain is read where its last call stands.
    if (ts.isCallExpression(node) && !(ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent))) found.push(...changesOf(stepsOf(node)), ...collectionIndexes(node))
    else if (ts.isObjectLiteralExpression(node) && ts.isArrayLiteralExpression(node.parent)) found.push(...listedKey(node))
    ts.forEachChild(node, visit)
  }
  visit(sourceFile)
  return found
}

function changesOf(steps: readonly Step[]): SchemaChange[] {
  return steps.flatMap((step, index): SchemaChange[] => {
    const [first, second] = step.given
    const table = textOf(first) ?? textOf(first && propertyOf(first, 'tableName')[0])
    if (table === undefined) return []
    const place = { start: step.node.getStart(), end: step.node.end }
    switch (step.name) {
      case 'createTable':
      case 'createTableIfNotExists':
      case 'table':
      case 'alterTable': {
        const kind = step.name.startsWith('create') ? 'create' : 'add'
        const value = second && skipOuter(second)
        if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return [{ kind, table, ...place, ...NO_PARTS }, ...fromCallback(table, value)]
        if (value && ts.isObjectLiteralExpression(value)) return kind === 'create' ? [{ kind, table, ...place, ...NO_PARTS }, ...fromColumns(table, value)] : []
        return second ? [] : [{ kind, table, ...place, ...NO_PARTS }, ...fromSteps(table, steps.slice(index + 1))]
      }
      case 'dropTable':
      case 'dropTableIfExists':
        return steps.length === 1 || index > 0 ? [{ kind: 'drop', table, ...place }] : []
      case 'renameTable': {
        const to = textOf(second)
        return to === undefined ? [] : [{ kind: 'rename', table, to, ...place }]
      }
      case 'addColumn': {
        const [, , attributes] = step.given
        const column = textOf(second)
        return column !== undefined && attributes && ts.isObjectLiteralExpression(skipOuter(attributes)) ? [{ kind: 'add', table, ...place, ...columnParts(column, attributes) }] : []
      }
      case 'removeColumn': {
        const column = textOf(second)
        return column === undefined ? [] : [{ kind: 'drop-column', table, column, ...place }]
      }
      case 'renameColumn': {
        const [column, to] = [textOf(second), textOf(step.given[2])]
        return column === undefined || to === undefined ? [] : [{ kind: 'rename-column', table, column, to, ...place }]
      }
      case 'removeConstraint': {
        const name = textOf(second)
        return name === undefined ? [] : [{ kind: 'drop-constraint', table, name, ...place }]
      }
      case 'addConstraint':
      case 'addIndex':
        return keyChange(table, step)
      case 'createIndex':
        return second ? [] : indexChange(steps.slice(index + 1), place)
      default:
        return []
    }
  })
}

const NO_PARTS: TableParts = { columns: [], keys: [], foreignKeys: [] }

// ---- `createTable('orders', (table) => { table.string('email').unique() })` ----------------------------------

function fromCallback(table: string, callback: ts.ArrowFunction | ts.FunctionExpression): SchemaChange[] {
  const builder = callback.parameters[0]?.name.getText()
  const statements = ts.isBlock(callback.body) ? callback.body.statements.flatMap((one) => (ts.isExpressionStatement(one) ? [one.expression] : [])) : [callback.body]
  return statements.flatMap((statement): SchemaChange[] => {
    const steps = stepsOf(skipOuter(statement))
    const [start, ...rest] = steps
    if (!start || rootOf(start.node)?.getText() !== builder) return []
    const place = { table, start: statement.getStart(), end: statement.end }
    const [first, second] = start.given
    if (start.name === 'dropColumn' || start.name === 'dropColumns') return start.given.flatMap((one) => { const column = textOf(one); return column === undefined ? [] : [{ kind: 'drop-column' as const, column, ...place }] })
    if (start.name === 'renameColumn') {
      const [column, to] = [textOf(first), textOf(second)]
      return column !== undefined && to !== undefined ? [{ kind: 'rename-column', column, to, ...place }] : []
    }
    if (start.name === 'dropForeign') return [{ kind: 'drop-constraint', name: `${table}_${textsOf(first).join('_')}_fkey`, ...place }]
    if (start.name === 'unique' || start.name === 'primary') return [{ kind: 'add', ...place, ...NO_PARTS, keys: [textsOf(first)] }]
    if (start.name === 'foreign') return [{ kind: 'add', ...place, ...NO_PARTS, foreignKeys: foreignKey(textsOf(first), rest) }]
    const isSerial = /^(?:big)?increments$/i.test(start.name)
    const column = textOf(first) ?? (isSerial ? 'id' : undefined)
    if (column === undefined || NO_COLUMN.test(start.name)) return []
    return [{ kind: 'add', ...place, ...builtColumn(column, start.name, isSerial, rest) }]
  })
}

function builtColumn(name: string, type: string, isKey: boolean, steps: readonly Step[]): TableParts {
  const says = (pattern: RegExp) => steps.some((step) => pattern.test(step.name))
  return {
    columns: [{ name, type, nullable: !isKey && !says(/^(?:notNull(?:able)?|primary(?:Key)?)$/) }],
    keys: isKey || says(/^(?:unique|primary(?:Key)?)$/) ? [[name]] : [],
    foreignKeys: foreignKey([name], steps),
  }
}

/** `.references('id').inTable('users').onDelete('CASCADE')`, `.references('users.id')`. */
function foreignKey(columns: readonly string[], steps: readonly Step[]): ForeignKey[] {
  const referred = steps.find(({ name }) => name === 'references')?.given[0]
  const named = steps.find(({ name }) => name === 'inTable')?.given[0]
  const target = textOf(named) ?? /^(?:.*\.)?(\w+)\.\w+$/.exec(textOf(referred) ?? '')?.[1]
  if (target === undefined || columns.length === 0) return []
  return [{ columns, target, onDelete: actionOf(textOf(steps.find(({ name }) => name === 'onDelete')?.given[0])) }]
}

// ---- `createTable('orders').addColumn('email', 'text', (column) => column.unique())` ---------------------------

function fromSteps(table: string, steps: readonly Step[]): SchemaChange[] {
  return steps.flatMap((step): SchemaChange[] => {
    const place = { table, start: step.node.expression.end - step.name.length, end: step.node.end }
    const [first, second, third, , fifth] = step.given
    if (step.name === 'addColumn') {
      const column = textOf(first)
      const inner = third && skipOuter(third)
      const built = inner && ts.isArrowFunction(inner) && !ts.isBlock(inner.body) ? stepsOf(skipOuter(inner.body)) : []
      return column === undefined ? [] : [{ kind: 'add', ...place, ...builtColumn(column, textOf(second) ?? 'unknown', false, built) }]
    }
    if (step.name === 'dropColumn') {
      const column = textOf(first)
      return column === undefined ? [] : [{ kind: 'drop-column', column, ...place }]
    }
    if (step.name === 'renameColumn') {
      const [column, to] = [textOf(first), textOf(second)]
      return column === undefined || to === undefined ? [] : [{ kind: 'rename-column', column, to, ...place }]
    }
    if (step.name === 'addUniqueConstraint' || step.name === 'addPrimaryKeyConstraint') return [{ kind: 'add', ...place, ...NO_PARTS, keys: [textsOf(second)] }]
    if (step.name === 'addForeignKeyConstraint') {
      const target = textOf(third)
      const inner = fifth && skipOuter(fifth)
      const built = inner && ts.isArrowFunction(inner) && !ts.isBlock(inner.body) ? stepsOf(skipOuter(inner.body)) : []
      return target === undefined ? [] : [{ kind: 'add', ...place, ...NO_PARTS, foreignKeys: [{ columns: textsOf(second), target, onDelete: actionOf(textOf(built.find(({ name }) => name === 'onDelete')?.given[0])) }] }]
    }
    return []
  })
}

// ---- `createTable('orders', { email: { unique: true } })` ------------------------------------------------------

function fromColumns(table: string, columns: ts.ObjectLiteralExpression): SchemaChange[] {
  return columns.properties.flatMap((member): SchemaChange[] => {
    if (!ts.isPropertyAssignment(member) || ts.isComputedPropertyName(member.name)) return []
    return [{ kind: 'add', table, start: member.getStart(), end: member.end, ...columnParts(member.name.getText().replace(/['"]/g, '').toLowerCase(), member.initializer) }]
  })
}

function columnParts(name: string, attributes: ts.Expression): TableParts {
  const value = skipOuter(attributes)
  const at = (property: string) => propertyOf(value, property)[0]
  const isTrue = (property: string) => { const given = at(property); return given !== undefined && given.kind !== ts.SyntaxKind.FalseKeyword }
  const references = at('references')
  const model = references && propertyOf(references, 'model')[0]
  const target = textOf(model) ?? textOf(model && propertyOf(model, 'tableName')[0])
  return {
    columns: [{ name, type: at('type')?.getText(), nullable: at('allowNull')?.kind !== ts.SyntaxKind.FalseKeyword }],
    keys: isTrue('unique') || isTrue('primaryKey') ? [[name]] : [],
    foreignKeys: target === undefined ? [] : [{ columns: [name], target, onDelete: actionOf(textOf(at('onDelete'))) }],
  }
}

/** `addConstraint('orders', { fields: ['email'], type: 'unique' })`, `addIndex('orders', ['email'], { unique: true })`. */
function keyChange(table: string, { given, node }: Step): SchemaChange[] {
  const [, second, third] = given
  const options = [third, second].find((one) => one && ts.isObjectLiteralExpression(skipOuter(one)))
  const at = (property: string) => (options ? propertyOf(options, property)[0] : undefined)
  const fields = textsOf(at('fields') ?? second)
  if (fields.length === 0) return []
  const place = { table, start: node.getStart(), end: node.end }
  const type = textOf(at('type'))
  const references = at('references')
  const target = references && (textOf(propertyOf(references, 'table')[0]) ?? textOf(references))
  if (type === 'foreign key') return target === undefined ? [] : [{ kind: 'add', ...place, ...NO_PARTS, foreignKeys: [{ columns: fields, target, onDelete: actionOf(textOf(at('onDelete'))) }] }]
  return type === 'unique' || type === 'primary key' || at('unique')?.kind === ts.SyntaxKind.TrueKeyword ? [{ kind: 'add', ...place, ...NO_PARTS, keys: [fields] }] : []
}

/** `const INDEXES = [{ table: 'orders', fields: ['number'], unique: true }]`, which a helper of the migration makes. */
function listedKey(entry: ts.ObjectLiteralExpression): SchemaChange[] {
  const at = (...names: string[]) => names.flatMap((name) => propertyOf(entry, name))[0]
  const table = textOf(at('table', 'tableName'))
  const fields = textsOf(at('fields', 'columns'))
  const condition = at('where', 'predicate')
  // A partial index leaves duplicates among what it does not cover.
  const isWhole = condition === undefined || condition.kind === ts.SyntaxKind.NullKeyword || condition.getText() === 'undefined'
  if (table === undefined || fields.length === 0 || !isWhole || at('unique')?.kind !== ts.SyntaxKind.TrueKeyword) return []
  return [{ kind: 'add', table, start: entry.getStart(), end: entry.end, ...NO_PARTS, keys: [fields] }]
}

/** `createIndex('open').unique().on('orders').columns(['number', 'day']).where('state', '=', 'open')`, which is read as the SQL that it makes. */
function indexChange(steps: readonly Step[], place: { readonly start: number; readonly end: number }): SchemaChange[] {
  const of = (...names: string[]) => steps.filter(({ name }) => names.includes(name))
  const table = textOf(of('on')[0]?.given[0])
  const columns = of('column', 'columns').flatMap(({ given: [listed] }) => textsOf(listed).map((text) => quoted(text.replace(/\s.*$/, ''))))
  const conditions = of('where').map(conditionSql)
  if (of('unique').length === 0 || of('expression').length > 0 || table === undefined || columns.length === 0 || conditions.includes(undefined)) return []
  const changes = readSchemaChanges(`create unique index on ${quoted(table)} (${columns.join()})${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`)
  return changes.map((change) => ({ ...change, ...place }))
}

/** `where('state', '=', 'open')`, `where(sql.ref('state'), '<>', 'open')`, `where(sql`state = 'open'`)`. */
function conditionSql({ given }: Step): string | undefined {
  const [left, operator, right] = given.map(skipOuter)
  if (!left) return undefined
  if (!operator) return ts.isTaggedTemplateExpression(left) && ts.isNoSubstitutionTemplateLiteral(left.template) ? `(${left.template.text})` : undefined
  const column = textOf(ts.isCallExpression(left) ? left.arguments[0] : left)
  if (column === undefined || !ts.isStringLiteralLike(operator) || !right) return undefined
  if (ts.isStringLiteralLike(right)) return `${quoted(column)} ${operator.text} '${right.text.replaceAll("'", "''")}'`
  return /^(?:null|true|false|\d+)$/.test(right.getText()) ? `${quoted(column)} ${operator.text} ${right.getText()}` : undefined
}

function quoted(name: string): string {
  return `"${name}"`
}

// ---- `db.collection('users').createIndex({ email: 1 }, { unique: true })` ---------------------------------------

/** Indexes of a collection: also those that a function of the migration is given in a list, with the collection. */
function collectionIndexes(node: ts.CallExpression): SchemaChange[] {
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText()
  const [first, second] = node.arguments
  if (!first || /^(?:drop|remove|delete)/.test(name)) return []
  const parts: { keys: string[][]; partialKeys: PartialKey[] } = { keys: [], partialKeys: [] }
  const isOwn = /^(?:create|ensure)Index(?:es)?$/.test(name)
  const collection = collectionOf(isOwn ? rootOf(node) : first)
  if (collection === undefined) return []
  const listed = heldBy(isOwn ? first : second)
  if (isOwn && second && ts.isObjectLiteralExpression(skipOuter(first))) addIndex(skipOuter(first), second, parts)
  else if (listed && ts.isArrayLiteralExpression(listed)) for (const one of listed.elements) for (const fields of propertyOf(one, 'key')) addIndex(skipOuter(fields), one, parts)
  if (parts.keys.length + parts.partialKeys.length === 0) return []
  return [{ kind: 'add', table: collection, start: node.getStart(), end: node.end, columns: [], foreignKeys: [], ...parts }]
}

/** `users` of `db.users`, `db.collection('users')` and names of these. */
function collectionOf(expression: ts.Expression | undefined): string | undefined {
  const value = heldBy(expression)
  if (!value) return undefined
  if (ts.isCallExpression(value)) return ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'collection' ? textOf(value.arguments[0]) : undefined
  return ts.isPropertyAccessExpression(value) ? value.name.text.toLowerCase() : undefined
}

// ---- Chains and texts ------------------------------------------------------------------------------------------

/** The calls of a chain, the first one first. */
function stepsOf(expression: ts.Expression): Step[] {
  const found: Step[] = []
  for (let at: ts.Expression = expression; ; ) {
    at = skipOuter(at)
    if (ts.isAwaitExpression(at)) at = at.expression
    else if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
      found.unshift({ name: at.expression.name.text, given: at.arguments, node: at })
      at = at.expression.expression
    } else return found
  }
}

function rootOf(call: ts.CallExpression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(call.expression) ? skipOuter(call.expression.expression) : undefined
}

/** A text, or a constant that holds one; in lower case, as names of the database are compared. */
function textOf(expression: ts.Expression | undefined): string | undefined {
  const value = expression && skipOuter(expression)
  if (!value) return undefined
  if (ts.isStringLiteralLike(value)) return value.text.toLowerCase()
  const held = ts.isIdentifier(value) ? heldBy(value) : undefined
  return held && ts.isStringLiteralLike(held) ? held.text.toLowerCase() : undefined
}

/** An expression, or for a name what a block or the file around keeps in it. */
function heldBy(expression: ts.Expression | undefined): ts.Expression | undefined {
  const value = expression && skipOuter(expression)
  if (!value || !ts.isIdentifier(value)) return value
  for (let at: ts.Node = value.parent; at; at = at.parent) {
    if (!ts.isBlock(at) && !ts.isSourceFile(at)) continue
    for (const statement of at.statements) {
      const held = ts.isVariableStatement(statement) ? statement.declarationList.declarations.find(({ name }) => ts.isIdentifier(name) && name.text === value.text)?.initializer : undefined
      if (held) return skipOuter(held)
    }
  }
  return undefined
}

function textsOf(expression: ts.Expression | undefined): string[] {
  const value = expression && skipOuter(expression)
  if (value && ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => textOf(element) ?? (ts.isObjectLiteralExpression(element) ? (textOf(propertyOf(element, 'name')[0]) ?? []) : []))
  const text = textOf(value)
  return text === undefined ? [] : [text]
}

function actionOf(text: string | undefined): DeleteAction | undefined {
  const action = text?.toLowerCase().replace(/\s+/g, '-')
  return action === 'cascade' || action === 'restrict' || action === 'set-null' || action === 'no-action' || action === 'set-default' ? action : undefined
}
