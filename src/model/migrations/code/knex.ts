/**
 * Knex: `knex.schema.alterTable('orders', (table) => { table.string('note').notNullable() })` and its query builder.
 */
import { ts } from 'ts-morph'
import type { NewColumn, SchemaOperation } from '../types.js'
import { column, typeFrom, valueDefault } from './columns.js'
import type { Made } from './made.js'
import { chainOf, isFunction, type Chain, type Link, type Values } from './values.js'

const COLUMN =
  /^(?:string|text|integer|int|tinyint|smallint|mediumint|bigint|bigInteger|boolean|date|datetime|dateTime|time|timestamp|float|double|decimal|numeric|real|json|jsonb|uuid|binary|enu|enum|increments|bigIncrements|specificType|geometry|geography|point)$/

export function readKnex(chain: Chain, values: Values): readonly Made[] | undefined {
  const at = chain.links.findIndex(({ name }) => name === 'schema')
  if (at >= 0) {
    const made = chain.links.slice(at + 1).flatMap((link) => readSchemaCall(link, values) ?? [])
    return made.length > 0 || chain.links.slice(at + 1).some(({ name }) => /^(?:hasTable|hasColumn|withSchema)$/.test(name)) ? made : undefined
  }
  return readQuery(chain, values)
}

function readSchemaCall({ name, call }: Link, values: Values): Made[] | undefined {
  const [first, second] = call?.arguments ?? []
  const table = values.name(first)
  if (!call || table === undefined) return undefined
  const node = call
  switch (name) {
    case 'createTable':
    case 'createTableIfNotExists': {
      const body = builderOf(second, values)
      if (!second || !body) return undefined
      const columns = readBody(table, body, values).flatMap(({ operations }) => operations.flatMap((one) => (one.kind === 'add-column' ? [one.column] : [])))
      return [{ node, operations: [{ kind: 'create-table', table, columns }] }]
    }
    case 'alterTable':
    case 'table': {
      const body = builderOf(second, values)
      return body ? readBody(table, body, values) : undefined
    }
    case 'dropTable':
    case 'dropTableIfExists':
      return [{ node, operations: [{ kind: 'drop-table', table }] }]
    case 'renameTable': {
      const to = values.name(second)
      return to === undefined ? undefined : [{ node, operations: [{ kind: 'rename-table', table, to }] }]
    }
    default:
      return undefined
  }
}

function builderOf(argument: ts.Expression | undefined, values: Values): ts.FunctionLikeDeclaration | undefined {
  if (!argument) return undefined
  const node = values.resolve(argument)
  return isFunction(node) ? node : values.functionOf(node)
}

/** Statements of the function that is given the table's builder: one for each chain on it. */
function readBody(table: string, body: ts.FunctionLikeDeclaration, values: Values): Made[] {
  const parameter = body.parameters[0]?.name
  const builder = parameter && ts.isIdentifier(parameter) ? parameter.text : 'this'
  const made: Made[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const chain = chainOf(node)
      if (chain.root.getText() === builder) {
        made.push({ node, operations: readTableChain(table, chain, values) })
        return
      }
    }
    ts.forEachChild(node, visit)
  }
  if (body.body) visit(body.body)
  return made.filter(({ operations }) => operations.length > 0)
}

function readTableChain(table: string, { links }: Chain, values: Values): SchemaOperation[] {
  const [first, ...rest] = links
  const args = first?.call?.arguments ?? []
  const list = () => values.list(args[0])
  const name = values.name(args[0])
  const all = () => args.flatMap((argument) => values.list(argument))
  switch (first?.name) {
    case 'dropColumn':
    case 'dropColumns':
      return all().map((one) => ({ kind: 'drop-column', table, column: one }))
    case 'dropTimestamps':
      return ['created_at', 'updated_at'].map((one) => ({ kind: 'drop-column', table, column: one }))
    case 'renameColumn': {
      const to = values.name(args[1])
      return name === undefined || to === undefined ? [] : [{ kind: 'rename-column', table, column: name, to }]
    }
    case 'setNullable':
      return name === undefined ? [] : [{ kind: 'drop-not-null', table, column: name }]
    case 'dropNullable':
      return name === undefined ? [] : [{ kind: 'set-not-null', table, column: name }]
    case 'index':
      return [{ kind: 'create-index', name: values.name(args[1]), table, columns: list(), isUnique: false, isConcurrent: false }]
    case 'unique':
      return [{ kind: 'add-unique', name: values.name(args[1]) ?? values.name(values.property(args[1], 'indexName')), table, columns: list(), usingIndex: undefined, isPrimary: false }]
    case 'primary':
      return [{ kind: 'add-unique', name: undefined, table, columns: list(), usingIndex: undefined, isPrimary: true }]
    case 'foreign': {
      const target = targetOf(rest, values)
      return target === undefined ? [] : [{ kind: 'add-foreign-key', name: undefined, table, columns: list(), target, isNotValid: false }]
    }
    case 'check':
      return [{ kind: 'add-check', name: values.name(args[2]), table, notNullColumn: undefined, isNotValid: false }]
    case 'dropIndex':
      return [{ kind: 'drop-index', name: values.name(args[1]) ?? `${table}_${list().join('_')}_index`, table, isConcurrent: false }]
    case 'dropUnique':
    case 'dropForeign':
    case 'dropPrimary':
    case 'dropChecks':
      return [{ kind: 'drop-constraint', table, name: values.name(args[1]) ?? list().join('_') }]
    case 'timestamps': {
      const hasDefault = values.flag(args[1]) === true || values.flag(values.property(args[0], 'defaultToNow')) === true
      return ['created_at', 'updated_at'].map((one) => ({ kind: 'add-column', table, column: column(one, { type: typeFrom('timestamptz'), isNotNull: hasDefault, default: hasDefault ? { kind: 'stable', text: 'now()' } : undefined }) }))
    }
    default:
      return first && COLUMN.test(first.name) ? readColumn(table, first, rest, values) : []
  }
}

