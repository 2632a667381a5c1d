import { PrismaClient, type Prisma } from '@prisma/client'
import axios from 'axios'
import { Queue } from 'bullmq'
import nodemailer from 'nodemailer'
import Stripe from 'stripe'
import { createClient } from 'redis'
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'

const prisma = new PrismaClient()
const stripe = new Stripe('sk')
const mails = new Queue('mails')
const transport = nodemailer.createTransport({ host: 'mail' })
const cache = createClient()
const files = new S3Client({})

export async function payOrder(orderId: number, amount: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'paid' } })
    await stripe.charges.create({ amount, currency: 'eur' }) // expect: external-call-in-transaction
  })
  await stripe.charges.create({ amount: 1, currency: 'eur' })
}

export async function shipOrder(orderId: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'shipped' } })
    const { data } = await axios.get<{ label: string }>(`https://carrier/labels/${orderId}`) // expect: external-call-in-transaction
    await tx.payment.create({ data: { orderId, status: data.label } })
    await notifyCustomer(orderId) // expect: external-call-in-transaction
    await mails.add('shipped', { orderId }) // expect: external-call-in-transaction
    await files.send(new PutObjectCommand({ Bucket: 'labels', Key: data.label })) // expect: external-call-in-transaction
    await cache.del(`order:${orderId}`) // expect-low: external-call-in-transaction
    await pause(500) // expect: external-call-in-transaction
  })
}

async function notifyCustomer(orderId: number) {
  await transport.sendMail({ to: 'customer@example.org', subject: `Order ${orderId}` })
}

function pause(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

// Before and after, with the outbox for what must not get lost.
export async function refundOrder(orderId: number) {
  const refund = await stripe.refunds.create({ charge: 'ch' }, { idempotencyKey: `refund-${orderId}` })
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: refund.status ?? 'refunded' } })
    await tx.$executeRaw`INSERT INTO outbox (kind, order_id) VALUES ('order.refunded', ${orderId})`
  })
  await notifyCustomer(orderId)
}

// A list of statements has nobody wait in between.
export async function closeOrder(orderId: number) {
  await prisma.$transaction([prisma.order.update({ where: { id: orderId }, data: { status: 'closed' } }), prisma.payment.deleteMany({ where: { orderId } })])
  await notifyCustomer(orderId)
}

// Deferred: collected inside, run after the commit.
export async function cancelOrder(orderId: number) {
  const afterwards: (() => Promise<void>)[] = []
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'cancelled' } })
    afterwards.push(() => notifyCustomer(orderId))
    setImmediate(() => void notifyCustomer(orderId))
  })
  for (const run of afterwards) await run()
}

// Not awaited is not deferred: the mail is on its way when the transaction rolls back.
export async function reopenOrder(orderId: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'open' } })
    void notifyCustomer(orderId) // expect: external-call-in-transaction
    void axios.get(`https://warm-up/${orderId}`)
  })
}

// A helper of one's own that opens the transaction.
async function inTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>) {
  return prisma.$transaction(async (tx) => work(tx))
}

export async function packOrder(orderId: number) {
  await inTransaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'packed' } })
    await notifyCustomer(orderId) // expect: external-call-in-transaction
  })
}

// Every element of a list.
export async function remindAll(orderIds: number[]) {
  await prisma.$transaction(async (tx) => {
    await tx.order.updateMany({ where: { id: { in: orderIds } }, data: { status: 'reminded' } })
    await Promise.all(orderIds.map((orderId) => notifyCustomer(orderId))) // expect: external-call-in-transaction
  })
}

// A list of functions that somebody walks after the commit, a limit on how long something may take, and a pause that
// comes only after a failure.
class Hooks {
  private readonly afterwards: (() => Promise<unknown>)[] = []

  onCommit(run: () => Promise<unknown>) {
    this.afterwards.push(run)
  }
}

async function withTimeLimit<T>(work: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too slow')), 1000))
  return Promise.race([work, limit])
}

async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt > 3) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

export async function closeOrderLater(orderId: number, hooks: Hooks) {
  await prisma.$transaction(async (tx) => {
    await withTimeLimit(tx.order.update({ where: { id: orderId }, data: { status: 'closed' } }))
    await withRetries(() => tx.order.update({ where: { id: orderId }, data: { status: 'closed' } }))
    hooks.onCommit(() => axios.post(`https://carrier/closed/${orderId}`))
  })
}
