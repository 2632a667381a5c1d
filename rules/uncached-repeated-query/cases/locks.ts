import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

declare function acquireLock(key: string): Promise<boolean>

async function renderedInvoice(id: number) {
  return prisma.invoice.findUnique({ where: { id } })
}

// Whoever held the lock may have done the work: it is looked at again.
app.post('/invoices/:id/pdf', async (req, res) => {
  const id = Number(req.params.id)
  const known = await renderedInvoice(id)
  if (known?.pdf) return res.json(known)
  if (!(await acquireLock(`invoice-${id}`))) return res.status(409).end()
  const current = await renderedInvoice(id)
  return res.json(current)
})

app.get('/invoices/:id', async (req, res) => {
  const id = Number(req.params.id)
  const first = await renderedInvoice(id)
  const second = await renderedInvoice(id) // expect: uncached-repeated-query
  return res.json({ first, second })
})
