import { Prisma, PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function payAll(orderIds: number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of orderIds) await tx.order.update({ where: { id }, data: { status: 'paid' } })
  })
  await prisma.$transaction(
    async (tx) => {
      for (const id of orderIds) await tx.order.update({ where: { id }, data: { status: 'paid' } })
    },
    { timeout: 20_000 },
  )
}

export async function settle(id: number) {
  await prisma.$transaction( // expect: transaction-without-timeout
    async (tx) => {
      await tx.order.update({ where: { id }, data: { status: 'settled' } })
      await fetch(`https://ledger/${id}`, { method: 'POST' })
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
  )
}

export async function close(id: number) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    await tx.order.update({ where: { id }, data: { status: 'closed' } })
    await tx.payment.create({ data: { orderId: id, status: 'closed' } })
  })
  await prisma.$transaction([prisma.order.update({ where: { id }, data: { status: 'closed' } })])
}

const limits = { timeout: 3000 }
export async function reopen(ids: number[]) {
  await prisma.$transaction(async (tx) => {
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'open' } })
  }, limits)
}

async function inTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>) {
  return prisma.$transaction(async (tx) => work(tx)) // expect: transaction-without-timeout
}

export async function packAll(ids: number[]) {
  await inTransaction(async (tx) => {
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'packed' } })
  })
}

// Each city is asked for once, and remembered.
const regions = new Map<string, string>()
async function regionOf(tx: Prisma.TransactionClient, city: string): Promise<string> {
  const known = regions.get(city)
  if (known !== undefined) return known
  const found = await tx.customer.findFirst({ where: { city } })
  regions.set(city, found?.name ?? '')
  return found?.name ?? ''
}
export async function sortAll(cities: string[]) {
  const found: string[] = []
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const city of cities) found.push(await regionOf(tx, city))
    await tx.order.updateMany({ where: { status: 'open' }, data: { status: 'sorted' } })
  })
  return found
}

// One owner is locked, and a free number is looked for until one is found.
async function lockAll(tx: Prisma.TransactionClient, ids: number[]) {
  for (const id of ids) await tx.customer.update({ where: { id }, data: { spent: { increment: 0 } } })
}
export async function lockOwner(id: number) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    await lockAll(tx, [id])
    await tx.order.update({ where: { id }, data: { status: 'locked' } })
  })
}
export async function freeName(name: string) {
  return prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (let suffix = 0; suffix < 100; suffix++) {
      if ((await tx.customer.count({ where: { name: `${name}${suffix}` } })) === 0) return `${name}${suffix}`
    }
    return undefined
  })
}
