// Columns that the code sets over the body, whatever it says, and what is left of a new row then.
import { randomUUID } from 'node:crypto'
import express from 'express'
import { Schema, model } from 'mongoose'

const Site = model('Site', new Schema({ accountId: String, createdBy: String, title: String, city: String, visible: Boolean }))
const Ticket = model('Ticket', new Schema({ accountId: String, createdBy: String, title: String, status: String }))
const Post = model('Post', new Schema({ title: String, city: String }))
const Group = model('Group', new Schema({ id: String, tenantId: String, title: String, levels: [String] }))

class Grouping {
  id: string
  tenantId: string
  title: string
  constructor({ id, tenantId, title }: { id: string; tenantId: string; title: string }) {
    this.id = id
    this.tenantId = tenantId
    this.title = title
  }
}

interface Member {
  id: string
  accountId: string
}

const app = express()
app.use(express.json())
const memberOf = (req: express.Request) => (req as express.Request & { member: Member }).member

/** Whose it is the code says; a form shows the rest. */
async function storeSite(body: object, accountId: string, createdBy: string) {
  const site = new Site({ ...body, accountId, createdBy })
  return await site.save()
}
app.post('/sites', async (req, res) => {
  const { id, accountId } = memberOf(req)
  res.json(await storeSite(req.body, accountId, id)) // expect-low: unvalidated-input
})
app.post('/sites/given', async (req, res) => {
  const body = req.body // expect-low: unvalidated-input
  body.accountId = memberOf(req).accountId
  body.createdBy = memberOf(req).id
  res.json(await new Site(body).save())
})
app.post('/sites/made', async (req, res) => {
  const site = new Site(req.body) // expect-low: unvalidated-input
  site.accountId = memberOf(req).accountId
  site.createdBy = memberOf(req).id
  res.json(await site.save())
})

// What is sent goes over what the code says.
app.post('/sites/defaults', async (req, res) => {
  const { id, accountId } = memberOf(req)
  const site = new Site({ accountId, createdBy: id, ...req.body }) // expect: unvalidated-input
  res.json(await site.save())
})
app.post('/sites/sent', async (req, res) => {
  const site = new Site(req.body) // expect: unvalidated-input
  site.accountId = req.body.accountId
  site.createdBy = memberOf(req).id
  res.json(await site.save())
})
app.post('/sites/some', async (req, res) => {
  const site = new Site(req.body) // expect: unvalidated-input
  if (req.query['own'] !== undefined) {
    site.accountId = memberOf(req).accountId
    site.createdBy = memberOf(req).id
  }
  res.json(await site.save())
})
// Its state is somebody else's to say.
app.post('/tickets', async (req, res) => {
  const { id, accountId } = memberOf(req)
  const ticket = new Ticket({ ...req.body, accountId, createdBy: id }) // expect: unvalidated-input
  res.json(await ticket.save())
})
// Nothing says whose it is.
app.post('/posts', async (req, res) => {
  const post = new Post({ ...req.body, city: 'Bern' }) // expect: unvalidated-input
  res.json(await post.save())
})
// A row that is there changes.
app.put('/sites/:id', async (req, res) => {
  const { id, accountId } = memberOf(req)
  res.json(await Site.findByIdAndUpdate(req.params.id, { ...req.body, accountId, createdBy: id })) // expect: unvalidated-input
})

async function storeGroup(group: Grouping) {
  await Group.updateOne({ id: group.id }, group, { upsert: true })
}
app.post('/:tenant/groups', async (req, res) => {
  const group = new Grouping(req.body) // expect-low: unvalidated-input
  group.id = randomUUID()
  group.tenantId = req.params.tenant
  res.json(await storeGroup(group))
})
app.put('/:tenant/groups', async (req, res) => {
  const group = new Grouping(req.body) // expect: unvalidated-input
  group.tenantId = req.params.tenant
  res.json(await storeGroup(group))
})
