import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder): void {
  pgm.createIndex('tickets', ['seat', 'id']) // expect: unsafe-migration
  pgm.addColumns('tickets', { holder: { type: 'text', notNull: true } }) // expect: unsafe-migration
  pgm.addColumns('tickets', { used: { type: 'boolean', notNull: true, default: false } })
  pgm.addConstraint('holders', 'holders_email_key', { unique: 'email' }) // expect: unsafe-migration
  pgm.addConstraint('holders', 'holders_ticket_fk', 'FOREIGN KEY (ticket_id) REFERENCES tickets (id) NOT VALID')
  pgm.alterColumn('holders', 'age', { type: 'bigint' }) // expect: unsafe-migration
  pgm.sql('UPDATE venues SET open = true') // expect: unsafe-migration
}

export function down(pgm: MigrationBuilder): void {
  pgm.dropColumns('tickets', ['holder'])
}
