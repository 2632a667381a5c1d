import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'
import { Hono } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'

const attempts = rateLimiter({ windowMs: 60_000, limit: 5, keyGenerator: (c) => c.req.header('x-forwarded-for') ?? '' })
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') })

const accounts = new Hono()
  .post('/login', (c) => c.json({ ok: true })) // expect: missing-rate-limit
  .post('/register', (c) => c.json({ ok: true }))
const limited = new Hono()
  .use(attempts)
  .post('/login', (c) => c.json({ ok: true }))
const asks = new Hono().post('/login', async (c) => {
  const { success } = await ratelimit.limit(c.req.header('x-forwarded-for') ?? '')
  return success ? c.json({ ok: true }) : c.json({ ok: false }, 429)
})
const app = new Hono()
const v1 = app.basePath('/v1')
v1.route('/accounts', accounts)
v1.route('/limited', limited)
v1.route('/asks', asks)
app.use('/v2/*', attempts)
app.post('/v2/login', (c) => c.json({ ok: true }))

export default app
