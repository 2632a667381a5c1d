// Filters that callers make, and values that reach several filters by calls.
import express, { type NextFunction, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { Schema, model } from 'mongoose'

const Machine = model('Machine', new Schema({ shopId: String, kind: String, state: String, site: String }))
const Assignment = model('Assignment', new Schema({ machine: String, user: String }))

const app = express()
app.use(express.json())

const findMachines = async (match: Record<string, unknown>) => Machine.find(match)

// It is deleted for all machines first; of the machines themselves one is changed.
async function replace(machine: { id: string; kind: string }) {
  await unassign(machine.id) // expect: nosql-injection
  return Machine.updateOne({ _id: machine.id }, { kind: machine.kind })
}
app.post('/machines/open/:kind', async (req, res) => {
  res.json(await replace(req.body.machine))
})

// Nobody signed in: whether there is one is found out letter by letter.
app.post('/machines/names', async (req, res) => {
  const found = await findMachines({ site: req.body.site }) // expect: nosql-injection
  if (found.length > 0) return void res.status(409).end()
  res.end()
})

async function unassign(machine: string) {
  await Assignment.deleteMany({ machine })
}

// Only one field of a row that may be named outright sends somebody on.
app.get('/machines/site', async (req, res) => {
  const machine = await Machine.findOne({ kind: req.query['kind'] }) // expect-low: nosql-injection
  if (machine) return void res.redirect(`${machine.site}/failed`)
  res.status(401).end()
})
app.get('/machines/state', async (req, res) => {
  const machine = await Machine.findOne({ kind: req.query['kind'] }) // expect: nosql-injection
  if (machine) return void res.redirect(`${machine.site}/failed?state=${machine.state}`)
  res.status(401).end()
})

function signedIn(req: Request, res: Response, next: NextFunction) {
  try {
    res.locals['user'] = jwt.verify(req.headers.authorization ?? '', process.env['JWT_SECRET'] ?? '')
    next()
  } catch {
    res.status(401).end()
  }
}
app.use(signedIn)

app.post('/machines/found', async (req, res) => {
  const match: { shopId: string; kind?: string } = { shopId: res.locals['user'].shopId }
  if (req.body.kind) match.kind = req.body.kind // expect-low: nosql-injection
  res.json(await findMachines(match))
})
app.post('/machines/new', async (req, res) => {
  const found = await findMachines({ site: req.body.site }) // expect-low: nosql-injection
  if (found.length > 0) return void res.status(409).end()
  res.json(await new Machine({ site: req.body.site }).save())
})
app.post('/machines/all', async (req, res) => {
  res.json(await findMachines({ site: req.body.site })) // expect: nosql-injection
})

// A class of the project takes over what the filter asks for, and the write fails of an object there; a replacement does not.
class Described {
  kind: string
  site: string
  constructor({ kind, site }: { kind: string; site: string }) {
    this.kind = kind
    this.site = site
  }
}
app.put('/machines/described', async (req, res) => {
  const machine = req.body.machine
  const described = new Described(machine)
  res.json(await Machine.updateOne({ kind: machine.kind }, described)) // expect-low: nosql-injection
})
app.put('/machines/replaced', async (req, res) => {
  const machine = req.body.machine
  const described = new Described(machine)
  res.json(await Machine.replaceOne({ kind: machine.kind }, described)) // expect: nosql-injection
})
