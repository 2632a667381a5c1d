/**
 * Which changes of a column's type PostgreSQL makes without touching the rows.
 */
import type { ColumnType } from './types.js'

const TEXT = new Set(['text', 'varchar', 'citext'])

/**
 * Whether the rows have to be written again; undefined where that depends on the type the column has now, which is not
 * known.
 */
export function rewritesRows(from: ColumnType | undefined, to: ColumnType, isConverted: boolean): boolean | undefined {
  if (isConverted) return true
  if (from === undefined) return unknownOrigin(to)
  if (from.name === to.name) return narrows(from, to)
  // A binary-coercible pair only changes the catalogue; a limit in the new type has to be checked on every row.
  if (from.name === 'varchar' && to.name === 'text') return false
  if (from.name === 'text' && to.name === 'varchar') return to.modifiers.length > 0
  if (from.name === 'cidr' && to.name === 'inet') return false
  // Without a conversion where the session's time zone is UTC, which nobody can see here.
  if (isTime(from) && isTime(to)) return undefined
  return true
}

/** From varchar, which is the usual origin, to text nothing is written. */
function unknownOrigin(to: ColumnType): boolean | undefined {
  if (TEXT.has(to.name) && to.modifiers.length === 0) return false
  return TEXT.has(to.name) || isTime(to) ? undefined : true
}

function isTime({ name }: ColumnType): boolean {
  return name === 'timestamp' || name === 'timestamptz'
}

/** The same type with other limits: wider ones hold for all rows already. */
function narrows(from: ColumnType, to: ColumnType): boolean {
  if (to.modifiers.length === 0) return false
  if (from.modifiers.length === 0) return from.name === 'varchar' || from.name === 'numeric' || from.name === 'bpchar'
  const [size = 0, scale = 0] = to.modifiers
  const [before = 0, scaleBefore = 0] = from.modifiers
  if (from.name === 'varchar' || from.name === 'varbit') return size < before
  if (from.name === 'numeric') return size < before || scale !== scaleBefore
  return /^(?:timestamp|timestamptz|time|timetz|interval)$/.test(from.name) ? size < before : size !== before
}
