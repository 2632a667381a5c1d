/**
 * The safe order of steps, in SQL with the names of the migration.
 */
import type { Migration, MigrationTool } from '../../src/model/migrations/types.js'

/** How a migration is told to run without a transaction, or what is done where the tool cannot. */
const ALONE: Readonly<Record<MigrationTool, string>> = {
  prisma: 'a migration of its own with nothing else in it: Prisma sends several statements of a file as one transaction',
  drizzle: 'drizzle runs all migrations in one transaction: run this by hand before, and let the migration say IF NOT EXISTS',
  flyway: 'a migration of its own: Flyway runs it without a transaction when nothing else stands in it',
  'node-pg-migrate': 'a migration of its own in JavaScript that calls pgm.noTransaction()',
  dbmate: 'a migration of its own that begins with: -- migrate:up transaction:false',
  goose: 'a migration of its own that begins with: -- +goose NO TRANSACTION',
  'sql-migrate': 'a migration of its own that begins with: -- +migrate Up notransaction',
  supabase: 'supabase sends a migration as one transaction: run this by hand, then mark the migration as applied with supabase migration repair',
  postgrator: 'a file of its own with nothing else in it: several statements of a file are one transaction',
  'golang-migrate': 'a file of its own with nothing else in it: several statements of a file are one transaction',
  'postgres-migrations': 'a migration of its own that begins with: -- postgres-migrations disable-transaction',
  typeorm: "a migration of its own with `transaction = false` in the class (migrationsTransactionMode: 'each')",
  knex: 'a migration of its own with: exports.config = { transaction: false }',
  sequelize: 'a migration of its own, without queryInterface.sequelize.transaction()',
  'mikro-orm': 'a migration of its own with: isTransactional() { return false }',
  kysely: 'a migration of its own that runs with disableTransactions: true',
  'db-migrate': 'a migration of its own that runs with --non-transactional',
  slonik: 'a migration of its own, outside of a transaction',
  unknown: 'a migration of its own, outside of a transaction',
}

/** Steps that may not run in a transaction. */
export function alone({ tool }: Migration, ...lines: readonly string[]): string[] {
  return [`-- ${ALONE[tool]}`, ...lines]
}

/** Steps that take a lock for a moment: they give up instead of letting everybody wait behind them. */
export function quickly(...lines: readonly string[]): string[] {
  return ["SET lock_timeout = '5s'; -- give up and try again instead of holding up everything behind it", ...lines]
}

export function inLaterMigration(...lines: readonly string[]): string[] {
  return ['', '-- in a later migration, so that it is another transaction', ...lines]
}

/** Rows in batches, each of them committed. */
export function batches(table: string, set: string, condition: string): string[] {
  return [
    '-- from a script or job, outside of the migration, until no row is left',
    `UPDATE ${quoted(table)} SET ${set}`,
    `WHERE id IN (SELECT id FROM ${quoted(table)} WHERE ${condition} ORDER BY id LIMIT 1000);`,
  ]
}

/** A name as SQL writes it. */
export function quoted(name: string, mark: '"' | '`' = '"'): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `${mark}${name}${mark}`
}

export function listed(columns: readonly string[]): string {
  return columns.length === 0 ? '...' : columns.map((column) => quoted(column)).join(', ')
}
