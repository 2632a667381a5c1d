import type { FastifyInstance } from 'fastify'

export default async function codes(app: FastifyInstance) {
  await app.register(import('@fastify/rate-limit'), { max: 10, timeWindow: '1 minute' })
  app.post('/magic-link', async () => ({ sent: true }))
}
