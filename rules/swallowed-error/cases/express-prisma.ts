import express from 'express'
import { unlink, stat } from 'node:fs/promises'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const app = express()

export async function closeOrder(id: number) {
  try {
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  } catch (error) {} // expect: swallowed-error

  try {
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  } catch (error) {
    // The nightly run closes what is left.
  }

  try {
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  } catch (error) {
    // eslint-disable-next-line no-empty
  } // expect: swallowed-error

  try {
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  } catch (error) {
    console.error(error)
  }

  await prisma.orderLine.deleteMany({ where: { orderId: id } }).catch(() => {}) // expect: swallowed-error
  await prisma.orderLine.deleteMany({ where: { orderId: id } }).catch((error: unknown) => console.error(error))
  await unlink(`/var/receipts/${id}.pdf`).catch(() => {})
}

export async function openOrders() {
  try {
    return await prisma.order.findMany({ where: { status: 'open' }, take: 50 })
  } catch { // expect: swallowed-error
    return []
  }
}

export async function findOrder(id: number) {
  try {
    return await prisma.order.findUniqueOrThrow({ where: { id } })
  } catch {
    return null
  }
}

export async function receiptExists(id: number) {
  try {
    await stat(`/var/receipts/${id}.pdf`)
    return true
  } catch {
    return false
  }
}

export function settingsOf(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function optionalMetrics() {
  try {
    return require('prom-client')
  } catch {
    return null
  }
}

app.post('/orders/:id/close', async (req, res) => {
  try {
    await closeOrder(Number(req.params.id))
  } catch (error) {
    res.sendStatus(500)
  }
})

app.get('/orders/:id', (req, res, next) => {
  prisma.order
    .findUnique({ where: { id: Number(req.params.id) } })
    .then((order) => res.json(order))
    .catch(next)
})

export async function transfer(amount: number) {
  if (amount <= 0) new Error('The amount must be positive.') // expect: swallowed-error
  if (amount > 1_000) throw new Error('Too much.')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await prisma.account.update({ where: { id: 1 }, data: { balance: { increment: amount } } })
    } catch {
      continue
    }
  }
  throw new Error('The transfer failed three times.')
}
