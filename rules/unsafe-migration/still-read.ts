/**
 * Tables and columns that a migration takes away although the code still needs them.
 */
import { dialectOfSchema } from '../../src/model/migrations/database.js'
import { sameName } from '../../src/model/migrations/history.js'
import type { Migration, SchemaOperation } from '../../src/model/migrations/types.js'
import type { Model } from '../../src/model/types.js'
import type { Hazard, Situation } from './hazard.js'
import { quickly, quoted } from './recipes.js'

/**
 * @param position of the statement in its migration
 * @param later migrations of the same database
 */
export function stillRead(operation: SchemaOperation, { migration, isNew }: Situation, model: Model, position: number, later: readonly Migration[]): Hazard | undefined {
  const gone = goneBy(operation)
  if (!gone || isNew(gone.table) || comesBack(gone, migration, position, later)) return undefined
  const { dialect } = migration.database
  // One program may have a schema for each database it runs on.
  const uses = model.usesOf(gone.table, gone.column).filter(({ place: { file } }) => file.kind !== 'prisma' || dialect === undefined || (dialectOfSchema(file.text()) ?? dialect) === dialect)
  const [first] = uses
  if (!first) return undefined
  const name = gone.column === undefined ? gone.table : `${gone.table}.${gone.column}`
  const where = `${first.place.file.relative}:${first.place.file.text().slice(0, first.place.start).split('\n').length}`
  const more = uses.length > 1 ? ` and in ${uses.length - 1} more place${uses.length > 2 ? 's' : ''}` : ''
  return {
    kind: 'still-read',
    operation,
    table: gone.table,
    severity: 'high',
    confidence: first.confidence,
    isAboutVolume: false,
    message: `${name} is ${gone.to === undefined ? 'dropped' : `renamed to ${gone.to}`}, and the code still uses it: ${first.label} (${where})${more}`,
    why: `From the moment the migration runs, those queries fail: ${gone.column === undefined ? 'the table is' : 'the column is'} gone under its name. ${gone.to === undefined ? 'Take it out of the code, deploy that, and drop it in a later release.' : 'Add the new name beside the old one, let the code write both and read the new one, and drop the old one in a later release.'}`,
    title: gone.to === undefined ? 'Take it out of the code first, and drop it in a later release.' : 'Move to the new name in steps.',
    recipe: recipeOf(gone),
    uses,
  }
}

interface Gone {
  readonly table: string
  readonly column: string | undefined
  readonly to: string | undefined
}

function goneBy(operation: SchemaOperation): Gone | undefined {
  switch (operation.kind) {
    case 'drop-table':
      return { table: operation.table, column: undefined, to: undefined }
    case 'rename-table':
      return { table: operation.table, column: undefined, to: operation.to }
    case 'drop-column':
      return { table: operation.table, column: operation.column, to: undefined }
    case 'rename-column':
      // Another case is the same name to whoever does not quote it.
      return sameName(operation.column, operation.to) ? undefined : { table: operation.table, column: operation.column, to: operation.to }
    default:
      return undefined
  }
}

/** Whether a later statement makes it again, as in "create new, copy, drop old, rename new". */
function comesBack({ table, column }: Gone, migration: Migration, position: number, later: readonly Migration[]): boolean {
  const isMade = (operation: SchemaOperation) => {
    if (operation.kind === 'create-table') return sameName(operation.table, table)
    if (operation.kind === 'rename-table') return sameName(operation.to, table)
    if (column === undefined) return false
    if (operation.kind === 'add-column') return sameName(operation.table, table) && sameName(operation.column.name, column)
    return operation.kind === 'rename-column' && sameName(operation.table, table) && sameName(operation.to, column)
  }
  // Mostly it is one of the next statements; years of migrations may follow.
  return migration.statements.some(({ operations }, index) => index >= position && operations.some(isMade)) || later.some(({ statements }) => statements.some(({ operations }) => operations.some(isMade)))
}

function recipeOf({ table, column, to }: Gone): string[] {
  if (to !== undefined && column !== undefined)
    return [
      ...quickly(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(to)} ...;`),
      `-- the code writes ${column} and ${to}; a job copies the old rows in batches; then the code reads ${to} only`,
      '',
      '-- in a later release',
      `ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(column)};`,
    ]
  if (to !== undefined)
    return [
      '-- the old name stays as a view until no code uses it',
      'BEGIN;',
      `ALTER TABLE ${quoted(table)} RENAME TO ${quoted(to)};`,
      `CREATE VIEW ${quoted(table)} AS SELECT * FROM ${quoted(to)};`,
      'COMMIT;',
      '',
      '-- in a later release',
      `DROP VIEW ${quoted(table)};`,
    ]
  const drop = column === undefined ? `DROP TABLE ${quoted(table)};` : `ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(column)};`
  return [`-- first a release whose code does not know ${column ?? table} any more`, '', '-- in a later release', ...quickly(drop)]
}
