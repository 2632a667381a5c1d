const express = require('express')
const { Pool } = require('pg')
const knex = require('knex')
const { OrderStore, OrderService } = require('./orders')
const createSeats = require('./seats')

const store = new OrderStore(new Pool())
const orders = new OrderService({ store })
const seats = createSeats(knex({ client: 'pg' }))

const app = express()

app.get('/orders', async (req, res) => {
  res.json(await orders.ofCustomer(req.query.customer))
})

app.get('/orders/:id', async (req, res) => {
  res.json(await orders.one(req.params.id))
})

app.get('/seats', async (req, res) => {
  res.json(await seats.sorted(req.query.sort))
})

app.get('/seats/:hall', async (req, res) => {
  res.json(await seats.inHall(req.params.hall))
})

app.listen(3000)
