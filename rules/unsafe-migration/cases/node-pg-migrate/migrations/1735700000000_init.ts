import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder): void {
  pgm.createTable('tickets', { id: 'id', seat: { type: 'text', notNull: true } })
  pgm.createIndex('tickets', 'seat')
}

export function down(pgm: MigrationBuilder): void {
  pgm.dropTable('tickets')
}
