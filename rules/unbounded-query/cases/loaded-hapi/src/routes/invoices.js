const { PrismaClient } = require('@prisma/client')

const prisma = new PrismaClient()

// Routes as objects, which a loader gives to the server.
module.exports = [
  {
    method: 'GET',
    path: '/invoices',
    options: { auth: 'jwt' },
    handler: async () => prisma.invoice.findMany(), // expect: unbounded-query
  },
  {
    method: 'POST',
    path: '/invoices',
    options: { handler: async () => prisma.invoice.create({ data: { total: 1 } }) },
  },
]

// Nothing that a server would be given.
exports.columns = [{ path: 'total', label: 'Total', handler: async () => prisma.invoice.findMany() }]
