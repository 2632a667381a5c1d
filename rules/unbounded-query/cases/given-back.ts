import express from 'express'
import Fastify from 'fastify'
import mongoose, { Schema } from 'mongoose'
import { PrismaClient } from '@prisma/client'

const app = express()
const fastify = Fastify()
const prisma = new PrismaClient()
const Order = mongoose.model('Order', new Schema({ total: Number }))

// A framework waits for what a handler gives back.
fastify.get('/orders', () => Order.find()) // expect: unbounded-query
fastify.get('/orders/newest', () => Order.find().sort({ _id: -1 }).limit(20))

class Orders {
  all() {
    return Order.find() // expect: unbounded-query
  }

  // Whoever gets the query gives it a limit.
  some() {
    return Order.find()
  }
}
const orders = new Orders()
fastify.get('/orders/all', () => orders.all())
fastify.get('/orders/some', async () => orders.some().limit(20))

// What people are allowed to do grows with the people; the kinds of it do not.
app.get('/permissions', async (_req, res) => res.json(await prisma.permission.findMany())) // expect-low: unbounded-query
app.post('/permissions', async (req, res) => res.json(await prisma.permission.create({ data: { userId: Number(req.body.user), name: String(req.body.name) } })))
const Grant = mongoose.model('UserPermission', new Schema({ user: String, name: String }))
app.get('/grants', async (_req, res) => res.json(await Grant.find())) // expect: unbounded-query
