const amqp = require('amqplib')
const express = require('express')
const mongoose = require('mongoose')

const Order = mongoose.model('Order', new mongoose.Schema({ status: String }))
const app = express()

let channel
amqp
  .connect('amqp://broker')
  .then((connection) => connection.createChannel())
  .then((opened) => {
    channel = opened
  })

// What the channel is stands in a variable that is filled later.
app.post('/orders/:id/close', async (req, res) => {
  const order = await Order.findByIdAndUpdate(req.params.id, { status: 'closed' }) // expect: dual-write
  channel.publish('orders', 'order.closed', Buffer.from(JSON.stringify({ id: order._id })))
  res.sendStatus(204)
})

app.post('/orders/:id/note', async (req, res) => {
  await Order.findByIdAndUpdate(req.params.id, { status: req.body.status })
  res.sendStatus(204)
})

module.exports = app
