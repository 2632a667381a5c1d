const { exec } = require('node:child_process')
const { promisify } = require('node:util')
const { PrismaClient } = require('@prisma/client')
const { Router } = require('express')
const knex = require('knex')
const { match } = require('ts-pattern')

const prisma = new PrismaClient()
const run = promisify(exec)
const db = knex({ client: 'pg' })
const router = Router()

router.post('/reports', async (req, res) => {
  const report = await prisma.report.create({ data: { name: req.body.name } })
  // A picture that is missing is made later.
  for (const page of req.body.pages) {
    try {
      const size = page.length
      await prisma.picture.create({ data: { page, size, reportId: report.id } }) // expect-low: missing-transaction
    } catch (error) {
      console.error('no picture', error)
    }
  }
  res.json(report)
})

async function dropPicture(page) {
  try {
    await prisma.picture.deleteMany({ where: { page } })
  } catch (error) {
    console.error('the picture stays', error)
  }
}

router.delete('/covers/:id', async (req, res) => {
  await dropPicture(req.body.page) // expect-low: missing-transaction
  await prisma.report.update({ where: { id: req.params.id }, data: { cover: null } })
  res.sendStatus(204)
})

router.post('/imports', async (req, res) => {
  try {
    await prisma.price.createMany({ data: req.body.prices })
  } catch (error) {
    await prisma.importFailure.create({ data: { reason: String(error) } }) // expect-low: missing-transaction
    await prisma.supplier.update({ where: { id: req.body.supplierId }, data: { status: 'broken' } })
    throw error
  }
  res.sendStatus(204)
})

router.post('/invoices', async (req, res) => {
  // The next try finds the customer.
  const customer =
    (await prisma.customer.findFirst({ where: { name: req.body.name } })) ?? (await prisma.customer.create({ data: { name: req.body.name } })) // expect-low: missing-transaction
  await prisma.invoice.create({ data: { customerId: customer.id, total: req.body.total } })
  res.sendStatus(201)
})

router.post('/deliveries', async (req, res) => {
  let address = await prisma.address.findFirst({ where: { street: req.body.street } })
  if (!address) address = await prisma.address.create({ data: { street: req.body.street } }) // expect-low: missing-transaction
  await prisma.delivery.create({ data: { addressId: address.id } })
  res.sendStatus(201)
})

// Here the next try is refused.
router.post('/accounts', async (req, res) => {
  const known = await prisma.account.findFirst({ where: { email: req.body.email } })
  if (known) return res.sendStatus(409)
  const account = await prisma.account.create({ data: { email: req.body.email } }) // expect: missing-transaction
  await prisma.wallet.create({ data: { accountId: account.id, balance: 0 } })
  return res.sendStatus(201)
})

router.post('/builds/:id', async (req, res) => {
  await prisma.build.update({ where: { id: req.params.id }, data: { status: 'running' } }) // expect-low: missing-transaction
  // No transaction stays open for as long as this takes.
  await run(`make -C ${JSON.stringify(req.params.id)}`)
  await prisma.release.create({ data: { buildId: req.params.id } })
  res.sendStatus(204)
})

router.post('/payments/:id', async (req, res) => {
  await prisma.order.update({ where: { id: req.params.id }, data: { status: 'paid' } })
  try {
    await prisma.payment.create({ data: { orderId: req.params.id } })
  } catch (error) {
    // The first write is taken back.
    await prisma.order.update({ where: { id: req.params.id }, data: { status: 'open' } })
    throw error
  }
  res.sendStatus(204)
})

// One of the two runs.
router.delete('/papers/:id', async (req, res) => {
  const removeInvoice = () => prisma.invoice.delete({ where: { id: req.params.id } })
  const removeReceipt = () => prisma.receipt.delete({ where: { id: req.params.id } })
  await match(req.body.kind)
    .with('invoice', async () => removeInvoice())
    .with('receipt', async () => removeReceipt())
    .exhaustive()
  res.sendStatus(204)
})

router.post('/statements', async (req, res) => {
  // Text, which somebody else sends.
  const removal = db('prices').where({ supplier: req.body.supplier }).delete().toQuery()
  const insertion = db('offers').insert({ supplier: req.body.supplier }).toSQL()
  res.json({ removal, insertion })
})

module.exports = router
