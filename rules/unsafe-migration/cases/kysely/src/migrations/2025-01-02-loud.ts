import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.createIndex('feed_owner_idx').on('feed').columns(['owner', 'title']).execute() // expect: unsafe-migration
  await db.schema
    .alterTable('feed')
    .addColumn('owner', 'integer', (column) => column.notNull()) // expect: unsafe-migration
    .execute()
  await db.schema
    .alterTable('feed')
    .addColumn('likes', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('feed').alterColumn('likes', (column) => column.setDataType('bigint')).execute() // expect: unsafe-migration
  await db.schema.alterTable('feed').alterColumn('title', (column) => column.setDataType('text')).execute()
  await db.schema.alterTable('entry').addForeignKeyConstraint('entry_feed_fk', ['feed_id'], 'feed', ['id']).execute() // expect: unsafe-migration
  await db.updateTable('entry').set({ seen: false }).execute() // expect: unsafe-migration
  await db.updateTable('entry').set({ seen: true }).where('id', '=', 1).execute()
}

export async function down(): Promise<void> {}
