import express from 'express'
import knex from 'knex'

const db = knex({ client: 'pg' })
const app = express()

let banner: { at: number; text: string } | undefined
app.use(async (_req, res, next) => {
  if (!banner || Date.now() - banner.at > 60_000) {
    const row = await db('settings').where({ name: 'banner' }).first()
    banner = { at: Date.now(), text: row.text }
  }
  res.setHeader('x-banner', banner.text)
  next()
})

class Maintenance {
  private row: { value: string } | undefined

  async read(_req: express.Request, res: express.Response, next: express.NextFunction): Promise<void> {
    this.row ??= await db('settings').where({ name: 'maintenance' }).first()
    if (this.row?.value === 'on') res.sendStatus(503)
    else next()
  }
}
const maintenance = new Maintenance()
app.use((req, res, next) => maintenance.read(req, res, next))

// What is tested is made anew by every request.
app.use(async (req, res, next) => {
  let currency = req.get('x-currency')
  if (!currency) {
    const row = await db('settings').where({ name: 'currency' }).first() // expect: uncached-repeated-query
    currency = row.value
  }
  res.locals.currency = currency
  next()
})

app.get('/orders', (_req, res) => void res.json([]))
app.get('/invoices', (_req, res) => void res.json([]))
app.get('/carts', (_req, res) => void res.json([]))
