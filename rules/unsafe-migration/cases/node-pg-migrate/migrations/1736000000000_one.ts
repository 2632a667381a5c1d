import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder): void {
  pgm.noTransaction()
  pgm.createIndex('holders', ['email', 'age'], { name: 'holders_email_age' }) // expect: unsafe-migration
}
