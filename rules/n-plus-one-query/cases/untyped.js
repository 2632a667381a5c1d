const { PrismaClient } = require('@prisma/client')

const prisma = new PrismaClient()

// The receiver is known by its declaration.
exports.load = async (ids) => {
  for (const id of ids) await prisma.order.findUnique({ where: { id } }) // expect: n-plus-one-query
}

// Nothing declares the context; its shape tells.
exports.fromContext = async (ids, ctx) => {
  for (const id of ids) await ctx.prisma.order.findUnique({ where: { id } }) // expect: n-plus-one-query
}

// The same names on other things.
exports.inMemory = (ids, cache) => ids.map((id) => cache.entries.findFirst(id))
