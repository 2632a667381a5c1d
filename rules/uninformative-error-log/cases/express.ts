import express from 'express'
import { PrismaClient } from '@prisma/client'
import pino from 'pino'

const app = express()
const prisma = new PrismaClient()
const logger = pino()

app.post('/orders', async (req, res, next) => {
  try {
    await prisma.order.create({ data: req.body })
    res.sendStatus(201)
  } catch (error) {
    logger.error('could not create the order') // expect: uninformative-error-log
    res.sendStatus(500)
  }
})

app.get('/orders/:id', async (req, res, next) => {
  try {
    res.json(await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } }))
  } catch (error) {
    logger.error({ error }, 'could not read the order')
    res.sendStatus(500)
  }
})

app.delete('/orders/:id', async (req, res, next) => {
  try {
    await prisma.order.delete({ where: { id: Number(req.params.id) } })
    res.sendStatus(204)
  } catch (error) {
    logger.error('could not delete the order')
    next(error)
  }
})

app.put('/orders/:id', async (req, res, next) => {
  try {
    await prisma.order.update({ where: { id: Number(req.params.id) }, data: { status: 'paid' } })
    res.sendStatus(204)
  } catch {
    logger.error({ orderId: req.params.id }, 'could not update the order')
    res.sendStatus(500)
  }
})

app.post('/orders/:id/receipt', async (req, res) => {
  try {
    await fetch('https://mail.example.com/receipts', { method: 'POST' })
  } catch {
    logger.warn('Receipt failed!') // expect: uninformative-error-log
  }
  res.sendStatus(202)
})

app.post('/orders/:id/close', async (req, res) => {
  try {
    await prisma.order.update({ where: { id: 1 }, data: { status: 'closed' } })
  } catch (error) {
    logger.error('closing failed') // expect: uninformative-error-log
    throw new Error('closing failed')
  }
  res.sendStatus(202)
})

export function readFilter(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    logger.warn('the filter is no JSON')
    return {}
  }
}

/** What is said is that the other way was taken. */
export async function openLedger(id: number): Promise<void> {
  try {
    await prisma.account.update({ where: { id }, data: { open: true } as never })
    logger.info('ledger opened again')
  } catch {
    await prisma.account.create({ data: { id, open: true } as never })
    logger.info('ledger opened')
  }
}

/** A package that may be missing. */
export async function loadPrinter(): Promise<unknown> {
  try {
    return await import('node:module')
  } catch {
    logger.error('No printer: install @shop/printer')
    return undefined
  }
}

/** The service goes on without, and says so. */
export async function loadRates(): Promise<Record<string, number>> {
  try {
    return (await (await fetch('https://rates.example.com')).json()) as Record<string, number>
  } catch {
    logger.warn('Rates are not available, using default rates') // expect-low: uninformative-error-log
    return { eur: 1 }
  }
}
