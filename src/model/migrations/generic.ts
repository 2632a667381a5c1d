/**
 * Schema operations of statements in other dialects, from the trees of node-sql-parser.
 */
import { columnName, list, record, tableIn } from '../../sql/generic.js'
import type { GenericNode } from '../../sql/parsers.js'
import { functionVolatility } from './postgres.js'
import type { ColumnDefault, ColumnType, NewColumn, Online, SchemaOperation } from './types.js'

/** What one statement does; empty where it says nothing about tables. */
export function readGenericOperations(tree: GenericNode): SchemaOperation[] {
  const table = tableIn(tree['table'] ?? tree['name'])
  switch (tree.type) {
    case 'create':
      return readCreate(tree, table)
    case 'alter':
      return table === undefined ? [] : readAlter(tree, table)
    case 'drop':
      if (tree['keyword'] === 'index') return [{ kind: 'drop-index', name: columnName(tree['name']) ?? '', table: tableIn(tree['table']), isConcurrent: false }]
      return tree['keyword'] === 'table' ? list(tree['name']).flatMap((one): SchemaOperation[] => (tableIn(one) ? [{ kind: 'drop-table', table: tableIn(one) ?? '' }] : [])) : []
    case 'rename':
      return list(tree['table']).flatMap((pair): SchemaOperation[] => {
        const [from, to] = list(pair).map((one) => tableIn(one))
        return from && to ? [{ kind: 'rename-table', table: from, to }] : []
      })
    case 'update':
    case 'delete':
      return readChange(tree, tree.type)
    case 'insert':
    case 'replace': {
      const select = record(tree['values'])
      const from = tableIn(select?.['from'])
      return table !== undefined && select?.['type'] === 'select' && from !== undefined ? [{ kind: 'copy-rows', table, from, isBounded: Boolean(select['where'] ?? select['limit']) }] : []
    }
    case 'truncate':
      return table === undefined ? [] : [{ kind: 'truncate', table }]
    case 'set':
      return list(tree['expr']).flatMap((one): SchemaOperation[] => {
        const assignment = record(one)
        const name = record(assignment?.['left'])?.['name']
        return typeof name === 'string' ? [{ kind: 'setting', name: name.toLowerCase(), value: String(record(assignment?.['right'])?.['value'] ?? '') }] : []
      })
    default:
      return []
  }
}

function readCreate(tree: GenericNode, table: string | undefined): SchemaOperation[] {
  if (table === undefined) return []
  if (tree['keyword'] === 'table') return [{ kind: 'create-table', table, columns: list(tree['create_definitions']).flatMap((one) => columnIn(one) ?? []) }]
  if (tree['keyword'] !== 'index') return []
  const type = String(tree['index_type'] ?? '').toLowerCase()
  const name = tree['index']
  return [
    {
      kind: 'create-index',
      name: typeof name === 'string' ? name : textOf(record(name)?.['name']),
      table,
      columns: list(tree['index_columns']).flatMap((one) => columnName(one) ?? []),
      isUnique: type === 'unique',
      isConcurrent: false,
      ...((type === 'fulltext' || type === 'spatial') && { special: type }),
      ...onlineOf([tree['algorithm_option'], tree['lock_option']]),
    },
  ]
}

