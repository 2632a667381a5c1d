/**
 * Kysely: `db.schema.alterTable('orders').addColumn('note', 'text', (column) => column.notNull()).execute()`.
 */
import type { ts } from 'ts-morph'
import type { NewColumn, SchemaOperation } from '../types.js'
import { column, typeFrom, valueDefault } from './columns.js'
import type { Made } from './made.js'
import { chainOf, isFunction, type Chain, type Link, type Values } from './values.js'

export function readKysely({ links }: Chain, values: Values): readonly Made[] | undefined {
  const node = links.at(-1)?.call
  if (!node) return undefined
  const at = links.findIndex(({ name }) => name === 'schema')
  if (at < 0) return readQuery(links, values, node)
  const [first, ...rest] = links.slice(at + 1)
  const name = nameOf(first, values)
  if (!first || name === undefined) return undefined
  const operations = readSchema(first, name, rest, values)
  return operations && [{ node, operations }]
}

function readSchema(first: Link, name: string, rest: readonly Link[], values: Values): SchemaOperation[] | undefined {
  switch (first.name) {
    case 'createTable':
      return first.call?.arguments[1] ? undefined : [{ kind: 'create-table', table: name, columns: rest.flatMap((link) => (link.name === 'addColumn' ? (columnOf(link, values) ?? []) : [])) }]
    case 'createView':
      return [{ kind: 'create-table', table: name, columns: [] }]
    case 'dropTable':
      return [{ kind: 'drop-table', table: name }]
    case 'dropIndex':
      return [{ kind: 'drop-index', name, table: undefined, isConcurrent: false }]
    case 'createIndex': {
      const of = (link: string) => rest.filter((one) => one.name === link)
      const table = nameOf(of('on')[0], values)
      if (table === undefined) return undefined
      const columns = [...of('column'), ...of('columns')].flatMap(({ call }) => values.list(call?.arguments[0]))
      return [{ kind: 'create-index', name, table, columns, isUnique: of('unique').length > 0, isConcurrent: false }]
    }
    case 'alterTable':
      // With a function it is Knex.
      return first.call?.arguments[1] ? undefined : rest.flatMap((link) => readAlter(name, link, values))
    default:
      return undefined
  }
}

function readAlter(table: string, link: Link, values: Values): SchemaOperation[] {
  const args = link.call?.arguments ?? []
  const name = values.name(args[0])
  if (name === undefined) return []
  switch (link.name) {
    case 'addColumn': {
      const added = columnOf(link, values)
      return added ? [{ kind: 'add-column', table, column: added }] : []
    }
    case 'dropColumn':
      return [{ kind: 'drop-column', table, column: name }]
    case 'renameColumn': {
      const to = values.name(args[1])
      return to === undefined ? [] : [{ kind: 'rename-column', table, column: name, to }]
    }
    case 'renameTo':
      return [{ kind: 'rename-table', table, to: name }]
    case 'alterColumn':
    case 'modifyColumn':
      return readAlterColumn(table, name, link, values)
    case 'addForeignKeyConstraint': {
      const target = values.name(args[2])
      return target === undefined ? [] : [{ kind: 'add-foreign-key', name, table, columns: values.list(args[1]), target, isNotValid: false }]
    }
    case 'addUniqueConstraint':
    case 'addPrimaryKeyConstraint':
      return [{ kind: 'add-unique', name, table, columns: values.list(args[1]), usingIndex: undefined, isPrimary: link.name === 'addPrimaryKeyConstraint' }]
    case 'addCheckConstraint':
      return [{ kind: 'add-check', name, table, notNullColumn: /^\s*"?(\w+)"?\s+is\s+not\s+null\s*$/i.exec(values.text(args[1]) ?? '')?.[1], isNotValid: false }]
    case 'addIndex':
      return [{ kind: 'create-index', name, table, columns: [], isUnique: false, isConcurrent: false }]
    case 'dropConstraint':
      return [{ kind: 'drop-constraint', table, name }]
    default:
      return []
  }
}

