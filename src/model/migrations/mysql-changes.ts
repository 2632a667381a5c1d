/**
 * How MySQL and MariaDB make a change: in the data dictionary, in place beside reads and writes, or by a copy of the
 * table during which nothing can be written.
 */
import { isBefore } from './database.js'
import type { SchemaHistory } from './history.js'
import type { ColumnType, DatabaseVersion, Online, SchemaOperation, Version } from './types.js'

export interface MysqlChange {
  /** instant: the dictionary only; online: in place, reads and writes go on; locked: writes wait; copy: the table is copied and writes wait. */
  readonly way: 'instant' | 'online' | 'locked' | 'copy'
  /** What makes it so, for people. */
  readonly because: string
}

/** Undefined for what is no change of a table. Without a version, one of today is meant. */
export function mysqlChange(operation: SchemaOperation, { dialect, version }: DatabaseVersion, history: SchemaHistory, settings: ReadonlyMap<string, string>): MysqlChange | undefined {
  const online = 'online' in operation ? operation.online : undefined
  const asked = askedFor(online)
  if (asked) return asked
  const isMaria = dialect === 'mariadb'
  const isOld = version !== undefined && isBefore(version, isMaria ? [10, 0, 0] : [5, 6, 0])
  if (isOld) return CHANGES.has(operation.kind) ? { way: 'copy', because: 'this version copies the table for every change' } : undefined
  switch (operation.kind) {
    case 'add-column':
      if (operation.column.generated === 'stored') return { way: 'copy', because: 'a stored generated column is computed for every row' }
      if (operation.column.generated === 'identity') return { way: 'locked', because: 'an AUTO_INCREMENT column is filled for every row' }
      return { way: isSince(version, isMaria ? [10, 3, 2] : [8, 0, 12]) ? 'instant' : 'online', because: '' }
    case 'drop-column':
      return { way: isSince(version, isMaria ? [10, 4, 0] : [8, 0, 29]) ? 'instant' : 'online', because: '' }
    case 'alter-type':
      return typeChange(operation.type, history.typeOf(operation.table, operation.column), operation, history)
    case 'create-index':
      return operation.special ? { way: 'locked', because: `a ${operation.special.toUpperCase()} index is built under a shared lock` } : { way: 'online', because: '' }
    case 'add-unique':
      return { way: 'online', because: '' }
    case 'add-foreign-key':
      return settings.get('foreign_key_checks') === '0' || /^off$/i.test(settings.get('foreign_key_checks') ?? '') ? { way: 'online', because: '' } : { way: 'copy', because: 'with foreign_key_checks on, the table is copied to check every row' }
    case 'add-check':
      return { way: 'copy', because: 'every row is checked while the table is copied' }
    case 'drop-constraint':
      return operation.isPrimary ? { way: 'copy', because: 'rows are stored in the order of the primary key' } : { way: 'instant', because: '' }
    case 'rewrite-table':
      return operation.what === 'ENGINE=INNODB' || operation.what === 'OPTIMIZE TABLE' ? { way: 'online', because: '' } : { way: 'copy', because: `${operation.what} writes every row again` }
    default:
      return undefined
  }
}

const CHANGES = new Set(['add-column', 'drop-column', 'alter-type', 'create-index', 'add-unique', 'add-foreign-key', 'rewrite-table'])

/** What the statement demands: the server refuses it where it cannot be done so. */
function askedFor(online: Online | undefined): MysqlChange | undefined {
  if (online?.algorithm === 'COPY') return { way: 'copy', because: 'ALGORITHM=COPY asks for it' }
  if (online?.lock === 'EXCLUSIVE' || online?.lock === 'SHARED') return { way: 'locked', because: `LOCK=${online.lock} asks for it` }
  if (online?.algorithm === 'INSTANT') return { way: 'instant', because: '' }
  return online?.algorithm === 'INPLACE' || online?.algorithm === 'NOCOPY' || online?.lock === 'NONE' ? { way: 'online', because: '' } : undefined
}

/** MODIFY and CHANGE say the whole column again; what stays the same costs nothing. */
function typeChange(to: ColumnType, from: ColumnType | undefined, operation: Extract<SchemaOperation, { kind: 'alter-type' }>, history: SchemaHistory): MysqlChange | undefined {
  if (from === undefined) return undefined
  if (spelled(from) === spelled(to)) return from.modifiers.join() === to.modifiers.join() && from.text === to.text ? nullability(operation, history) : sameType(from, to, operation, history)
  return { way: 'copy', because: `changing ${from.text} to ${to.text} converts every row` }
}

function nullability(operation: Extract<SchemaOperation, { kind: 'alter-type' }>, history: SchemaHistory): MysqlChange {
  return { way: operation.isNotNull === history.isNotNull(operation.table, operation.column) ? 'instant' : 'online', because: '' }
}

function sameType(from: ColumnType, to: ColumnType, operation: Extract<SchemaOperation, { kind: 'alter-type' }>, history: SchemaHistory): MysqlChange {
  const [size = 0] = to.modifiers
  const [before = 0] = from.modifiers
  if (spelled(to) === 'varchar') {
    // The length of a value takes one byte up to 255 bytes, two above.
    const isSameClass = bytes(size) > 255 === bytes(before) > 255
    if (size >= before && isSameClass) return nullability(operation, history)
    return { way: 'copy', because: size < before ? `${from.text} becomes narrower` : `beyond 255 bytes the length of every value is stored in another way` }
  }
  if (spelled(to) === 'enum' || spelled(to) === 'set') {
    if (to.text.startsWith(from.text.slice(0, -1))) return { way: 'instant', because: '' }
    return { way: 'copy', because: `values of ${from.text} are taken away or moved` }
  }
  // The width in int(11) is for display.
  return /int$/.test(spelled(to)) ? nullability(operation, history) : { way: 'copy', because: `changing ${from.text} to ${to.text} converts every row` }
}

/** utf8mb4 takes up to four bytes a character. */
function bytes(characters: number): number {
  return characters * 4
}

/** PostgreSQL's names of types, which builders are read into, and MySQL's are one. */
function spelled({ name }: ColumnType): string {
  return ({ int4: 'int', integer: 'int', int8: 'bigint', int2: 'smallint', bool: 'tinyint', boolean: 'tinyint', numeric: 'decimal', bpchar: 'char', float8: 'double', timestamptz: 'datetime' } as Record<string, string>)[name] ?? name
}

function isSince(version: Version | undefined, first: Version): boolean {
  return version === undefined || !isBefore(version, first)
}
