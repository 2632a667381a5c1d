const { createNamespace } = require('cls-hooked')
const express = require('express')
const Sequelize = require('sequelize')

// The package itself is the class, and every transaction of it is carried.
Sequelize.useCLS(createNamespace('orders'))

class Order extends Sequelize.Model {}
class OrderLine extends Sequelize.Model {}
const sequelize = new Sequelize.Sequelize('postgres://localhost/orders')
const router = express.Router()

function inTransaction(handler) {
  return async function run(req, res, next) {
    try {
      await sequelize.transaction({}, async () => {
        await handler(req, res)
      })
    } catch (error) {
      next(error)
    }
  }
}

async function placeOrder(req, res) {
  const order = await Order.create({ customerId: req.body.customerId })
  await OrderLine.bulkCreate(req.body.lines.map((line) => ({ ...line, orderId: order.id })))
  res.json(order)
}

async function splitOrder(req, res) {
  const order = await Order.create({ customerId: req.body.customerId }) // expect: missing-transaction
  await OrderLine.update({ orderId: order.id }, { where: { id: req.body.lines } })
  res.json(order)
}

router.post('/orders', inTransaction(placeOrder))
router.post('/orders/:id/split', splitOrder)

module.exports = { router }
