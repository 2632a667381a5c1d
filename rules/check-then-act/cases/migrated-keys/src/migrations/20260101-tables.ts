import { sql, type Kysely } from 'kysely'

const DUMP = `
create table "Grant" ("id" serial primary key, "feature" varchar(100) not null, "orgId" integer, "teamId" integer, "note" text);
create table "Deck" ("id" serial primary key, "ownerId" integer not null, "title" text not null, "code" text, "state" text not null);
`

export async function up(db: Kysely<any>): Promise<void> {
  await sql`${sql.raw(DUMP)}`.execute(db)
}