function readAlter(tree: GenericNode, table: string): SchemaOperation[] {
  const commands = list(tree['expr'])
  const online = onlineOf(commands)
  return commands.flatMap((one): SchemaOperation[] => {
    const command = record(one)
    if (!command) return []
    const column = columnName(command['column'])
    const kind = `${textOf(command['action']) ?? ''} ${textOf(command['resource']) ?? ''}`
    switch (kind) {
      case 'add column': {
        const added = columnIn(command)
        const position = textOf(record(command['suffix'])?.['keyword']) ?? (typeof command['suffix'] === 'string' ? command['suffix'] : undefined)
        return added ? [{ kind: 'add-column', table, column: added, ...((position === 'first' || position === 'after') && { position }), ...online }] : []
      }
      case 'drop column':
        return column === undefined ? [] : [{ kind: 'drop-column', table, column, ...online }]
      case 'rename column': {
        const from = columnName(command['old_column'])
        return from === undefined || column === undefined ? [] : [{ kind: 'rename-column', table, column: from, to: column }]
      }
      case 'modify column':
      case 'change column': {
        const from = columnName(command['old_column'])
        const type = typeIn(command['definition'])
        if (column === undefined || !type) return []
        const renamed: SchemaOperation[] = from !== undefined && from !== column ? [{ kind: 'rename-column', table, column: from, to: column }] : []
        return [...renamed, { kind: 'alter-type', table, column: from ?? column, type, isConverted: false, isNotNull: isNotNull(command), ...online }]
      }
      case 'rename table': {
        const to = textOf(command['table']) ?? tableIn(command['table'])
        return to === undefined ? [] : [{ kind: 'rename-table', table, to }]
      }
      case 'add index': {
        const special = /fulltext|spatial/.exec(textOf(command['keyword']) ?? '')?.[0] as 'fulltext' | 'spatial' | undefined
        return [{ kind: 'create-index', name: textOf(command['index']), table, columns: list(command['definition']).flatMap((part) => columnName(part) ?? []), isUnique: false, isConcurrent: false, ...(special && { special }), ...online }]
      }
      case 'add constraint':
        return readConstraint(record(command['create_definitions']), table, online)
      case 'drop index':
        return [{ kind: 'drop-index', name: textOf(command['index']) ?? '', table, isConcurrent: false }]
      case 'drop key':
        return [{ kind: 'drop-constraint', table, name: textOf(command['key']) ?? '', ...(command['keyword'] === 'primary key' && { isPrimary: true }) }]
      case ' engine':
        return [{ kind: 'rewrite-table', table, what: `ENGINE=${textOf(command['engine']) ?? ''}`, ...online }]
      case ' algorithm':
      case ' lock':
        return []
      default:
        return [{ kind: 'other', table }]
    }
  })
}

function readConstraint(definition: Readonly<Record<string, unknown>> | undefined, table: string, online: { online?: Online }): SchemaOperation[] {
  const kind = (textOf(definition?.['constraint_type']) ?? '').toLowerCase()
  const name = textOf(definition?.['constraint']) ?? textOf(definition?.['index'])
  const columns = list(definition?.['definition']).flatMap((part) => columnName(part) ?? [])
  if (kind === 'foreign key') {
    const target = tableIn(record(definition?.['reference_definition'])?.['table'])
    return target === undefined ? [] : [{ kind: 'add-foreign-key', name, table, columns, target, isNotValid: false, ...online }]
  }
  if (/unique/.test(kind)) return [{ kind: 'create-index', name, table, columns, isUnique: true, isConcurrent: false, ...online }]
  if (/primary/.test(kind)) return [{ kind: 'add-unique', name, table, columns, usingIndex: undefined, isPrimary: true, ...online }]
  return kind === 'check' ? [{ kind: 'add-check', name, table, notNullColumn: undefined, isNotValid: false, ...online }] : [{ kind: 'other', table }]
}

function onlineOf(values: readonly unknown[]): { online?: Online } {
  const texts = (key: string) => values.flatMap((one) => textOf(record(one)?.[key]) ?? [])[0]?.toUpperCase()
  const algorithm = texts('algorithm')
  const lock = texts('lock')
  return algorithm === undefined && lock === undefined ? {} : { online: { ...(algorithm !== undefined && { algorithm }), ...(lock !== undefined && { lock }) } }
}

