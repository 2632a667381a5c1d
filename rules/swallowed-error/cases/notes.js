// What was logged, or is a note of another failure, is told; an order is not.
const { PrismaClient } = require('@prisma/client')

const prisma = new PrismaClient()
const log = (text) => process.stdout.write(`${text}\n`)

async function importOrders(jobId, orders) {
  let created = 0
  try {
    for (const order of orders) {
      await prisma.order.createMany({ data: [order] })
      created++
    }
    log(`${created} of ${orders.length} orders created`)
    if (jobId > 0) {
      await prisma.importJob.update({ where: { id: jobId }, data: { status: 'done', created } }).catch(() => {}) // expect-low: swallowed-error
    }
    return created
  } catch (error) {
    const message = error.message
    await prisma.importJob.update({ where: { id: jobId }, data: { status: message } }).catch(() => {})
    throw error
  }
}

async function placeOrder(total, ids) {
  const order = await prisma.order.create({ data: { total } })
  for (const id of ids) {
    await prisma.seat.update({ where: { id }, data: { orderId: order.id } }).catch(() => {}) // expect: swallowed-error
  }
  return order
}

function watch(check, id) {
  setInterval(() => {
    check().catch(async (error) => {
      const lastError = String(error)
      await prisma.monitor.update({ where: { id }, data: { lastError } }).catch(() => undefined) // expect-low: swallowed-error
    })
  }, 60_000)
}

module.exports = { importOrders, placeOrder, watch }
