import type { Application } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export function addTenants(app: Application) {
  app.get('/tenants', async (req, res) => {
    res.json(await prisma.tenant.findMany({ take: 50 }))
  })
}

/** One of those who call it gives an application that looks at no promise. */
export function addVoucher(app: Application) {
  app.get('/vouchers', async (req, res) => { // expect: unhandled-async-error
    res.json(await prisma.voucher.findMany({ take: 50 }))
  })
}
