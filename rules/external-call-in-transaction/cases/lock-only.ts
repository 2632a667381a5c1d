// A transaction that is there for an advisory lock, which a function of the project takes before it runs a job.
import { Prisma, PrismaClient } from '@prisma/client'
import axios from 'axios'

const prisma = new PrismaClient()

type Job = (tx: Prisma.TransactionClient) => Promise<number>

async function withLock(name: string, job: Job): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ locked: boolean }[]>(Prisma.sql`SELECT pg_try_advisory_xact_lock(hashtext(${name})) AS locked`)
    if (!row?.locked) return 0
    return job(tx)
  })
}

async function runJob(name: string, job: Job): Promise<void> {
  const done = await withLock(name, job)
  await prisma.payment.create({ data: { orderId: done, status: name } })
}

// What it writes is committed at once, and nothing else waits for the connection.
const announceOpen: Job = async (_tx) => {
  const orders = await prisma.order.findMany({ where: { status: 'open' }, take: 50 })
  for (const { id } of orders) {
    await axios.post(`https://carrier/orders/${id}`) // expect-low: external-call-in-transaction
    await prisma.order.update({ where: { id }, data: { status: 'announced' } })
  }
  return orders.length
}

async function settle(_tx: Prisma.TransactionClient): Promise<number> {
  const { data } = await axios.get<number>('https://bank/settled')
  return data
}

const settleAll: Job = async (tx) => settle(tx) // expect-low: external-call-in-transaction

// The lock, and rows.
const closeOpen: Job = async (tx) => {
  const orders = await tx.order.findMany({ where: { status: 'announced' }, take: 50 })
  for (const { id } of orders) {
    await tx.order.update({ where: { id }, data: { status: 'closed' } })
    await axios.post(`https://carrier/closed/${id}`) // expect: external-call-in-transaction
  }
  return orders.length
}

async function archive(tx: Prisma.TransactionClient): Promise<number> {
  const { count } = await tx.order.updateMany({ where: { status: 'closed' }, data: { status: 'archived' } })
  await axios.post('https://carrier/archived', { count })
  return count
}

const archiveAll: Job = async (tx) => archive(tx) // expect: external-call-in-transaction

export async function nightly() {
  await runJob('announce', announceOpen)
  await runJob('settle', settleAll)
  await runJob('close', closeOpen)
  await runJob('archive', archiveAll)
}
