const knex = require('knex')
const { Router } = require('express')

const db = knex({ client: 'pg' })
const router = Router()

// The query begins here, and callers go on with it.
const orders = (trx) => (trx || db)('orders')
const lines = (trx) => (trx || db)('order_lines')

class Repository {
  constructor(knex, table) {
    this.knex = knex
    this.table = table
  }

  query(trx) {
    return (trx || this.knex)(this.table)
  }

  findById(id, trx) {
    return this.query(trx).where({ id }).first()
  }

  insert(row, trx) {
    return this.query(trx).insert(row).returning('*')
  }

  update(id, patch, trx) {
    return this.query(trx).where({ id }).update(patch)
  }
}

const customers = new Repository(db, 'customers')
const invoices = new Repository(db, 'invoices')

router.post('/orders', async (req, res) => {
  const [id] = await orders().insert({ total: 10 }).returning('id') // expect: missing-transaction
  await lines().insert({ order_id: id, seat: req.body.seat })
  res.json(await orders().where({ id }).first())
})

router.post('/orders/in-one', async (req, res) => {
  const id = await db.transaction(async (trx) => {
    const [order] = await orders(trx).insert({ total: 10 }).returning('id')
    await lines(trx).insert({ order_id: order, seat: req.body.seat })
    return order
  })
  res.json({ id })
})

router.post('/invoices', async (req, res) => {
  const [invoice] = await invoices.insert({ total: 10 }) // expect: missing-transaction
  await customers.update(req.body.customer, { credit: invoice.total })
  res.json(invoice)
})

router.post('/invoices/in-one', async (req, res) => {
  const invoice = await db.transaction(async (trx) => {
    const [made] = await invoices.insert({ total: 10 }, trx)
    await customers.update(req.body.customer, { credit: made.total }, trx)
    return made
  })
  res.json(invoice)
})

module.exports = router