function readColumn(table: string, first: Link, rest: readonly Link[], values: Values): SchemaOperation[] {
  const args = first.call?.arguments ?? []
  const isSerial = /ncrements$/.test(first.name)
  const name = values.name(args[0]) ?? (isSerial ? 'id' : undefined)
  if (name === undefined) return []
  const length = args[1] && /^\d+$/.test(args[1].getText()) ? [Number(args[1].getText())] : first.name === 'string' ? [255] : []
  const type = first.name === 'specificType' ? typeFrom(values.name(args[1])) : first.name === 'timestamp' || /^date[tT]ime$/.test(first.name) ? typeFrom('timestamptz') : typeFrom(first.name, length)
  const has = (link: string) => rest.find((one) => one.name === link)
  const given = has('defaultTo')?.call?.arguments[0]
  const target = targetOf(rest, values)
  const added: NewColumn = column(name, {
    type,
    isNotNull: has('notNullable') !== undefined || (isSerial && has('nullable') === undefined),
    default: valueDefault(given, values),
    generated: isSerial ? 'identity' : undefined,
    isPrimary: has('primary') !== undefined || isSerial,
    isUnique: has('unique') !== undefined,
  })
  if (has('alter'))
    return [
      ...(type ? [{ kind: 'alter-type' as const, table, column: name, type, isConverted: false }] : []),
      ...(added.isNotNull ? [{ kind: 'set-not-null' as const, table, column: name }] : []),
    ]
  return [
    { kind: 'add-column', table, column: added },
    ...(target !== undefined ? [{ kind: 'add-foreign-key' as const, name: undefined, table, columns: [name], target, isNotValid: false }] : []),
    ...(has('index') ? [{ kind: 'create-index' as const, name: undefined, table, columns: [name], isUnique: false, isConcurrent: false }] : []),
  ]
}

/** `.references('id').inTable('users')`, `.references('users.id')`. */
function targetOf(links: readonly Link[], values: Values): string | undefined {
  const of = (name: string) => values.name(links.find((link) => link.name === name)?.call?.arguments[0])
  const target = of('inTable') ?? /^(.+)\.[^.]+$/.exec(of('references') ?? '')?.[1]
  return target?.replace(/^.*\./, '')
}

/** `knex('orders').update({...})`, `knex.table('orders').del()`. */
function readQuery({ root, links }: Chain, values: Values): readonly Made[] | undefined {
  const start = links.find(({ name }) => name === '' || name === 'table' || name === 'from')
  const action = links.find(({ name }) => /^(?:update|del|delete|truncate)$/.test(name))
  const table = values.name(start?.call?.arguments[0])
  if (!start?.call || !action?.call || table === undefined || !ts.isIdentifier(root)) return undefined
  const last = links.at(-1)?.call ?? action.call
  if (action.name === 'truncate') return [{ node: last, operations: [{ kind: 'truncate', table }] }]
  const filters = links.filter(({ name }) => /^(?:and|or)?where/i.test(name))
  const isPresence = filters.length > 0 && filters.every(({ name }) => /where(?:Not)?Null$/i.test(name))
  const isBounded = links.some(({ name }) => name === 'limit') || filters.some(({ call }) => isKey(values.name(call?.arguments[0])) || values.entries(call?.arguments[0]).some((one) => isKey(one.name)))
  return [
    {
      node: last,
      operations: [
        {
          kind: action.name === 'update' ? 'update' : 'delete',
          table,
          columns: action.name === 'update' ? values.entries(action.call.arguments[0]).map(({ name }) => name) : [],
          filter: filters.length === 0 ? 'none' : isPresence ? 'presence' : 'some',
          filterColumns: isPresence ? filters.flatMap(({ call }) => values.name(call?.arguments[0]) ?? []) : [],
          isBounded,
        },
      ],
    },
  ]
}

/** Columns that say which rows are meant, one by one. */
function isKey(name: string | undefined): boolean {
  return name !== undefined && /^(?:\w+\.)?(?:\w*_)?id$|Id$/.test(name)
}
