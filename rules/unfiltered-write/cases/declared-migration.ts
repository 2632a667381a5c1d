import type { MigrationInterface, QueryRunner } from 'typeorm'

// A migration, wherever it stands.
export class AddTicketStates1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('ALTER TABLE ticket ADD COLUMN state text')
    await runner.query("UPDATE ticket SET state = 'open'")
  }

  async down(runner: QueryRunner) {
    await runner.query('ALTER TABLE ticket DROP COLUMN state')
  }
}
