import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX CONCURRENTLY entry_seen_idx ON entry (seen)`.execute(db) // expect: unsafe-migration
  await sql`ALTER TABLE entry ADD CONSTRAINT entry_seen CHECK (seen IS NOT NULL) NOT VALID`.execute(db)
}
