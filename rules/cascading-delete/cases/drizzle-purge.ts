import { and, inArray, isNotNull, lt } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core'
import { CronJob } from 'cron'

const db = drizzle('postgres://localhost/forum')

export const groups = pgTable('groups', { id: serial('id').primaryKey(), deletedAt: timestamp('deleted_at') })
export const groupPosts = pgTable('group_posts', {
  id: serial('id').primaryKey(),
  groupId: integer('group_id').references(() => groups.id, { onDelete: 'cascade' }), // expect-low: cascading-delete
  body: text('body'),
})

export const communities = pgTable('communities', { id: serial('id').primaryKey(), deletedAt: timestamp('deleted_at') })
export const threads = pgTable('threads', {
  id: serial('id').primaryKey(),
  communityId: integer('community_id').references(() => communities.id, { onDelete: 'cascade' }), // expect: cascading-delete
  body: text('body'),
})

// Invoices refer to a vendor with no word on what happens then: it stays as long as there are some.
export const vendors = pgTable('vendors', { id: serial('id').primaryKey(), closedAt: timestamp('closed_at') })
export const listings = pgTable('listings', {
  id: serial('id').primaryKey(),
  vendorId: integer('vendor_id').references(() => vendors.id, { onDelete: 'cascade' }), // expect-low: cascading-delete
  title: text('title'),
})
export const vendorInvoices = pgTable('vendor_invoices', { id: serial('id').primaryKey(), vendorId: integer('vendor_id').references(() => vendors.id), total: integer('total') })

const longAgo = () => new Date(Date.now() - 30 * 86_400_000)

// Marked ones, some at a time.
async function purgeGroups(): Promise<void> {
  for (;;) {
    const found = await db.select({ id: groups.id }).from(groups).where(and(isNotNull(groups.deletedAt), lt(groups.deletedAt, longAgo()))).limit(100)
    if (found.length === 0) return
    const ids = found.map(({ id }) => id)
    await db.delete(groups).where(inArray(groups.id, ids))
  }
}

// All marked ones at once.
async function purgeCommunities(): Promise<void> {
  await db.delete(communities).where(and(isNotNull(communities.deletedAt), lt(communities.deletedAt, longAgo())))
}

async function closeVendors(): Promise<void> {
  await db.delete(vendors).where(lt(vendors.closedAt, longAgo()))
}

new CronJob('0 3 * * *', async () => {
  await purgeGroups()
  await purgeCommunities()
  await closeVendors()
}, null, true)
