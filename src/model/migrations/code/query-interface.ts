/**
 * Sequelize: `queryInterface.addColumn('orders', 'note', { type: DataTypes.TEXT })`; db-migrate has members of the same
 * names.
 */
import { ts } from 'ts-morph'
import type { BuilderCall, NewColumn, SchemaOperation } from '../types.js'
import { column, isMadeByProgram, typeFrom, valueDefault } from './columns.js'
import type { Made } from './made.js'
import type { Chain, Values } from './values.js'

export function readQueryInterface({ links }: Chain, values: Values): readonly Made[] | undefined {
  const at = links.findLastIndex(({ name, call }) => call !== undefined && MEMBERS.has(name))
  const link = links[at]
  if (!link?.call) return undefined
  const args = link.call.arguments
  const operations = readCall(link.name, args, values)
  if (!operations || operations.length === 0) return undefined
  const call = link.name === 'addIndex' ? optionCall(link.name, link.call, values) : undefined
  return [{ node: link.call, operations, ...(call && { call }) }]
}

const MEMBERS = new Set(
  'createTable dropTable renameTable addColumn removeColumn changeColumn renameColumn addIndex removeIndex addConstraint removeConstraint addForeignKey removeForeignKey bulkUpdate bulkDelete dropAllTables'.split(' '),
)

function readCall(name: string, args: readonly ts.Expression[], values: Values): SchemaOperation[] | undefined {
  const [first, second, third] = args
  const table = tableName(first, values)
  if (table === undefined) return undefined
  const columnName = values.name(second)
  switch (name) {
    case 'createTable':
      return [{ kind: 'create-table', table, columns: values.entries(values.property(second, 'columns') ?? second).map(({ name: one, value }) => columnOf(one, value, values)) }]
    case 'dropTable':
      return [{ kind: 'drop-table', table }]
    case 'renameTable':
      return columnName === undefined ? undefined : [{ kind: 'rename-table', table, to: columnName }]
    case 'addColumn':
      return columnName === undefined || !third ? undefined : addColumn(table, columnOf(columnName, third, values))
    case 'removeColumn':
      return columnName === undefined ? undefined : [{ kind: 'drop-column', table, column: columnName }]
    case 'renameColumn': {
      const to = values.name(third)
      return columnName === undefined || to === undefined ? undefined : [{ kind: 'rename-column', table, column: columnName, to }]
    }
    case 'changeColumn': {
      if (columnName === undefined || !third) return undefined
      const changed = columnOf(columnName, third, values)
      return [
        ...(changed.type ? [{ kind: 'alter-type' as const, table, column: columnName, type: changed.type, isConverted: false }] : []),
        ...(changed.isNotNull ? [{ kind: 'set-not-null' as const, table, column: columnName }] : []),
        ...(changed.references !== undefined ? [{ kind: 'add-foreign-key' as const, name: undefined, table, columns: [columnName], target: changed.references, isNotValid: false }] : []),
        ...(changed.isUnique ? [{ kind: 'add-unique' as const, name: undefined, table, columns: [columnName], usingIndex: undefined, isPrimary: false }] : []),
      ]
    }
    case 'addIndex':
      return [addIndex(table, args, values)]
    case 'removeIndex': {
      const options = third
      const index = columnName ?? values.list(second).join('_')
      return [{ kind: 'drop-index', name: index, table, isConcurrent: values.flag(values.property(options, 'concurrently')) === true }]
    }
    case 'addConstraint':
      return addConstraint(table, args, values)
    case 'addForeignKey':
      return columnName === undefined ? undefined : [{ kind: 'add-foreign-key', name: values.name(third), table, columns: values.entries(args[3]).map(({ name: one }) => one), target: columnName, isNotValid: false }]
    case 'removeConstraint':
    case 'removeForeignKey':
      return [{ kind: 'drop-constraint', table, name: columnName ?? '' }]
    case 'bulkUpdate':
    case 'bulkDelete':
      return [readBulk(name, table, name === 'bulkUpdate' ? third : second, second, values)]
    default:
      return undefined
  }
}

function addColumn(table: string, added: NewColumn): SchemaOperation[] {
  return [{ kind: 'add-column', table, column: added }]
}

/** `addIndex('orders', ['user_id'], {...})`, `addIndex('orders', { fields: ['user_id'] })`, db-migrate's `addIndex('orders', 'name', ['user_id'], true)`. */
function addIndex(table: string, [, second, third, fourth]: readonly ts.Expression[], values: Values): SchemaOperation {
  const isList = second && ts.isArrayLiteralExpression(values.resolve(second))
  const options = isList ? third : second
  const isNamed = values.name(second) !== undefined
  const of = (name: string) => (isNamed ? undefined : values.property(options, name))
  const type = values.name(of('indicesType')) ?? values.name(of('type'))
  return {
    kind: 'create-index',
    name: isNamed ? values.name(second) : (values.name(of('name')) ?? values.name(of('indexName'))),
    table,
    columns: isNamed ? values.list(third) : isList ? values.list(second) : values.list(of('fields')),
    isUnique: values.flag(of('unique')) === true || type?.toUpperCase() === 'UNIQUE' || (isNamed && values.flag(fourth) === true),
    isConcurrent: values.flag(of('concurrently')) === true,
    ...(type && /^(?:fulltext|spatial)$/i.test(type) && { special: type.toLowerCase() as 'fulltext' }),
  }
}

