import express, { Router, type Application } from 'express'
import PromiseRouter from 'express-promise-router'
import { PrismaClient } from '@prisma/client'
import { lines, orders } from './orders'
import { addTenants, addVoucher } from './tenants'

const decorate = require('async-express-decorator')
const monitor = require('express-status-monitor')

const prisma = new PrismaClient()
const app = express()

const seats: Router = PromiseRouter()
seats.get('/', async (req, res) => {
  res.json(await prisma.seat.findMany({ take: 50 }))
})

// The same router, changed where it is.
const wallets = Router()
decorate(wallets)
wallets.get('/', async (req, res) => {
  res.json(await prisma.wallet.findMany({ take: 50 }))
})

// What shows how busy the server is has nothing to do with rejections.
const invoices = Router()
monitor(invoices)
invoices.get('/', async (req, res) => { // expect: unhandled-async-error
  res.json(await prisma.invoice.findMany({ take: 50 }))
})

const inner: Application = decorate(express())
addTenants(inner)
addVoucher(inner)
addVoucher(app)

app.use('/orders', orders)
app.use('/lines', lines)
app.use('/seats', seats)
app.use('/wallets', wallets)
app.use('/invoices', invoices)
app.use('/inner', inner)
app.listen(3000)