function columnIn(value: unknown): NewColumn | undefined {
  const part = record(value)
  const name = part?.['resource'] === 'column' ? columnName(part['column']) : undefined
  if (!part || name === undefined) return undefined
  const isPrimary = Boolean(part['primary_key'] ?? part['primary'])
  const reference = record(part['reference_definition'])
  const generated = record(part['generated'])
  return {
    name,
    type: typeIn(part['definition']),
    isNotNull: isPrimary || isNotNull(part),
    default: defaultIn(part['default_val']),
    generated: part['auto_increment'] ? 'identity' : generated ? (/stored/i.test(JSON.stringify(generated)) ? 'stored' : 'virtual') : undefined,
    isUnique: Boolean(part['unique'] ?? part['unique_key']),
    isPrimary,
    references: reference && tableIn(reference['table']),
    hasCheck: Boolean(part['check']),
  }
}

function isNotNull(part: Readonly<Record<string, unknown>>): boolean {
  return record(part['nullable'])?.['type'] === 'not null'
}

function defaultIn(value: unknown): ColumnDefault | undefined {
  const inner = record(record(value)?.['value'])
  if (!inner || inner['type'] === 'null') return undefined
  if (inner['type'] !== 'function') return { kind: 'constant', text: String(inner['value'] ?? '') }
  const name = /"value":"(\w+)"/.exec(JSON.stringify(inner['name']))?.[1] ?? textOf(inner['name']) ?? ''
  const kind = /^(?:uuid|rand|newid|randomblob)$/i.test(name) ? 'volatile' : functionVolatility(name)
  return { kind: kind === 'unknown' ? 'stable' : kind, text: `${name}()` }
}

function typeIn(value: unknown): ColumnType | undefined {
  const definition = record(value)
  const name = textOf(definition?.['dataType'])?.toLowerCase()
  if (name === undefined) return undefined
  const modifiers = ['length', 'scale'].flatMap((key) => (typeof definition?.[key] === 'number' ? [definition[key]] : []))
  const members = list(record(definition?.['expr'])?.['value']).flatMap((one) => textOf(record(one)?.['value']) ?? [])
  const text = `${name}${modifiers.length > 0 ? `(${modifiers.join(',')})` : members.length > 0 ? `(${members.map((one) => `'${one}'`).join(',')})` : ''}`
  return { name, modifiers, text }
}

function readChange(tree: GenericNode, kind: 'update' | 'delete'): SchemaOperation[] {
  const table = kind === 'delete' ? (tableIn(tree['from']) ?? tableIn(tree['table'])) : tableIn(tree['table'])
  if (table === undefined) return []
  const where = JSON.stringify(tree['where'] ?? null)
  const conditions = conjuncts(tree['where'])
  const kinds = conditions.map(conditionOf)
  const isBounded = list(record(tree['limit'])?.['value']).length > 0 || kinds.includes('bounded') || /"limit":\{[^}]*"value":\[\{/.test(where)
  const filter = kinds.includes('some') || isBounded ? 'some' : kinds.includes('presence') ? 'presence' : kinds.length > 0 ? 'join' : 'none'
  const columns = list(tree['set']).flatMap((one) => columnName(record(one)?.['column']) ?? [])
  const filterColumns = conditions.flatMap((one) => columnName(record(record(one)?.['left'])?.['column']) ?? [])
  return [{ kind, table, columns, filter: isJoined(tree) && filter === 'none' ? 'join' : filter, filterColumns, isBounded }]
}

function isJoined(tree: GenericNode): boolean {
  return list(tree['table']).length > 1
}

function conjuncts(where: unknown): unknown[] {
  const node = record(where)
  if (!node) return []
  return node['type'] === 'binary_expr' && String(node['operator']).toUpperCase() === 'AND' ? [...conjuncts(node['left']), ...conjuncts(node['right'])] : [node]
}

function conditionOf(condition: unknown): 'some' | 'presence' | 'join' | 'bounded' {
  const node = record(condition)
  const [left, right] = [record(node?.['left']), record(node?.['right'])]
  if (/^IS/i.test(String(node?.['operator']))) return 'presence'
  if (left?.['type'] === 'column_ref' && right?.['type'] === 'column_ref') return 'join'
  return /^(?:id|.*_?id|rowid)$/i.test(columnName(left?.['column']) ?? '') ? 'bounded' : 'some'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
