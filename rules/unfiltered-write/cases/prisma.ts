import { PrismaClient, type Prisma } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.delete('/orders', async (req, res) => {
  await prisma.order.deleteMany({ where: { customerId: req.query.customerId as any } }) // expect: unfiltered-write
  const { status } = req.query as any
  await prisma.order.updateMany({ where: { status }, data: { status: 'closed' } }) // expect: unfiltered-write
  const number = req.body.number
  await prisma.order.deleteMany({ where: { id: { equals: number } } }) // expect: unfiltered-write
  await prisma.order.deleteMany() // expect: unfiltered-write
  await prisma.order.deleteMany({}) // expect: unfiltered-write
  await prisma.order.deleteMany({ where: {} }) // expect: unfiltered-write
  await prisma.order.updateMany({ data: { status: 'closed' } }) // expect: unfiltered-write
  await removeFor(1)
  await close()
  res.sendStatus(204)
})

export async function removeFor(customerId?: number) {
  await prisma.order.deleteMany({ where: { customerId } }) // expect: unfiltered-write
}

interface Selection {
  customerId?: number
  status: string
}

export async function removeSelected(selection: Selection, { customerId }: Selection) {
  await prisma.order.deleteMany({ where: { customerId: selection.customerId } }) // expect-low: unfiltered-write
  await prisma.order.deleteMany({ where: { customerId } }) // expect-low: unfiltered-write
  await prisma.order.deleteMany({ where: { customerId: selection.customerId, status: selection.status } })
}

export async function removeOfFound(name: string) {
  const customer = await prisma.customer.findFirst({ where: { name } })
  await prisma.order.deleteMany({ where: { customerId: customer?.id } }) // expect-low: unfiltered-write
}

export async function removeByFilter(filter: Selection) {
  const where: Prisma.OrderWhereInput = {}
  if (filter.customerId) where.customerId = filter.customerId
  await prisma.order.deleteMany({ where }) // expect-low: unfiltered-write
}

export async function removeSpread(filter: Selection) {
  await prisma.order.deleteMany({ where: { ...(filter.customerId && { customerId: filter.customerId }) } }) // expect-low: unfiltered-write
  await prisma.order.deleteMany({ where: { ...(filter.customerId ? { customerId: filter.customerId } : {}), status: 'draft' } })
}

app.delete('/orders/by-status', async (req, res) => {
  await removeByStatus(req.query.status as string)
  if (!req.query.name) return void res.sendStatus(400)
  await removeByName(req.query.name as string)
  res.sendStatus(204)
})

async function removeByStatus(status: string) {
  await prisma.order.deleteMany({ where: { status } }) // expect: unfiltered-write
}

async function removeByName(status: string) {
  await prisma.order.deleteMany({ where: { status } })
}

export async function removeWhere(where?: Prisma.OrderWhereInput) {
  await prisma.order.deleteMany({ where }) // expect-low: unfiltered-write
}

// The value was tested.
export async function removeTested(customerId?: number, status?: string, id?: number) {
  if (customerId === undefined) throw new Error('no customer')
  await prisma.order.deleteMany({ where: { customerId } })
  if (status) await prisma.order.deleteMany({ where: { status } })
  assertPresent(id)
  await prisma.order.deleteMany({ where: { id } })
}

function assertPresent(id: number | undefined): asserts id is number {
  if (id === undefined) throw new Error('no id')
}

app.delete('/orders/mine', async (req, res) => {
  const { customerId } = req.query as any
  if (!customerId) return void res.sendStatus(400)
  await prisma.order.deleteMany({ where: { customerId } })
  const customer = await prisma.customer.findFirst({ where: { name: req.body.name } })
  if (!customer) return void res.sendStatus(404)
  await prisma.order.deleteMany({ where: { customerId: customer.id } })
  res.sendStatus(204)
})

// A route parameter is always there, a default and a number are values.
app.delete('/orders/:id', async (req, res) => {
  await prisma.order.deleteMany({ where: { id: req.params.id as any } })
  await prisma.order.deleteMany({ where: { id: Number(req.query.id) } })
  await prisma.order.deleteMany({ where: { status: (req.query.status as string) ?? 'draft' } })
  res.sendStatus(204)
})

// One condition always holds, and what was put together elsewhere is not known.
export async function removeDrafts(where: Prisma.OrderWhereInput, args: Prisma.OrderDeleteManyArgs, customerId?: number) {
  await prisma.order.deleteMany({ where: { customerId, status: 'draft' } })
  await prisma.order.deleteMany({ where })
  await prisma.order.deleteMany(args)
  await prisma.order.deleteMany({ ...args })
}

// Said by name.
export async function removeAllOrders() {
  await prisma.order.deleteMany() // expect-low: unfiltered-write
}

export async function resetOrders() {
  await prisma.order.deleteMany() // expect-low: unfiltered-write
}

async function close() {
  await prisma.order.create({ data: { customerId: 1, status: 'open' } })
  await prisma.order.update({ where: { id: 1 }, data: { status: 'closed' } })
}

// Said by the class of which it is the only method.
export class ClearAllDrafts {
  async execute() {
    await prisma.order.deleteMany() // expect-low: unfiltered-write
  }
}

export class CloseOrder {
  async execute() {
    await prisma.order.updateMany({ data: { status: 'closed' } }) // expect-low: unfiltered-write
  }
}

// Which rows are meant is said, and the statement does not ask for it.
export async function resetStatus(orderId: number) {
  await prisma.order.updateMany({ data: { status: 'open' } }) // expect-low: unfiltered-write
}

export async function removeExpiredOrders() {
  await prisma.order.deleteMany({}) // expect-low: unfiltered-write
}

app.post('/orders/:id/close', async (_req, res) => {
  await prisma.order.updateMany({ data: { status: 'closed' } }) // expect: unfiltered-write
  res.sendStatus(204)
})

// Every row is meant: they are written anew, or what is removed is a setting.
export async function replaceOrders(orders: Prisma.OrderCreateManyInput[]) {
  await prisma.order.deleteMany() // expect-low: unfiltered-write
  await prisma.order.createMany({ data: orders })
}

app.delete('/config/orders', async (_req, res) => {
  await prisma.order.deleteMany({}) // expect-low: unfiltered-write
  res.sendStatus(204)
})

app.post('/orders/bulk-close', async (_req, res) => {
  await bulkClose()
  res.sendStatus(204)
})

async function bulkClose() {
  await prisma.order.updateMany({ data: { status: 'closed' } }) // expect-low: unfiltered-write
}

// What is read as the one row that there is.
export async function withdrawLicence() {
  await prisma.plan.deleteMany() // expect-low: unfiltered-write
}

export async function licence() {
  return prisma.plan.findFirst()
}

// All are set, and one of them again.
export async function makePrimary(id: number) {
  await prisma.invoice.updateMany({ data: { status: 'secondary' } }) // expect-low: unfiltered-write
  await prisma.invoice.update({ where: { id }, data: { status: 'primary' } })
}

// What follows is about something else.
export async function makeFinal(id: number) {
  await prisma.invoice.updateMany({ data: { status: 'final' } }) // expect-low: unfiltered-write
  await prisma.order.update({ where: { id }, data: { status: 'final' } })
}
