import { Elysia } from 'elysia'
import { rateLimit } from 'elysia-rate-limit'

const accounts = new Elysia({ prefix: '/accounts' }).post('/login', () => ({ ok: true })) // expect: missing-rate-limit

const recovery = new Elysia({ prefix: '/recovery' })
  .use(rateLimit({ max: 5, duration: 60_000 }))
  .post('/forgot-password', () => ({ sent: true }))

new Elysia().use(accounts).use(recovery).listen(3000)
