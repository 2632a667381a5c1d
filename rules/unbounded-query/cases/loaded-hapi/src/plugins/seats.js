const { PrismaClient } = require('@prisma/client')
require('@hapi/hapi')

const prisma = new PrismaClient()

const handlers = {
  all: async () => prisma.seat.findMany(), // expect: unbounded-query
  some: async () => prisma.seat.findMany({ take: 20 }),
  hold: async (request) => prisma.seat.update({ where: { id: request.params.id }, data: { held: true } }),
}

// A hapi server runs `register` of what it is given.
exports.plugin = {
  name: 'seats',
  register: async (server) => {
    server.route([
      { method: 'GET', path: '/seats', handler: handlers.all },
      { method: 'GET', path: '/seats/some', handler: handlers.some },
      { method: 'POST', path: '/seats/{id}/hold', handler: handlers.hold },
    ])
  },
}
