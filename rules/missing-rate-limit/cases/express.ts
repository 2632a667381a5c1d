import bcrypt from 'bcrypt'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { slowDown } from 'express-slow-down'
import ExpressBrute from 'express-brute'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import passport from 'passport'

const app = express()
const attempts = rateLimit({ windowMs: 60_000, limit: 5 })
const handle = (_req: Request, res: Response) => void res.end()

// Open routes of one router are told once.
const accounts = Router()
accounts.post('/login', handle) // expect: missing-rate-limit
accounts.post('/register', handle)
accounts.post('/forgot-password', handle)
accounts.get('/login', handle)
accounts.post('/logout', handle)
app.use('/accounts', accounts)

// On the route.
const limited = Router()
limited.post('/login', attempts, handle)
limited.post('/sign-in', [attempts], handle)
limited.post('/otp/verify', slowDown({ windowMs: 60_000 }), handle)
limited.post('/register', new ExpressBrute(new ExpressBrute.MemoryStore()).prevent, handle)
app.use('/limited', limited)

// On the router, before the routes.
const guarded = Router()
guarded.use(attempts)
guarded.post('/login', handle)
app.use('/guarded', guarded)

// On the router, after the route: it never runs for it.
const late = Router()
late.post('/reset-password', handle) // expect: missing-rate-limit
late.use(attempts)
app.use('/late', late)

// Where the router is mounted.
const mounted = Router()
mounted.post('/signup', handle)
app.use('/mounted', attempts, mounted)

// Below the path of a limiter, and beside it.
const below = Router()
below.post('/login', handle)
const beside = Router()
beside.post('/login', handle) // expect: missing-rate-limit
app.use('/v1/below', attempts)
app.use('/v1/below', below)
app.use('/v1/beside', beside)

// By what the handler does.
const vault = Router()
vault.post('/unlock', async (req: Request, res: Response) => { // expect: missing-rate-limit
  res.json({ open: await bcrypt.compare(req.body.pin, 'hash') })
})
app.use('/vault', vault)

// The handler asks a limiter itself.
const byHandler = Router()
const points = new RateLimiterMemory({ points: 5, duration: 60 })
byHandler.post('/login', async (req: Request, res: Response) => {
  await points.consume(req.ip ?? '')
  res.end()
})
app.use('/by-handler', byHandler)

// A limiter of the project, by what it does.
const hits = new Map<string, number>()
function calm(req: Request, res: Response, next: NextFunction) {
  const count = (hits.get(req.ip ?? '') ?? 0) + 1
  hits.set(req.ip ?? '', count)
  if (count > 5) {
    res.status(429).end()
    return
  }
  next()
}
const own = Router()
own.post('/login', calm, handle)
app.use('/own', own)

// One that only has the name and does nothing.
const rateLimiter = (_req: Request, _res: Response, next: NextFunction) => next()
const empty = Router()
empty.post('/login', rateLimiter, handle) // expect: missing-rate-limit
app.use('/empty', empty)

// Behind a guard, for work that is no login; the check of the old password is of low interest.
const profile = Router()
profile.use(passport.authenticate('jwt', { session: false }))
profile.post('/avatar', handle)
profile.post('/password', async (req: Request, res: Response) => {
  res.json({ ok: await bcrypt.compare(req.body.old, 'hash') })
})
app.use('/profile', profile)
const second = Router()
second.use(passport.authenticate('jwt', { session: false }))
second.post('/2fa/verify', handle) // expect-low: missing-rate-limit
app.use('/second', second)

// The guard that checks the password is what is tried.
const local = Router()
local.post('/login', passport.authenticate('local'), handle) // expect: missing-rate-limit
app.use('/local', local)

// Not for people: webhooks, callbacks of others who limit.
const others = Router()
others.post('/webhooks/register', handle)
others.post('/google/login', handle)
app.use('/others', others)

// Dear and open.
const dear = Router()
dear.get('/orders/search', handle) // expect-low: missing-rate-limit
app.use('/dear', dear)

// The key that comes with each request was made by a machine.
app.post('/exchange/rates', async (req, res) => {
  const isKnown = await bcrypt.compare(String(req.headers.authorization), 'hash')
  if (!isKnown) return void res.sendStatus(401)
  res.json({ rate: 1.1 })
})

// Machines register themselves.
app.post('/runners/:id/register', handle)
