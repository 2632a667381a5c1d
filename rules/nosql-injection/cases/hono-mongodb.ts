import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { MongoClient } from 'mongodb'

const tickets = new MongoClient('mongodb://localhost').db('desk').collection('tickets')
const app = new Hono()

app.post('/tickets/find', async (c) => {
  const { owner } = await c.req.json()
  return c.json(await tickets.find({ owner }).toArray()) // expect: nosql-injection
})

app.get('/tickets', async (c) => c.json(await tickets.find({ owner: c.req.query('owner') }).toArray()))

app.get('/tickets/all', async (c) => c.json(await tickets.find(c.req.query()).toArray())) // expect: nosql-injection

app.post(
  '/tickets/checked',
  validator('json', (value, c) => (typeof value.owner === 'string' ? { owner: value.owner as string } : c.text('owner', 400))),
  async (c) => {
    const { owner } = c.req.valid('json')
    return c.json(await tickets.find({ owner }).toArray())
  },
)
export default app