/** `addConstraint('orders', { fields, type, references })`, and with the fields in front. */
function addConstraint(table: string, [, second, third]: readonly ts.Expression[], values: Values): SchemaOperation[] | undefined {
  const options = values.property(second, 'type') ? second : third
  const type = values.name(values.property(options, 'type'))?.toLowerCase()
  const name = values.name(values.property(options, 'name'))
  const columns = values.list(values.property(options, 'fields') ?? second)
  const references = values.property(options, 'references')
  if (type === 'foreign key') {
    const target = tableName(values.property(references, 'table') ?? values.property(references, 'model'), values)
    return target === undefined ? undefined : [{ kind: 'add-foreign-key', name, table, columns, target, isNotValid: false }]
  }
  if (type === 'check') return [{ kind: 'add-check', name, table, notNullColumn: undefined, isNotValid: false }]
  return type === 'unique' || type === 'primary key' ? [{ kind: 'add-unique', name, table, columns, usingIndex: undefined, isPrimary: type === 'primary key' }] : undefined
}

function readBulk(name: 'bulkUpdate' | 'bulkDelete', table: string, where: ts.Expression | undefined, set: ts.Expression | undefined, values: Values): SchemaOperation {
  const node = where && values.resolve(where)
  const conditions = values.entries(node)
  const isEmpty = !node || node.kind === ts.SyntaxKind.NullKeyword || (ts.isObjectLiteralExpression(node) && node.properties.length === 0)
  const isPresence = conditions.length > 0 && conditions.every(({ value }) => value.kind === ts.SyntaxKind.NullKeyword)
  return {
    kind: name === 'bulkUpdate' ? 'update' : 'delete',
    table,
    columns: name === 'bulkUpdate' ? values.entries(set).map((one) => one.name) : [],
    filter: isEmpty ? 'none' : isPresence ? 'presence' : 'some',
    filterColumns: isPresence ? conditions.map((one) => one.name) : [],
    isBounded: conditions.some((one) => /(?:^|_)id$|Id$/.test(one.name)),
  }
}

/** `'orders'`, `{ tableName: 'orders', schema: 'shop' }`. */
function tableName(argument: ts.Expression | undefined, values: Values): string | undefined {
  return (values.name(argument) ?? values.name(values.property(argument, 'tableName')))?.replace(/^.*\./, '')
}

function columnOf(name: string, value: ts.Expression, values: Values): NewColumn {
  const node = values.resolve(value)
  if (!ts.isObjectLiteralExpression(node)) return column(name, { type: typeOf(node, values) })
  const of = (...names: string[]) => values.property(node, ...names)
  const given = of('defaultValue')
  const isPrimary = values.flag(of('primaryKey')) === true
  const references = of('references')
  return column(name, {
    type: typeOf(of('type'), values, of('length')),
    isNotNull: isPrimary || values.flag(of('allowNull')) === false || values.flag(of('notNull')) === true,
    default: isMadeByProgram(given) ? undefined : valueDefault(given, values),
    generated: values.flag(of('autoIncrement')) === true ? 'identity' : undefined,
    isUnique: values.flag(of('unique')) === true,
    isPrimary,
    references: tableName(values.property(references, 'model'), values) ?? values.name(references) ?? values.name(values.property(of('foreignKey'), 'table')),
  })
}

/** `Sequelize.STRING(64)`, `DataTypes.INTEGER`, `'varchar(64)'`. */
function typeOf(expression: ts.Expression | undefined, values: Values, length?: ts.Expression): ReturnType<typeof typeFrom> {
  if (!expression) return undefined
  const node = values.resolve(expression)
  const more = length && /^\d+$/.test(length.getText()) ? [Number(length.getText())] : []
  if (ts.isStringLiteralLike(node)) return typeFrom(node.text, more)
  const match = /\b(?:[A-Z]\w*\.)?([A-Z][A-Z0-9]*)(?:\.\w+)?(?:\(([\d\s,]*)\))?$/.exec(node.getText())
  if (!match?.[1]) return undefined
  const modifiers = match[2] ? match[2].split(',').map(Number) : match[1] === 'STRING' ? [255] : []
  return match[1] === 'ARRAY' || match[1] === 'ENUM' ? { name: match[1].toLowerCase(), modifiers: [], text: match[1].toLowerCase() } : typeFrom(match[1], modifiers)
}

/** Where `concurrently: true` goes in `addIndex('orders', ['user_id'], {...})`. */
export function optionCall(member: string, call: ts.CallExpression, values: Values): BuilderCall | undefined {
  const last = call.arguments.at(-1)
  if (!last) return undefined
  const options = values.resolve(last)
  if (ts.isObjectLiteralExpression(options)) {
    const [first] = options.properties
    return { member, option: first ? { at: first.getStart(), before: '', after: ', ' } : { at: options.getStart() + 1, before: ' ', after: ' ' } }
  }
  return call.arguments.length === 2 ? { member, option: { at: last.getEnd(), before: ', { ', after: ' }' } } : { member, option: undefined }
}
