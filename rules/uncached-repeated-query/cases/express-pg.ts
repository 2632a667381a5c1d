import express from 'express'
import { Pool } from 'pg'

const pool = new Pool()
const app = express()

const zoneOf = (shopId: string) => pool.query('SELECT time_zone FROM shops WHERE id = $1', [shopId])
const taxOf = (shopId: string) => pool.query('SELECT tax_rate FROM shops WHERE id = $1', [shopId])
const shopOf = (shopId: string) => pool.query('SELECT name, time_zone, tax_rate FROM shops WHERE id = $1', [shopId])

// Other columns of the row, each asked for by a function of its own.
app.get('/shops/:id/quote', async (req, res) => {
  const zone = await zoneOf(req.params.id) // expect-low: uncached-repeated-query
  const tax = await taxOf(req.params.id)
  res.json({ zone: zone.rows[0], tax: tax.rows[0] })
})

// The first holds what the second asks for.
app.get('/shops/:id/receipt', async (req, res) => {
  const shop = await shopOf(req.params.id) // expect: uncached-repeated-query
  const tax = await taxOf(req.params.id)
  res.json({ shop: shop.rows[0], tax: tax.rows[0] })
})

// One right behind the other: one query asks for both.
app.get('/shops/:id/label', async (req, res) => {
  const name = await pool.query('SELECT name FROM shops WHERE id = $1', [req.params.id]) // expect: uncached-repeated-query
  const city = await pool.query('SELECT city FROM shops WHERE id = $1', [req.params.id])
  res.json({ name: name.rows[0], city: city.rows[0] })
})

// One guard, and everybody behind it asks again.
async function ownShop(req: express.Request, res: express.Response, next: express.NextFunction) {
  const { rows } = await pool.query('SELECT * FROM shops WHERE id = $1', [req.params.shopId]) // expect: uncached-repeated-query
  if (rows[0]?.owner !== req.headers.from) return res.status(403).end()
  next()
}

const named = (id: string | string[]) => pool.query('SELECT name FROM shops WHERE id = $1', [id])

app.get('/own/:shopId', ownShop, async (req, res) => res.json((await named(req.params.shopId)).rows))
app.get('/own/:shopId/sales', ownShop, async (req, res) => {
  const { rows } = await pool.query('SELECT name FROM shops WHERE id = $1', [req.params.shopId])
  res.json({ shop: rows[0] })
})
app.delete('/own/:shopId', ownShop, async (req, res) => {
  const { rows } = await pool.query('SELECT name, city FROM shops WHERE id = $1', [req.params.shopId])
  res.json({ shop: rows[0] })
})

app.listen(3000)
