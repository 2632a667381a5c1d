const { Router } = require('express')
const knex = require('knex')

const db = knex({ client: 'pg' })
const router = Router()

async function labelOf(order) {
  const response = await fetch(`https://labels.example.com/${order.id}`, { signal: AbortSignal.timeout(2000) })
  return response.text()
}

// Each step is undone by itself.
async function compensate(order) {
  await db('seats').where({ order_id: order.id }).update({ order_id: null }) // expect-low: missing-transaction
  await db('wallets').where({ id: order.walletId }).increment('balance', order.total)
}

router.post('/orders/:id/label', async (req, res) => {
  const [order] = await db('orders').where({ id: req.params.id })
  // Nothing waits for it.
  labelOf(order).then((label) => db('labels').insert({ order_id: order.id, label })) // expect-low: missing-transaction
  await db('orders').where({ id: order.id }).update({ labelled: true })
  res.sendStatus(202)
})

router.delete('/orders/:id', async (req, res) => {
  const [order] = await db('orders').where({ id: req.params.id })
  await compensate(order)
  res.sendStatus(204)
})

module.exports = { router }
