import express from 'express'
import knex from 'knex'

const db = knex({ client: 'pg' })
const app = express()

async function deleteAllOrders(): Promise<void> {
  await db('orders').delete() // expect-low: unfiltered-write
}
// It says what it does, and whether anybody may ask for it is another question.
app.delete('/orders', async (_req, res) => {
  await deleteAllOrders()
  res.sendStatus(204)
})

async function markAllRead(): Promise<void> {
  await db('notifications').update({ read: true }) // expect-low: unfiltered-write
}
app.post('/notifications/read', async (_req, res) => {
  await markAllRead()
  res.sendStatus(204)
})

async function refreshTotals(): Promise<void> {
  await db('invoices').update({ total: db.raw('net + tax') }) // expect-low: unfiltered-write
}
app.post('/invoices/totals', async (_req, res) => {
  await refreshTotals()
  res.sendStatus(204)
})

/** For whoever calls it from a console. */
export async function deleteAllCarts(): Promise<void> {
  await db('carts').delete() // expect-low: unfiltered-write
}

function requireAdmin(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (req.headers.authorization !== process.env.ADMIN_TOKEN) return res.status(401).end()
  return next()
}

async function revokeAllVouchers(): Promise<void> {
  await db('vouchers').delete() // expect-low: unfiltered-write
}
// Who asks is known, and may mean what the name says.
app.delete('/vouchers', requireAdmin, async (_req, res) => {
  await revokeAllVouchers()
  res.sendStatus(204)
})

/** Pauses all limiters. */
export async function emergencyStop(): Promise<void> {
  await db('limiters').update({ most: 0 }) // expect-low: unfiltered-write
}

/** Cancels all orders of a customer. */
export async function cancel(): Promise<void> {
  await db('orders').update({ status: 'cancelled' }) // expect-low: unfiltered-write
}

async function initCatalogue(): Promise<void> {
  await db('categories').delete() // expect-low: unfiltered-write
  // Told with the first: whoever may ask for it empties all of them.
  await db('products').delete()
  await db('categories').insert({ name: 'books' })
}
app.put('/catalogue', async (_req, res) => {
  await initCatalogue()
  res.sendStatus(204)
})

async function activateWarehouses(): Promise<void> {
  await db('stock_lots').update({ warehouse_id: 1 }) // expect-low: unfiltered-write
}
app.post('/warehouses', async (_req, res) => {
  await activateWarehouses()
  res.sendStatus(204)
})
