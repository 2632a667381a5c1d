import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed')
    .addColumn('id', 'serial', (column) => column.primaryKey())
    .addColumn('title', 'varchar(50)', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('feed_title_idx').on('feed').column('title').execute()
  await sql`create materialized view feed_titles as select title from feed`.execute(db)
  await db.schema.createIndex('feed_titles_idx').on('feed_titles').column('title').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('feed').execute()
}
