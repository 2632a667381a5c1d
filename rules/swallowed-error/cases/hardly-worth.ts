// What hardly matters: the end comes anyway, what is missing is told beside it, what is not found need not be removed.
import type { ChildProcess } from 'node:child_process'
import { unlink } from 'node:fs/promises'
import { PrismaClient } from '@prisma/client'
import Stripe from 'stripe'

const prisma = new PrismaClient()
const stripe = new Stripe('sk')

export async function restart(reason: string): Promise<never> {
  console.error('restarting', reason)
  try {
    await prisma.auditLog.create({ data: { what: reason, customerId: 1 } })
  } catch {} // expect-low: swallowed-error
  process.exit(1)
}

async function tellChild(id: number): Promise<void> {
  await fetch(`https://workers.example.com/${id}`, { method: 'DELETE' })
}

export async function stopChild(id: number, child: ChildProcess) {
  try {
    await tellChild(id)
  } catch {} // expect-low: swallowed-error
  child.kill('SIGKILL')
}

export async function pauseChild(id: number, child: ChildProcess) {
  try {
    await tellChild(id)
  } catch {} // expect: swallowed-error
  child.ref()
}

export async function paymentMethods(customer: string) {
  const cards = await stripe.paymentMethods.list({ customer })
  const pending = await pendingOf(customer).catch(() => []) // expect-low: swallowed-error
  return { cards: cards.data, pending }
}

async function pendingOf(customer: string) {
  const { data } = await stripe.setupIntents.list({ customer })
  return data
}

async function tokenOf(shop: string): Promise<string> {
  const response = await fetch(`https://parcels.example.com/${shop}/token`, { method: 'POST' })
  return response.text()
}

async function parcelsOf(shop: string): Promise<string[]> {
  const token = await tokenOf(shop)
  return token.split(',')
}

export async function shipping(shop: string) {
  const [token, parcels] = await Promise.all([tokenOf(shop), parcelsOf(shop).catch(() => [])]) // expect-low: swallowed-error
  return { token, parcels }
}

export async function invoicesOf(customer: string) {
  const shopper = await prisma.customer.findFirst({ where: { id: customer.length } })
  const { data } = await stripe.invoices.list({ customer }).catch(() => ({ data: [] })) // expect: swallowed-error
  return { shopper, data }
}

async function removeUpload(id: number): Promise<void> {
  const order = await prisma.order.findUnique({ where: { id } })
  if (order) await unlink(`/uploads/${order.id}`)
}

export async function importOrders(id: number, lines: readonly { customerId: number; status: string }[]) {
  await prisma.order.createMany({ data: [...lines] })
  try {
    await removeUpload(id)
  } catch {} // expect-low: swallowed-error
}

export async function importOne(id: number, status: string) {
  await prisma.order.findMany({ take: 20 })
  try {
    await prisma.order.update({ where: { id }, data: { status } })
  } catch {} // expect: swallowed-error
}

// What is answered instead is all that the customer sees before paying.
export async function priceOfChange(customer: string): Promise<number> {
  const subscriptions = await stripe.subscriptions.list({ customer })
  try {
    const preview = await stripe.invoices.createPreview({ customer, subscription: subscriptions.data[0]?.id ?? '' })
    return preview.amount_remaining
  } catch { // expect: swallowed-error
    return 0
  }
}
