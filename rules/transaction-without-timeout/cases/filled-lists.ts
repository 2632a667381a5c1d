// A list that holds no more than a few elements, because so many are put into it one by one.
import { PrismaClient, type Prisma } from '@prisma/client'

const prisma = new PrismaClient()

interface Notice {
  readonly orderId: number
  readonly status: string
}

async function record(notices: Notice[], tx: Prisma.TransactionClient) {
  for (const notice of notices) await tx.payment.create({ data: notice })
}

async function noticesOf(orderId: number, tx: Prisma.TransactionClient) {
  const order = await tx.order.findUnique({ where: { id: orderId }, include: { customer: true } })
  if (!order) return
  const notices: Notice[] = []
  if (order.customer.email) notices.push({ orderId, status: 'customer told' })
  if (order.paid) {
    notices.push({ orderId, status: 'paid' }, { orderId, status: 'closed' })
  }
  if (notices.length === 0) return
  await record(notices, tx)
}

export async function tell(orderId: number) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    await noticesOf(orderId, tx)
  })
}

export async function tellOne(orderId: number) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    await store([{ orderId, status: 'opened' }, { orderId, status: 'waiting' }], tx)
    await tx.order.update({ where: { id: orderId }, data: { status: 'open' } })
  })
}

// Another call gives the same function as many as there are.
export async function tellAll(orderIds: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const notices: Notice[] = []
    notices.push({ orderId: 0, status: 'all' })
    for (const orderId of orderIds) notices.push({ orderId, status: 'opened' })
    await record(notices, tx)
  })
}

function addOpen(notices: Notice[], orderIds: readonly number[]) {
  for (const orderId of orderIds) notices.push({ orderId, status: 'open' })
}

async function store(notices: Notice[], tx: Prisma.TransactionClient) {
  for (const notice of notices) await tx.payment.create({ data: notice })
}

export async function tellOpen(orderIds: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const notices: Notice[] = []
    addOpen(notices, orderIds)
    await store(notices, tx)
  })
}
