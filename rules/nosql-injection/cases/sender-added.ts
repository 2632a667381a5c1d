// Whoever sends the request is in the filter, by way of a variable, a spread or a function that adds it.
import express, { type NextFunction, type Request, type Response } from 'express'
import { Schema, model } from 'mongoose'

const Ticket = model('Ticket', new Schema({ organization: String, event: String, seat: String, door: String, state: String, scanCode: String }))

interface Known extends Request {
  context: { org: { id: string } }
}
function signedIn(req: Known, res: Response, next: NextFunction) {
  if (!req.context) return res.status(401).end()
  next()
}

class Tickets {
  constructor(private readonly context: Known['context']) {}

  private ofOrganization(filter: object, everywhere = false) {
    const whole: Record<string, unknown> = { ...filter }
    if (!everywhere) whole.organization = this.context.org.id
    return whole
  }

  async inSeat(seat: string) {
    const filter = this.ofOrganization({ seat })
    return await Ticket.find(filter) // expect-low: nosql-injection
  }
  async inAnySeat(seat: string) {
    const filter = this.ofOrganization({ seat }, true)
    return await Ticket.find(filter) // expect: nosql-injection
  }
  // What is printed on the ticket is passed without knowing it.
  async byCode(scanCode: string) {
    const filter = this.ofOrganization({ scanCode })
    return await Ticket.find(filter) // expect: nosql-injection
  }
}

async function ofEvent(organization: string, event: string, narrower?: object) {
  return await Ticket.find({ organization, event, ...narrower }) // expect-low: nosql-injection
}
async function atEvent(event: string, narrower?: object) {
  return await Ticket.find({ event, ...narrower }) // expect: nosql-injection
}
async function firstOf(context: Known['context'], event: string, seat: unknown) {
  const query: Record<string, unknown> = { organization: context.org.id, event, seat: seat || null }
  return await Ticket.findOne({ ...query, state: 'sold' }) // expect-low: nosql-injection
}
async function firstAt(event: string, door: unknown) {
  const query: Record<string, unknown> = { event, door: door || null }
  return await Ticket.findOne({ ...query, state: 'sold' }) // expect: nosql-injection
}

const app = express()
app.use(express.json())
app.use(signedIn as express.RequestHandler)

app.post('/tickets/in-seat', async (req, res) => {
  res.json(await new Tickets((req as Known).context).inSeat(req.body.seat))
})
app.post('/tickets/in-any-seat', async (req, res) => {
  res.json(await new Tickets((req as Known).context).inAnySeat(req.body.seat))
})
app.post('/tickets/by-code', async (req, res) => {
  res.json(await new Tickets((req as Known).context).byCode(req.body.scanCode))
})
app.post('/events/:id/tickets', async (req, res) => {
  const { context } = req as unknown as Known
  res.json(await ofEvent(context.org.id, req.params.id, { door: req.body.door }))
})
app.post('/events/:id/open-tickets', async (req, res) => {
  res.json(await atEvent(req.params.id, { door: req.body.door }))
})
app.post('/events/:id/first', async (req, res) => {
  const { context } = req as unknown as Known
  res.json(await firstOf(context, req.params.id, req.body.seat))
})
app.post('/events/:id/first-open', async (req, res) => {
  res.json(await firstAt(req.params.id, req.body.door))
})

// What was sent stands behind the organization, and takes its place.
app.post('/tickets/narrowed', async (req, res) => {
  const { context } = req as Known
  res.json(await Ticket.find({ organization: context.org.id, ...req.body.filter })) // expect: nosql-injection
})
