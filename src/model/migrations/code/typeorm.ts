/**
 * TypeORM: the schema API of `queryRunner`.
 */
import { ts } from 'ts-morph'
import type { NewColumn, SchemaOperation } from '../types.js'
import { column, sqlDefault, typeFrom, valueDefault } from './columns.js'
import type { Made } from './made.js'
import { bare, type Chain, type Values } from './values.js'

export function readTypeOrm({ links }: Chain, values: Values): readonly Made[] | undefined {
  const link = links.at(-1)
  if (!link?.call) return undefined
  const operations = readCall(link.name, link.call.arguments, values)
  return operations && operations.length > 0 ? [{ node: link.call, operations }] : undefined
}

function readCall(name: string, args: readonly ts.Expression[], values: Values): SchemaOperation[] | undefined {
  const [first, second, third] = args
  const table = tableName(first, values)
  if (table === undefined) return undefined
  const each = <T>(read: (options: ts.Expression) => T | undefined) => values.elements(second).flatMap((one) => read(optionsOf(one)) ?? [])
  switch (name) {
    case 'createTable':
      return [{ kind: 'create-table', table, columns: first ? values.elements(values.property(optionsOf(values.resolve(first)), 'columns')).flatMap((one) => columnOf(optionsOf(one), values) ?? []) : [] }]
    case 'dropTable':
      return [{ kind: 'drop-table', table }]
    case 'renameTable': {
      const to = values.name(second)
      return to === undefined ? undefined : [{ kind: 'rename-table', table, to }]
    }
    case 'addColumn':
    case 'addColumns':
      return each((options) => columnOf(options, values)).map((one) => ({ kind: 'add-column', table, column: one }))
    case 'dropColumn':
    case 'dropColumns':
      return values.list(second).map((one) => ({ kind: 'drop-column', table, column: one }))
    case 'renameColumn': {
      const [from, to] = [values.name(second), values.name(third) ?? values.name(values.property(third && optionsOf(third), 'name'))]
      return from === undefined || to === undefined ? undefined : [{ kind: 'rename-column', table, column: from, to }]
    }
    case 'changeColumn': {
      const changed = third && columnOf(optionsOf(values.resolve(third)), values)
      const from = values.name(second) ?? changed?.name
      if (!changed || from === undefined) return undefined
      return [
        ...(from !== changed.name ? [{ kind: 'rename-column' as const, table, column: from, to: changed.name }] : []),
        ...(changed.type ? [{ kind: 'alter-type' as const, table, column: from, type: changed.type, isConverted: false }] : []),
        ...(changed.isNotNull ? [{ kind: 'set-not-null' as const, table, column: from }] : []),
      ]
    }
    case 'createIndex':
    case 'createIndices':
      return each((options): SchemaOperation => ({
        kind: 'create-index',
        name: values.name(values.property(options, 'name')),
        table,
        columns: values.list(values.property(options, 'columnNames')),
        isUnique: values.flag(values.property(options, 'isUnique')) === true,
        isConcurrent: values.flag(values.property(options, 'isConcurrent')) === true,
      }))
    case 'dropIndex':
      return [{ kind: 'drop-index', name: values.name(second) ?? '', table, isConcurrent: false }]
    case 'createForeignKey':
    case 'createForeignKeys':
      return each((options): SchemaOperation | undefined => {
        const target = values.name(values.property(options, 'referencedTableName'))
        return target === undefined ? undefined : { kind: 'add-foreign-key', name: values.name(values.property(options, 'name')), table, columns: values.list(values.property(options, 'columnNames')), target: plain(target), isNotValid: false }
      })
    case 'createUniqueConstraint':
    case 'createUniqueConstraints':
      return each((options): SchemaOperation => ({ kind: 'add-unique', name: values.name(values.property(options, 'name')), table, columns: values.list(values.property(options, 'columnNames')), usingIndex: undefined, isPrimary: false }))
    case 'createPrimaryKey':
      return [{ kind: 'add-unique', name: undefined, table, columns: values.list(second), usingIndex: undefined, isPrimary: true }]
    case 'createCheckConstraint':
    case 'createCheckConstraints':
      return each((options): SchemaOperation => ({ kind: 'add-check', name: values.name(values.property(options, 'name')), table, notNullColumn: undefined, isNotValid: false }))
    case 'createExclusionConstraint':
      return each((options): SchemaOperation => ({ kind: 'add-exclusion', name: values.name(values.property(options, 'name')), table }))
    case 'dropForeignKey':
    case 'dropUniqueConstraint':
    case 'dropCheckConstraint':
      return [{ kind: 'drop-constraint', table, name: values.name(second) ?? '' }]
    case 'clearTable':
      return [{ kind: 'truncate', table }]
    default:
      return undefined
  }
}

/** `'orders'`, `new Table({ name: 'orders' })`. */
function tableName(argument: ts.Expression | undefined, values: Values): string | undefined {
  if (!argument) return undefined
  const name = values.name(argument) ?? values.name(values.property(optionsOf(values.resolve(argument)), 'name'))
  return name && plain(name)
}

function plain(name: string): string {
  return name.replace(/^.*\./, '')
}

/** The options of `new TableColumn({...})`, or the options themselves. */
function optionsOf(node: ts.Expression): ts.Expression {
  const inner = bare(node)
  return ts.isNewExpression(inner) && inner.arguments?.[0] ? inner.arguments[0] : inner
}

function columnOf(options: ts.Expression, values: Values): NewColumn | undefined {
  const of = (name: string) => values.property(options, name)
  const name = values.name(of('name'))
  if (name === undefined) return undefined
  const length = Number(values.name(of('length')) ?? of('length')?.getText())
  const strategy = values.name(of('generationStrategy'))
  const isGenerated = values.flag(of('isGenerated')) === true
  const isPrimary = values.flag(of('isPrimary')) === true
  const given = of('default')
  const text = values.text(given)
  return column(name, {
    type: typeFrom(values.name(of('type')), Number.isFinite(length) ? [length] : []),
    isNotNull: isPrimary || values.flag(of('isNullable')) !== true,
    // The text of a default is SQL.
    default: strategy === 'uuid' && isGenerated ? { kind: 'volatile', text: 'uuid_generate_v4()' } : text !== undefined ? sqlDefault(text) : valueDefault(given, values),
    generated: isGenerated && strategy !== 'uuid' ? 'identity' : of('generatedType') ? (values.name(of('generatedType')) === 'VIRTUAL' ? 'virtual' : 'stored') : undefined,
    isUnique: values.flag(of('isUnique')) === true,
    isPrimary,
  })
}
