import express from 'express'
import createKnex, { type Knex } from 'knex'

const app = express()
app.use(express.json())

const gates = createKnex({ client: 'pg', connection: process.env.GATES_DATABASE_URL })
const own: Knex = createKnex({ client: 'pg', connection: process.env.DATABASE_URL })

// The schema has no such column: this is the table of the gates, and what it declares is not known.
app.post('/gates/badges', async (req, res) => {
  const { label } = req.body
  const known = await gates('Badge').where({ label }).first() // expect-low: check-then-act
  if (known) return res.status(409).end()
  await gates('Badge').insert({ label, openedBy: 'gate', hashedCode: req.body.code })
  res.status(201).end()
})

app.post('/badges', async (req, res) => {
  const { label, guestId } = req.body
  const known = await own('Badge').where({ label }).first() // expect: check-then-act
  if (known) return res.status(409).end()
  await own('Badge').insert({ label, guest_id: guestId })
  res.status(201).end()
})

app.listen(3000)
