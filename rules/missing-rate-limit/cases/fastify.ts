import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

const app = fastify()

async function accounts(instance: FastifyInstance) {
  instance.post('/login', async () => ({ ok: true })) // expect: missing-rate-limit
  instance.post('/register', async () => ({ ok: true }))
  instance.post('/otp', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async () => ({ ok: true }))
}
app.register(accounts, { prefix: '/accounts' })

// In a scope of its own: a plugin that limits.
async function limited(instance: FastifyInstance) {
  await instance.register(rateLimit, { max: 5 })
  instance.post('/login', async () => ({ ok: true }))
  instance.post('/magic-link', { config: { rateLimit: false } }, async () => ({ ok: true }))
}
app.register(limited, { prefix: '/limited' })

// Only for routes that ask for it.
async function asked(instance: FastifyInstance) {
  await instance.register(rateLimit, { global: false })
  instance.post('/login', async () => ({ ok: true })) // expect: missing-rate-limit
  instance.post('/reset-password', { preHandler: instance.rateLimit({ max: 5 }) }, async () => ({ ok: true }))
}
app.register(asked, { prefix: '/asked' })

// A plugin without a scope of its own limits what it is given to.
const limits = fp(async (instance: FastifyInstance) => {
  await instance.register(rateLimit, { max: 100 })
})
async function shared(instance: FastifyInstance) {
  instance.register(limits)
  instance.post('/login', async () => ({ ok: true }))
}
app.register(shared, { prefix: '/shared' })
