import express from 'express'
import asyncHandler from 'express-async-handler'
import Joi from 'joi'
import { PrismaClient } from '@prisma/client'
import { create, list, OrderController } from './orders'
import { catchAsync, timed } from './wrap'
import { staffRouter } from './staff'
import './contracts'
import './members'

const prisma = new PrismaClient()
const app = express()
const router = express.Router()
const orders = new OrderController()
const note = Joi.object({ text: Joi.string().required() })

app.use(async (req, res, next) => { // expect: unhandled-async-error
  res.locals.tenant = await prisma.tenant.findUnique({ where: { host: req.hostname } })
  next()
})

router.get('/', list)
router.get('/recent', list)
router.post('/', create)
router.get('/:id', orders.show)
router.delete('/:id', orders.remove.bind(orders))
router.post('/:id/pay', orders.pay.bind(orders))
router.get('/:id/lines', catchAsync(async (req, res) => {
  res.json(await prisma.line.findMany({ where: { orderId: Number(req.params.id) }, take: 50 }))
}))
router.get('/:id/notes', asyncHandler(async (req, res) => {
  res.json(await prisma.note.findMany({ where: { orderId: Number(req.params.id) }, take: 50 }))
}))
router.get('/:id/timed', timed(async (req, res) => {
  res.json(await prisma.note.findFirst({ where: { orderId: Number(req.params.id) } }))
}))
// What is wrong stands in the result, and nothing is thrown.
router.post('/:id/notes', async (req, res, next) => {
  const { error } = await note.validate(req.body)
  next(error)
})
router.get('/health', async (req, res) => {
  res.json({ ok: true })
})
router.get('/sync', (req, res) => {
  res.json({ ok: true })
})
app.use('/orders', router)
app.use(staffRouter())
