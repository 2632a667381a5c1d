/**
 * Statements that hold up a MySQL or MariaDB database in use.
 */
import { mysqlChange } from '../../src/model/migrations/mysql-changes.js'
import type { SchemaOperation } from '../../src/model/migrations/types.js'
import type { Hazard, Situation } from './hazard.js'
import { judgeRows } from './rows.js'
import { quoted } from './recipes.js'

/** What is wrong with one operation; undefined where nothing is. */
export function judgeMysql(operation: SchemaOperation, situation: Situation): Hazard | undefined {
  const table = 'table' in operation ? operation.table : undefined
  if (table === undefined || situation.isNew(table)) return undefined
  if (operation.kind === 'update' || operation.kind === 'delete') {
    // A schema change commits what came before it, so no lock of one is held here.
    const said = judgeRows(operation, { ...situation, held: [] })
    return said && { severity: 'high', confidence: 'high', isAboutVolume: true, ...said, operation, table, recipe: said.recipe.map(inMysql) }
  }
  const change = mysqlChange(operation, situation.migration.database, situation.history, situation.settings)
  if (!change || change.way === 'instant' || change.way === 'online') return undefined
  const reads = change.way === 'copy' ? 'the table is copied' : 'the table is locked'
  return {
    kind: 'mysql-copy',
    operation,
    table,
    severity: 'high',
    confidence: 'high',
    isAboutVolume: true,
    message: `${what(operation)} keeps everybody from writing to ${table}: ${reads} until it is done`,
    why: `${sentence(change.because)}. Reads go on, but every INSERT, UPDATE and DELETE waits, and replicas repeat the same afterwards. Let a tool copy the table beside the running work, or demand ALGORITHM=INPLACE, LOCK=NONE so that the server refuses instead of locking.`,
    title: 'Change a copy of the table beside the running work.',
    recipe: recipeOf(operation, table),
  }
}

function recipeOf(operation: SchemaOperation, table: string): string[] {
  if (operation.kind === 'add-foreign-key')
    return [
      '-- the rows are checked by a query first, since nothing else checks them then',
      'SET SESSION foreign_key_checks = 0;',
      `ALTER TABLE ${quoted(table, '`')} ADD CONSTRAINT ${quoted(operation.name ?? `${table}_${operation.columns.join('_')}_fk`, '`')} FOREIGN KEY (${operation.columns.map((one) => quoted(one, '`')).join(', ')}) REFERENCES ${quoted(operation.target, '`')} (id), ALGORITHM=INPLACE, LOCK=NONE;`,
      'SET SESSION foreign_key_checks = 1;',
    ]
  return ['# outside of the migration; reads and writes go on', `gh-ost --table=${table} --alter="${alterOf(operation)}" --execute`, '# or', `pt-online-schema-change --alter "${alterOf(operation)}" D=app,t=${table} --execute`]
}

function alterOf(operation: SchemaOperation): string {
  switch (operation.kind) {
    case 'alter-type':
      return `MODIFY ${operation.column} ${operation.type.text}${operation.isNotNull === true ? ' NOT NULL' : ''}`
    case 'rewrite-table':
      return operation.what
    case 'add-column':
      return `ADD COLUMN ${operation.column.name} ${operation.column.type?.text ?? '...'}`
    default:
      return '...'
  }
}

function what(operation: SchemaOperation): string {
  switch (operation.kind) {
    case 'alter-type':
      return `Changing ${operation.table}.${operation.column} to ${operation.type.text}`
    case 'add-foreign-key':
      return `The foreign key from ${operation.table}${operation.columns.length > 0 ? ` (${operation.columns.join(', ')})` : ''} to ${operation.target}`
    case 'add-check':
      return `The check on ${operation.table}`
    case 'create-index':
      return `The ${operation.special === undefined ? '' : `${operation.special.toUpperCase()} `}index on ${operation.table}`
    case 'add-column':
      return `Adding ${operation.table}.${operation.column.name}`
    case 'rewrite-table':
      return operation.what
    default:
      return 'This change'
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** MySQL bounds an UPDATE by itself. */
function inMysql(line: string): string {
  return line.replace(/^WHERE id IN \(SELECT id FROM \S+ WHERE (.*) ORDER BY id LIMIT 1000\);$/, 'WHERE $1 LIMIT 1000;').replace(/^WHERE id IN \(SELECT id FROM \S+ ORDER BY id LIMIT 1000\);$/, 'LIMIT 1000;').replace(/"(\w+)"/g, '`$1`')
}
