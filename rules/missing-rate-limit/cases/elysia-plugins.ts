import bcrypt from 'bcrypt'
import { Elysia } from 'elysia'

/** A plugin that is a function: what it registers holds for whoever uses it. */
const requireRole = (role: string) => (app: Elysia) =>
  app.guard({
    beforeHandle: ({ headers, set }) => {
      if (headers.authorization !== `Bearer ${role}`) {
        set.status = 401
        return 'Unauthorized'
      }
    },
  })

const withClock = (app: Elysia) => app.state('now', 0)

const staff = new Elysia().use(requireRole('admin')).post('/staff', async ({ body }) => ({ isRight: await bcrypt.compare(String(body), 'hash') }))
const sellers = new Elysia().use(requireRole('seller')).post('/sellers', async ({ body }) => ({ isRight: await bcrypt.compare(String(body), 'hash') }))

// What the plugin registers says nothing of who asks.
const members = new Elysia().use(withClock).post('/members', async ({ body }) => ({ isRight: await bcrypt.compare(String(body), 'hash') })) // expect: missing-rate-limit

// Only what is registered inside is guarded.
const guests = new Elysia()
  .guard({ beforeHandle: ({ headers, set }) => (headers.authorization === 'Bearer me' ? undefined : ((set.status = 401), 'Unauthorized')) }, (app) =>
    app.post('/known/check', async ({ body }) => ({ isRight: await bcrypt.compare(String(body), 'hash') })),
  )
  .post('/guests/login', async ({ body }) => ({ isRight: await bcrypt.compare(String(body), 'hash') })) // expect: missing-rate-limit

new Elysia().use(staff).use(sellers).use(members).use(guests).listen(3000)
