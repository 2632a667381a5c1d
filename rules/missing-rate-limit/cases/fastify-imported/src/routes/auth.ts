import type { FastifyPluginAsync } from 'fastify'

const auth: FastifyPluginAsync = async (app) => {
  app.post('/login', async () => ({ ok: true })) // expect: missing-rate-limit
}

export default auth
