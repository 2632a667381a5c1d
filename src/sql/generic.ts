/**
 * What statements do, from the trees of node-sql-parser (MySQL, SQLite, SQL Server).
 */
import type { GenericNode } from './parsers.js'
import { HOLE_NAME } from './scan.js'
import { statement, type SqlStatement } from './summary.js'

const CHANGES: Readonly<Record<string, 'write' | 'delete'>> = { insert: 'write', replace: 'write', update: 'write', delete: 'delete', truncate: 'delete' }
const DEFINITIONS = new Set(['create', 'alter', 'drop', 'rename', 'comment', 'grant', 'revoke', 'desc', 'analyze'])

/** @returns undefined for statements whose tree says nothing */
export function readGeneric(tree: GenericNode): SqlStatement | undefined {
  const kind = tree.type ?? ''
  if (kind === 'select') return readSelect(tree)
  const change = CHANGES[kind]
  if (change) return readChange(tree, kind, change)
  if (DEFINITIONS.has(kind)) return statement({ access: 'ddl', table: tableIn(tree['table'] ?? tree['name']), arity: 'many' })
  if (kind === 'show') return statement({ access: 'read', arity: 'many' })
  return kind === 'use' || kind === 'set' || kind === 'call' ? statement({}) : undefined
}

function readChange(tree: GenericNode, kind: string, access: 'write' | 'delete'): SqlStatement {
  const isInsert = kind === 'insert' || kind === 'replace'
  const values = record(tree['values'])
  const rows = list(values?.['values'])
  const isOne = isInsert && (tree['set'] !== undefined || (values?.['type'] === 'values' && rows.length === 1))
  const prefix = `${text(tree['prefix'])} ${list(tree['or']).map((one) => text(record(one)?.['value'])).join(' ')}`
  const table = tableIn(tree['table'] ?? tree['name'])
  return statement({
    access,
    table: kind === 'delete' ? (tableIn(tree['table']) ?? tableIn(tree['from'])) : table,
    arity: isOne ? 'one' : 'many',
    isFiltered: isInsert || canBeFalse(tree['where']),
    isUpsert: kind === 'replace' || Boolean(tree['on_duplicate_update']) || Boolean(tree['conflict']) || /\b(?:ignore|replace)\b/i.test(prefix),
    uniqueFilterColumns: isInsert ? [] : equalColumns(tree['where'], qualifiersOf(list(tree['from'] ?? tree['table'])[0] ?? list(tree['table'])[0])),
  })
}

function readSelect(tree: GenericNode): SqlStatement {
  const sources = list(tree['from'])
  const first = record(sources[0])
  const inner = record(record(first?.['expr'])?.['ast'])
  const nested = inner ? readSelect(inner as GenericNode) : undefined
  const columns = list(tree['columns'])
  const isAggregate = !hasRows(tree['groupby']) && sources.length > 0 && columns.some((column) => some(record(column)?.['expr'], (node) => node['type'] === 'aggr_func' && !node['over']))
  const limit = limitOf(tree)
  const isOne = isAggregate || limit === 1 || sources.length === 0
  const lock = text(tree['locking_read'] ?? tree['for_update'])
  return statement({
    access: isAggregate ? 'aggregate' : 'read',
    table: nested ? nested.table : tableIn(tree['from']),
    arity: isOne ? 'one' : 'many',
    isBounded: isOne || limit !== undefined || (sources.length === 1 && nested?.isBounded === true),
    isFiltered: canBeFalse(tree['where']) || nested?.isFiltered === true,
    locks: lock !== '' || sources.some((source) => /UPDLOCK|XLOCK|TABLOCKX/i.test(JSON.stringify(record(source)?.['table_hint'] ?? ''))),
    uniqueFilterColumns: nested ? (sources.length === 1 ? nested.uniqueFilterColumns : []) : equalColumns(tree['where'], qualifiersOf(first)),
  })
}

/** The limit if it is a number, NaN for one that is not known, undefined for none. */
function limitOf(tree: GenericNode): number | undefined {
  const top = record(tree['top'])
  if (top) return typeof top['value'] === 'number' ? top['value'] : Number.NaN
  const limit = record(tree['limit'])
  if (!limit) return undefined
  const fetch = record(limit['fetch'])
  const value = fetch ? fetch['value'] : limit['seperator'] === ',' ? list(limit['value'])[1] : list(limit['value'])[0]
  if (value === undefined) return undefined
  const number = record(value)?.['value']
  return typeof number === 'number' ? number : Number.NaN
}

function hasRows(value: unknown): boolean {
  const columns = record(value)?.['columns']
  return Array.isArray(value) ? value.length > 0 : Array.isArray(columns) && columns.length > 0
}

function canBeFalse(where: unknown): boolean {
  return some(where, (node) => node['type'] === 'column_ref' || node['type'] === 'function' || node['ast'] !== undefined)
}

function equalColumns(where: unknown, qualifiers: readonly string[]): readonly string[] {
  const node = record(where)
  if (node?.['type'] !== 'binary_expr') return []
  if (text(node['operator']).toUpperCase() === 'AND') return [...new Set([...equalColumns(node['left'], qualifiers), ...equalColumns(node['right'], qualifiers)])]
  if (node['operator'] !== '=') return []
  const found = equalPair(node['left'], node['right'], qualifiers)
  return found.length > 0 ? found : equalPair(node['right'], node['left'], qualifiers)
}

function equalPair(column: unknown, value: unknown, qualifiers: readonly string[]): readonly string[] {
  const reference = record(column)
  if (reference?.['type'] !== 'column_ref' || some(value, (node) => node['type'] === 'column_ref')) return []
  const name = columnName(reference['column'])
  const qualifier = text(reference['table']).toLowerCase()
  return name !== undefined && (qualifier === '' || qualifiers.includes(qualifier)) ? [name] : []
}

function qualifiersOf(source: unknown): readonly string[] {
  const from = record(source)
  const name = text(from?.['as']) || text(from?.['table'])
  return name === '' ? [] : [name.toLowerCase()]
}

/** Name of the first table of a list, or of one. */
export function tableIn(value: unknown): string | undefined {
  return known(text(record(Array.isArray(value) ? value[0] : value)?.['table']))
}

/** A column's name, however the dialect's tree wraps it. */
export function columnName(value: unknown): string | undefined {
  if (typeof value === 'string') return known(value)
  const node = record(value)
  return node && columnName(node['column'] ?? record(node['expr'])?.['value'] ?? node['value'])
}

function some(value: unknown, fits: (node: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => some(item, fits))
  const node = record(value)
  return node !== undefined && (fits(node) || Object.values(node).some((child) => some(child, fits)))
}

export function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function known(name: string): string | undefined {
  return name === '' || name.includes(HOLE_NAME) ? undefined : name.toLowerCase()
}
