import Hapi from '@hapi/hapi'
import bcrypt from 'bcrypt'

const server = Hapi.server({ port: 3000 })

server.route({
  method: 'POST',
  path: '/login', // expect: missing-rate-limit
  handler: async (request) => {
    const { hash, password } = request.payload as { hash: string; password: string }
    return { ok: await bcrypt.compare(password, hash) }
  },
})
server.route({ method: 'GET', path: '/orders', handler: () => [] })
