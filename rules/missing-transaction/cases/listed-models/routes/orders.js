const { Router } = require('express')
const db = require('../models')
const { Customer, Line, Order, sequelize } = require('../models')

const router = Router()

// Which models the object has, only the files of the folder say.
router.get('/orders', async (req, res) => {
  res.json(await db.Order.findAll()) // expect: unbounded-query
})

router.get('/orders/recent', async (req, res) => {
  const orders = await Order.findAll({ limit: 20 })
  const shown = []
  for (const order of orders) shown.push({ order, customer: await Customer.findByPk(order.customerId) }) // expect: n-plus-one-query
  res.json(shown)
})

router.post('/orders', async (req, res) => {
  const order = await Order.create({ total: 10 }) // expect: missing-transaction
  await Line.create({ seat: 'A1', orderId: order.id })
  res.sendStatus(201)
})

router.post('/orders/in-one', async (req, res) => {
  await sequelize.transaction(async (transaction) => {
    const order = await Order.create({ total: 10 }, { transaction })
    await Line.create({ seat: 'A1', orderId: order.id }, { transaction })
  })
  res.sendStatus(201)
})

router.post('/orders/half', async (req, res) => {
  await sequelize.transaction(async (transaction) => {
    const order = await Order.create({ total: 10 }, { transaction })
    await Line.create({ seat: 'A1', orderId: order.id }) // expect: escaped-transaction
  })
  res.sendStatus(201)
})

router.post('/customers/:id/spend', async (req, res) => {
  const customer = await Customer.findByPk(req.params.id)
  if (customer.credit < 10) return res.sendStatus(409)
  customer.credit -= 10
  await customer.save() // expect: check-then-act
  res.sendStatus(204)
})

router.post('/customers/:id/spend-at-once', async (req, res) => {
  const [changed] = await Customer.update({ credit: sequelize.literal('credit - 10') }, { where: { id: req.params.id, status: 'open' } })
  res.sendStatus(changed === 0 ? 409 : 204)
})

router.get('/customers', async (req, res) => {
  const [rows] = await sequelize.query("SELECT email FROM customers WHERE email = '" + req.query.email + "' LIMIT 10") // expect: sql-injection
  res.json(rows)
})

module.exports = router
