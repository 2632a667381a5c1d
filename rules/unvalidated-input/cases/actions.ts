'use server'
import { PrismaClient } from '@prisma/client'
import { createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'

const prisma = new PrismaClient()
const client = createSafeActionClient()

export const createCustomer = client.inputSchema(z.object({ name: z.string() })).action(async ({ parsedInput }) => {
  await prisma.customer.create({ data: parsedInput })
})

export const renameCustomer = client
  .use(async ({ next }) => next())
  .inputSchema(z.object({ id: z.number(), name: z.string() }))
  .action(async ({ parsedInput: { id, name } }) => {
    await prisma.customer.update({ where: { id }, data: { name } })
  })

export const importCustomer = client.inputSchema(z.any()).action(async ({ parsedInput }) => { // expect: unvalidated-input
  await prisma.customer.create({ data: parsedInput })
})
