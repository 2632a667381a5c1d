import { PrismaClient, type Prisma } from '@prisma/client'
import axios from 'axios'

const prisma = new PrismaClient()

interface Closing {
  readonly orderId: number
  readonly isStrict?: boolean
  readonly address?: { readonly country?: string }
}

// What is told outside is told only where no transaction is given.
async function close(orderId: number, tx?: Prisma.TransactionClient) {
  await (tx ?? prisma).order.update({ where: { id: orderId }, data: { status: 'closed' } })
  if (!tx) await axios.post(`https://carrier/closed/${orderId}`)
}

async function reopen(orderId: number, tx?: Prisma.TransactionClient) {
  await (tx ?? prisma).order.update({ where: { id: orderId }, data: { status: 'open' } })
  if (orderId > 0 && tx === undefined) void announce(orderId)
}

async function announce(orderId: number) {
  await axios.post(`https://carrier/open/${orderId}`)
}

// A flag that is left out, or a member that the object does not have.
async function check({ orderId, isStrict = false }: Closing) {
  return isStrict ? axios.get(`https://carrier/orders/${orderId}`) : undefined
}

async function place(address: Closing['address']) {
  if (!address?.country) return undefined
  return axios.get(`https://maps/${address.country}`)
}

async function ship(closing: Closing) {
  return place(closing.address)
}

export async function closeAll(orderId: number, country: string, rest: Closing) {
  await prisma.$transaction(async (tx) => {
    await close(orderId, tx)
    await reopen(orderId, tx)
    await check({ orderId })
    await check({ orderId, isStrict: false })
    await ship({ orderId })
  })
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'closed' } })
    await close(orderId) // expect: external-call-in-transaction
    await reopen(orderId) // expect: external-call-in-transaction
    await check({ orderId, isStrict: true }) // expect: external-call-in-transaction
    await ship({ orderId, address: { country } }) // expect: external-call-in-transaction
  })
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'closed' } })
    await check({ ...rest, orderId }) // expect: external-call-in-transaction
    await ship(rest) // expect: external-call-in-transaction
  })
}

// The nearest way is closed, another one is not.
async function settle(orderId: number, tx?: Prisma.TransactionClient) {
  if (!tx) return announce(orderId)
  await tx.order.update({ where: { id: orderId }, data: { status: 'settled' } })
  return settleLedger(orderId)
}

async function settleLedger(orderId: number) {
  await announce(orderId)
}

export async function settleAll(orderId: number) {
  await prisma.$transaction(async (tx) => {
    await settle(orderId, tx) // expect: external-call-in-transaction
  })
}

// Everybody who calls it is in a transaction already.
async function addNote(orderId: number, tx: Prisma.TransactionClient | undefined) {
  const work = async (client: Prisma.TransactionClient) => {
    await client.payment.create({ data: { orderId, status: 'noted' } })
    await axios.post(`https://notes/${orderId}`)
  }
  return tx ? work(tx) : prisma.$transaction(work)
}

export async function noteAll(orderId: number) {
  return prisma.$transaction(async (tx) => {
    await addNote(orderId, tx) // expect: external-call-in-transaction
  })
}

// Nothing in it is part of it: only its connection waits.
export async function payAside(orderId: number) {
  await prisma.$transaction(async () => {
    await prisma.order.update({ where: { id: orderId }, data: { status: 'paid' } })
    await axios.post(`https://carrier/paid/${orderId}`) // expect-low: external-call-in-transaction
  })
}
