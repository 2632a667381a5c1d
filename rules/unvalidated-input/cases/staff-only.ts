// Those who run the system may write all columns; those who work for one customer among others may not.
import express, { type NextFunction, type Request, type Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

interface Member {
  id: number
  role: string
}

function memberOf(request: Request): Member | undefined {
  return (request as Request & { member?: Member }).member
}

function requireAdmin(request: Request, response: Response, next: NextFunction) {
  if (memberOf(request)?.role !== 'admin') return void response.status(403).end()
  next()
}
function requireSuperAdmin(request: Request, response: Response, next: NextFunction) {
  if (memberOf(request)?.role !== 'super-admin') return void response.status(403).end()
  next()
}
const allowRoles =
  (...roles: readonly string[]) =>
  (request: Request, response: Response, next: NextFunction) => {
    if (!roles.includes(memberOf(request)?.role ?? '')) return void response.status(403).end()
    next()
  }

const app = express()
app.use(express.json())

app.patch('/office/customers/:id', requireAdmin, async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect-low: unvalidated-input
})
app.patch('/office/orders/:id', allowRoles('ADMIN', 'SUPER_ADMIN'), async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect-low: unvalidated-input
})

// The path says whose orders they are: these administrators are those of one customer among others.
app.patch('/customers/:customerId/orders/:id', requireAdmin, async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params['id']) }, data: request.body })) // expect: unvalidated-input
})
// The code says whose they stay.
app.put('/customers/:customerId/orders/:id', requireAdmin, async (request, response) => {
  const customerId = Number(request.params['customerId'])
  response.json(await prisma.order.update({ where: { id: Number(request.params['id']) }, data: { ...request.body, customerId } })) // expect-low: unvalidated-input
})
app.patch('/all/customers/:customerId/orders/:id', requireSuperAdmin, async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params['id']) }, data: request.body })) // expect-low: unvalidated-input
})

// Managers and owners run their own shop, and not the system.
app.patch('/managed/orders/:id', allowRoles('ADMIN', 'MANAGER'), async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect: unvalidated-input
})
app.patch('/owned/orders/:id', allowRoles('ADMIN', 'OWNER'), async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect: unvalidated-input
})

// Who may come in is asked of a function.
const directory = {
  isSystemOwner: async (id: number | undefined) => (await prisma.customer.count({ where: { id } })) > 0,
  isKnown: async (id: number | undefined) => (await prisma.customer.count({ where: { id } })) > 0,
}
app.patch('/settings/orders/:id', async (request, response) => {
  if (!(await directory.isSystemOwner(memberOf(request)?.id))) return void response.status(403).end()
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect-low: unvalidated-input
})
app.put('/settings/orders/:id', async (request, response) => {
  const isAllowed = await directory.isSystemOwner(memberOf(request)?.id)
  if (!isAllowed) return void response.status(403).end()
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect-low: unvalidated-input
})
app.put('/known/orders/:id', async (request, response) => {
  const isAllowed = await directory.isKnown(memberOf(request)?.id)
  if (!isAllowed) return void response.status(403).end()
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect: unvalidated-input
})
// It is asked, and decides something else.
app.put('/shown/orders/:id', async (request, response) => {
  const isAllowed = await directory.isSystemOwner(memberOf(request)?.id)
  const order = await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body }) // expect: unvalidated-input
  response.json(isAllowed ? order : { id: order.id })
})

// Who comes in is said by the test, whatever its function is called.
function gate(role: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (memberOf(request)?.role === role) next()
    else response.status(403).end()
  }
}
app.patch('/gated/customers/:id', gate('admin'), async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect-low: unvalidated-input
})
app.patch('/gated/orders/:id', gate('customer'), async (request, response) => {
  response.json(await prisma.order.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect: unvalidated-input
})
