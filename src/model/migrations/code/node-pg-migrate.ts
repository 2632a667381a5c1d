/**
 * node-pg-migrate: `pgm.addColumns('orders', { note: { type: 'text', notNull: true } })`.
 */
import { ts } from 'ts-morph'
import type { NewColumn, SchemaOperation } from '../types.js'
import { column, typeFrom, valueDefault } from './columns.js'
import type { Made } from './made.js'
import { optionCall } from './query-interface.js'
import type { Chain, Values } from './values.js'

export function readNodePgMigrate({ root, links }: Chain, values: Values): readonly Made[] | undefined {
  const [link] = links
  if (!link?.call || !ts.isIdentifier(root)) return undefined
  const operations = readCall(link.name, link.call.arguments, values)
  if (!operations || operations.length === 0) return undefined
  const call = link.name === 'createIndex' || link.name === 'addIndex' ? optionCall(link.name, link.call, values) : undefined
  return [{ node: link.call, operations, ...(call && { call }) }]
}

function readCall(name: string, args: readonly ts.Expression[], values: Values): SchemaOperation[] | undefined {
  const [first, second, third] = args
  const table = named(first, values)
  if (table === undefined) return undefined
  switch (name) {
    case 'createTable':
      return [{ kind: 'create-table', table, columns: values.entries(second).map((one) => columnOf(one.name, one.value, values)) }]
    case 'dropTable':
      return [{ kind: 'drop-table', table }]
    case 'renameTable': {
      const to = named(second, values)
      return to === undefined ? undefined : [{ kind: 'rename-table', table, to }]
    }
    case 'addColumn':
    case 'addColumns':
      return values.entries(second).map((one) => ({ kind: 'add-column', table, column: columnOf(one.name, one.value, values) }))
    case 'dropColumn':
    case 'dropColumns':
      return values.list(second).map((one) => ({ kind: 'drop-column', table, column: one }))
    case 'renameColumn': {
      const [from, to] = [values.name(second), values.name(third)]
      return from === undefined || to === undefined ? undefined : [{ kind: 'rename-column', table, column: from, to }]
    }
    case 'alterColumn': {
      const from = values.name(second)
      return from === undefined ? undefined : readAlter(table, from, third, values)
    }
    case 'createIndex':
    case 'addIndex':
      return [
        {
          kind: 'create-index',
          name: values.name(values.property(third, 'name')),
          table,
          columns: values.list(second),
          isUnique: values.flag(values.property(third, 'unique')) === true,
          isConcurrent: values.flag(values.property(third, 'concurrently')) === true,
        },
      ]
    case 'dropIndex': {
      const index = values.name(values.property(third, 'name')) ?? `${table}_${values.list(second).join('_')}_index`
      return [{ kind: 'drop-index', name: index, table, isConcurrent: values.flag(values.property(third, 'concurrently')) === true }]
    }
    case 'addConstraint':
    case 'createConstraint':
      return readConstraint(table, values.name(second), third, values)
    case 'dropConstraint':
      return [{ kind: 'drop-constraint', table, name: values.name(second) ?? '' }]
    case 'addTypeValue': {
      const value = values.name(second)
      return value === undefined ? undefined : [{ kind: 'add-enum-value', type: table, value }]
    }
    default:
      return undefined
  }
}

function readAlter(table: string, from: string, options: ts.Expression | undefined, values: Values): SchemaOperation[] {
  const type = typeFrom(values.name(values.property(options, 'type')))
  const using = values.text(values.property(options, 'using'))
  const notNull = values.flag(values.property(options, 'notNull'))
  return [
    ...(type ? [{ kind: 'alter-type' as const, table, column: from, type, isConverted: using !== undefined && !new RegExp(String.raw`^\s*"?${from}"?\s*(?:::[\w ]+)?\s*$`, 'i').test(using) }] : []),
    ...(notNull === true ? [{ kind: 'set-not-null' as const, table, column: from }] : []),
    ...(notNull === false || values.flag(values.property(options, 'allowNull')) === true ? [{ kind: 'drop-not-null' as const, table, column: from }] : []),
    ...(values.property(options, 'default') ? [{ kind: 'set-default' as const, table, column: from }] : []),
  ]
}

/** Options, or the text of the constraint. */
function readConstraint(table: string, name: string | undefined, options: ts.Expression | undefined, values: Values): SchemaOperation[] | undefined {
  const text = values.text(options)
  if (text !== undefined) {
    const isNotValid = /\bnot\s+valid\b/i.test(text)
    const target = /\breferences\s+(?:"?\w+"?\.)?"?(\w+)/i.exec(text)?.[1]
    if (target !== undefined) return [{ kind: 'add-foreign-key', name, table, columns: [/foreign\s+key\s*\(\s*"?(\w+)/i.exec(text)?.[1] ?? ''], target, isNotValid }]
    if (/\busing\s+index\b/i.test(text)) return [{ kind: 'add-unique', name, table, columns: [], usingIndex: 'index', isPrimary: /primary/i.test(text) }]
    if (/^\s*check\b/i.test(text)) return [{ kind: 'add-check', name, table, notNullColumn: /^\s*check\s*\(+\s*"?(\w+)"?\s+is\s+not\s+null\s*\)/i.exec(text)?.[1], isNotValid }]
    return /^\s*(?:unique|primary\s+key)\b/i.test(text) ? [{ kind: 'add-unique', name, table, columns: [], usingIndex: undefined, isPrimary: /^\s*primary/i.test(text) }] : undefined
  }
  const [unique, primary] = [values.property(options, 'unique'), values.property(options, 'primaryKey')]
  if (unique || primary) return [{ kind: 'add-unique', name, table, columns: values.list(unique ?? primary), usingIndex: undefined, isPrimary: primary !== undefined }]
  if (values.property(options, 'check')) return [{ kind: 'add-check', name, table, notNullColumn: undefined, isNotValid: false }]
  return values.elements(values.property(options, 'foreignKeys')).flatMap((key): SchemaOperation[] => {
    const target = /^\s*"?(?:\w+"?\."?)?(\w+)/.exec(values.name(values.property(key, 'references')) ?? '')?.[1]
    return target === undefined ? [] : [{ kind: 'add-foreign-key', name, table, columns: values.list(values.property(key, 'columns')), target, isNotValid: false }]
  })
}

function columnOf(name: string, value: ts.Expression, values: Values): NewColumn {
  const text = values.name(value)
  // `'id'` is the shorthand for a serial primary key.
  if (text !== undefined) return column(name, text === 'id' ? { type: typeFrom('serial'), isNotNull: true, isPrimary: true, generated: 'identity' } : { type: typeFrom(text) })
  const of = (property: string) => values.property(value, property)
  const type = typeFrom(values.name(of('type')))
  const isPrimary = values.flag(of('primaryKey')) === true
  const references = of('references')
  return column(name, {
    type,
    isNotNull: isPrimary || values.flag(of('notNull')) === true,
    default: valueDefault(of('default'), values),
    generated: of('sequenceGenerated') || /serial$/.test(type?.name ?? '') ? 'identity' : of('expressionGenerated') ? 'stored' : undefined,
    isUnique: values.flag(of('unique')) === true,
    isPrimary,
    references: references && (named(references, values) ?? 'another table'),
    hasCheck: of('check') !== undefined,
  })
}

/** `'orders'`, `{ schema: 'shop', name: 'orders' }`, `'"orders"'`. */
function named(argument: ts.Expression | undefined, values: Values): string | undefined {
  return (values.name(argument) ?? values.name(values.property(argument, 'name')))?.replace(/\(.*$/, '').replace(/^.*\./, '').replaceAll('"', '')
}
