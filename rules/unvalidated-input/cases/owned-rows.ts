// Whether the row is that of whoever sends its key is asked by a function of its own.
import { Queue } from 'bullmq'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text } from 'drizzle-orm/pg-core'
import express, { type Request } from 'express'
import { Pool } from 'pg'

const db = drizzle(new Pool())
const upgrades = new Queue('upgrades')
const clubs = pgTable('clubs', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull(), city: text('city').notNull() })
const members = pgTable('members', { id: text('id').primaryKey(), customerId: text('customer_id').notNull() })

async function currentMember(req: Request) {
  const [member] = await db.select().from(members).where(eq(members.id, req.app.locals.memberId)).limit(1)
  return member
}

async function ownClub(req: Request, clubId: string) {
  const member = await currentMember(req)
  const [club] = await db.select().from(clubs).where(eq(clubs.id, clubId)).limit(1)
  if (!club) throw new Error('no such club')
  if (club.ownerId !== member?.id) throw new Error('only its owner may')
  return { club, member }
}

async function clubIn(clubId: string, city: string) {
  const [club] = await db.select().from(clubs).where(eq(clubs.id, clubId)).limit(1)
  if (club?.city !== city) throw new Error('not there')
  return club
}

async function upgrade(customer: string, clubId: string) {
  return await upgrades.add('upgrade', { customer, clubId })
}

const app = express()
app.use(express.json())
app.post('/upgrades', async (req, res) => {
  const { clubId } = req.body
  const { member } = await ownClub(req, clubId)
  res.json(await upgrade(member.customerId, clubId))
})
// Where the club is, is no matter of whose it is.
app.post('/upgrades/near', async (req, res) => {
  const { clubId, city } = req.body // expect: unvalidated-input
  await clubIn(clubId, city)
  res.json(await upgrade(clubId, clubId))
})
app.post('/upgrades/perhaps', async (req, res) => {
  const { clubId } = req.body // expect: unvalidated-input
  if (req.query.own) await ownClub(req, clubId)
  res.json(await upgrade(clubId, clubId))
})
