import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder): void {
  pgm.noTransaction()
  pgm.createIndex('holders', 'email', { concurrently: true })
}
