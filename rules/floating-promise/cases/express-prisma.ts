import express from 'express'
import { readFile, writeFile } from 'node:fs/promises'
import { PrismaClient } from '@prisma/client'
import { Queue } from 'bullmq'

const prisma = new PrismaClient()
const receipts = new Queue('receipts')
const app = express()

const analytics = {
  async track(event: string) {
    await fetch('https://events.example', { method: 'POST', body: event })
  },
}

const logReceipt = async (orderId: number) => {
  await writeFile(`/var/receipts/${orderId}.log`, 'printed')
}

function loadTemplate(name: string) {
  return readFile(`templates/${name}.html`, 'utf8')
}

app.post('/orders', (req, res, next) => {
  const createOrder = async () => {
    const order = await prisma.order.create({ data: { customerId: req.body.customerId, status: 'open' } })
    // Prisma only starts when somebody waits.
    prisma.customer.update({ where: { id: order.customerId }, data: { city: null } }) // expect: floating-promise
    void prisma.auditLog.create({ data: { what: 'order', customerId: order.customerId } }) // expect: floating-promise
    receipts.add('print', { orderId: order.id }) // expect: floating-promise
    writeFile(`/var/receipts/${order.id}.txt`, 'open') // expect: floating-promise
    analytics.track('order')
    logReceipt(order.id)
    const page = `<h1>${loadTemplate('order')}</h1>` // expect: floating-promise
    return page
  }
  createOrder()
    .then((page) => res.send(page))
    .catch(next)
})

async function sendReceipts(run: () => Promise<void>) {
  run() // expect: floating-promise
  await run()
  ;(async () => { // expect: floating-promise
    await prisma.payment.deleteMany({ where: { status: 'void' } })
  })()
  const { count } = receipts.getJobCounts() as any // expect: floating-promise
  return count
}

app.get('/receipts', (req, res) => {
  sendReceipts(async () => {}).then(() => res.end(), () => res.sendStatus(500))
})

async function main() {
  await prisma.$connect()
  app.listen(3000)
}

async function refresh() {
  await prisma.stock.findMany()
}

main()
refresh() // expect-low: floating-promise

export async function stop() {
  prisma.$disconnect() // expect-low: floating-promise
}

async function delayed() {
  await new Promise((resolve) => setTimeout(resolve, 100))
}

export async function poll() {
  delayed()
  await Promise.resolve()
}
