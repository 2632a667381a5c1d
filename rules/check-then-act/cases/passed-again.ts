import { PrismaClient } from '@prisma/client'
import express from 'express'
import nodemailer from 'nodemailer'

const prisma: any = new PrismaClient()
const transporter = nodemailer.createTransport('smtp://localhost')
const app = express()

const Status = { OPEN: 'open', PENDING: 'pending', SIGNED: 'signed', SENT: 'sent' } as const
const CLOSED = [Status.SIGNED, Status.SENT]

// Who applies twice gets two mails, at once or not.
app.post('/shops/:id/apply', async (req, res) => {
  const shop = await prisma.shop.findUnique({ where: { id: req.params.id } })
  if (!shop || shop.status === 'open') throw new Error('open already')
  await prisma.shop.update({ where: { id: shop.id }, data: { status: 'pending' } })
  await transporter.sendMail({ to: shop.email, text: 'We look at it.' })
  res.sendStatus(204)
})

app.post('/contracts/:id/begin', async (req, res) => {
  const contract = await prisma.contract.findUnique({ where: { id: req.params.id } })
  if (contract && CLOSED.includes(contract.status)) throw new Error('closed already')
  await prisma.contract.update({ where: { id: contract.id }, data: { status: Status.PENDING } })
  await transporter.sendMail({ to: contract.email, text: 'Please sign.' })
  res.sendStatus(204)
})

app.post('/drafts/:id/begin', async (req, res) => {
  const draft = await prisma.draft.findUnique({ where: { id: req.params.id } })
  if (draft.status === 'new' || draft.status === 'begun') {
    await prisma.draft.update({ where: { id: draft.id }, data: { status: 'begun' } })
    await transporter.sendMail({ to: draft.email, text: 'Go on.' })
  }
  res.sendStatus(204)
})

// The second of two in a row is refused, and of two at once it is not.
app.post('/shops/:id/open', async (req, res) => {
  const shop = await prisma.shop.findUnique({ where: { id: req.params.id } })
  if (!shop || shop.status === 'open') throw new Error('open already')
  await prisma.shop.update({ where: { id: shop.id }, data: { status: 'open' } }) // expect: check-then-act
  await transporter.sendMail({ to: shop.email, text: 'You are open.' })
  res.sendStatus(204)
})

app.post('/contracts/:id/sign', async (req, res) => {
  const contract = await prisma.contract.findUnique({ where: { id: req.params.id } })
  if (contract.status !== Status.PENDING) throw new Error('not begun')
  await prisma.contract.update({ where: { id: contract.id }, data: { status: Status.SIGNED } }) // expect: check-then-act
  await transporter.sendMail({ to: contract.email, text: 'Signed.' })
  res.sendStatus(204)
})

// The first write still lets the second in, the last one does not.
app.post('/payments/:id/pay', async (req, res) => {
  const payment = await prisma.payment.findUnique({ where: { id: req.params.id } })
  if (payment.status === 'paid') throw new Error('paid already')
  await prisma.payment.update({ where: { id: payment.id }, data: { status: 'running' } }) // expect: check-then-act
  await transporter.sendMail({ to: payment.email, text: 'Paid.' })
  await prisma.payment.update({ where: { id: payment.id }, data: { status: 'paid' } })
  res.sendStatus(204)
})

app.listen(3000)