/** `.alterColumn('total', (column) => column.setDataType('bigint'))`. */
function readAlterColumn(table: string, name: string, { name: member, call }: Link, values: Values): SchemaOperation[] {
  if (member === 'modifyColumn') {
    const type = typeFrom(values.name(call?.arguments[1]))
    return type ? [{ kind: 'alter-type', table, column: name, type, isConverted: false }] : []
  }
  return inner(call?.arguments[1]).flatMap((link): SchemaOperation[] => {
    if (link.name === 'setNotNull') return [{ kind: 'set-not-null', table, column: name }]
    if (link.name === 'dropNotNull') return [{ kind: 'drop-not-null', table, column: name }]
    const type = link.name === 'setDataType' ? typeFrom(values.name(link.call?.arguments[0])) : undefined
    return type ? [{ kind: 'alter-type', table, column: name, type, isConverted: false }] : link.name === 'setDefault' ? [{ kind: 'set-default', table, column: name }] : []
  })
}

function columnOf({ call }: Link, values: Values): NewColumn | undefined {
  const name = values.name(call?.arguments[0])
  if (name === undefined) return undefined
  const links = inner(call?.arguments[2])
  const has = (link: string) => links.find((one) => one.name === link)
  const type = typeFrom(values.name(call?.arguments[1]))
  return column(name, {
    type,
    isNotNull: has('notNull') !== undefined || has('primaryKey') !== undefined,
    default: valueDefault(has('defaultTo')?.call?.arguments[0], values),
    generated: has('autoIncrement') || has('generatedAlwaysAsIdentity') || has('generatedByDefaultAsIdentity') || /serial$/.test(type?.name ?? '') ? 'identity' : has('generatedAlwaysAs') ? 'stored' : undefined,
    isUnique: has('unique') !== undefined,
    isPrimary: has('primaryKey') !== undefined,
    references: /^([^.]+)\./.exec(values.name(has('references')?.call?.arguments[0]) ?? '')?.[1],
    hasCheck: has('check') !== undefined,
  })
}

/** The chain that a function of one expression returns. */
function inner(argument: ts.Expression | undefined): readonly Link[] {
  if (!argument || !isFunction(argument)) return []
  const body = argument.body
  const returned = 'statements' in body ? body.statements.flatMap((statement) => ('expression' in statement && statement.expression ? [statement.expression as ts.Expression] : []))[0] : body
  return returned ? chainOf(returned).links : []
}

/** `db.updateTable('orders').set({...}).execute()`. */
function readQuery(links: readonly Link[], values: Values, node: ts.Node): readonly Made[] | undefined {
  const start = links.find(({ name }) => name === 'updateTable' || name === 'deleteFrom')
  const table = nameOf(start, values)
  if (!start || table === undefined) return undefined
  const filters = links.filter(({ name }) => /^where/.test(name))
  const set = links.find(({ name }) => name === 'set')?.call?.arguments[0]
  const isPresence = filters.length > 0 && filters.every(({ call }) => /^['"]is( not)?['"]$/.test(call?.arguments[1]?.getText() ?? ''))
  return [
    {
      node,
      operations: [
        {
          kind: start.name === 'updateTable' ? 'update' : 'delete',
          table,
          columns: values.entries(set).map(({ name }) => name),
          filter: filters.length === 0 ? 'none' : isPresence ? 'presence' : 'some',
          filterColumns: isPresence ? filters.flatMap(({ call }) => values.name(call?.arguments[0]) ?? []) : [],
          isBounded: links.some(({ name }) => name === 'limit') || filters.some(({ call }) => /(?:^|[._])id$|Id$/.test(values.name(call?.arguments[0]) ?? '')),
        },
      ],
    },
  ]
}

function nameOf(link: Link | undefined, values: Values): string | undefined {
  return values.name(link?.call?.arguments[0])?.replace(/^.*\./, '').replace(/\s+as\s+.*$/i, '')
}
