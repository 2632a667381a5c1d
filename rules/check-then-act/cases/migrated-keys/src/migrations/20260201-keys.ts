import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('Grant').addUniqueConstraint('grant_org', ['orgId', 'feature']).execute()
  await db.schema.alterTable('Grant').addUniqueConstraint('grant_team', ['teamId', 'feature']).execute()
  await db.schema.createIndex('deck_owner').ifNotExists().unique().on('Deck').column('ownerId').where(sql.ref('ownerId'), '<>', 0).execute()
  await db.schema.createIndex('deck_title').unique().on('Deck').columns(['title desc']).where(sql.ref('state'), '=', 'shown').execute()
  await db.schema.createIndex('deck_code').on('Deck').column('code').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.createIndex('deck_code').unique().on('Deck').column('code').execute()
}
