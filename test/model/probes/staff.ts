// Who runs the system, and comes in alone.
import { initTRPC, TRPCError } from '@trpc/server'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'

interface User {
  readonly id: string
  readonly role: string
  readonly permissions: string[]
  readonly admin: boolean
}
interface Context {
  readonly user: User | null
  readonly db: { find(): Promise<{ current: string }> }
}
declare global {
  namespace Express {
    interface User {
      readonly role?: string
    }
  }
}
const t = initTRPC.context<Context>().create()
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})
const shopOnly = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user || (ctx.user.role !== 'owner' && ctx.user.role !== 'admin')) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})
const permitted = {
  requires: (permission: string) =>
    signedIn.use(({ ctx, next }) => {
      if (!ctx.user.permissions.includes(permission)) throw new TRPCError({ code: 'FORBIDDEN' })
      return next({ ctx })
    }),
}
const setupStep = (db: Context['db']) => db.find()
const onboarding = {
  at: (step: string) =>
    t.procedure.use(async ({ ctx, next }) => {
      const current = await onboardingOf(ctx.db).then((one) => one.current)
      if (current !== step) throw new TRPCError({ code: 'FORBIDDEN' })
      return next({ ctx })
    }),
}
const onboardingOf = setupStep
const marked = t.procedure.use(({ ctx, next }) => {
  const isAdmin = ctx.user?.role === 'admin'
  return next({ ctx: { isAdmin } })
})
export const router = t.router({
  mine: signedIn.mutation(() => 1), // staff: -
  shop: shopOnly.mutation(() => 1), // staff: owners
  all: permitted.requires('admin').mutation(() => 1), // staff: admin
  some: permitted.requires('posts').mutation(() => 1), // staff: -
  first: onboarding.at('start').mutation(() => 1), // staff: system
  marked: marked.mutation(() => 1), // staff: -
})

class Forbidden extends Error {
  readonly status = 403
}
const app = express()
function keepOut(req: Request, res: Response, next: NextFunction): void {
  if (req.user?.role === 'admin') next()
  else res.status(403).end()
}
function lookAt(req: Request, res: Response, next: NextFunction): void {
  if (req.user?.role === 'admin') res.locals['all'] = true
  if (!req.user) return void res.status(403).end()
  next()
}
const open = (req: Request, res: Response, next: NextFunction) => {
  if (req.path.startsWith('/p')) return next()
  if (req.user?.role !== 'admin') return void res.status(403).end()
  next()
}
const atLeast = (...wanted: string[]): RequestHandler => (req, res, next) => (wanted.includes(req.user?.role ?? '') ? next() : void res.sendStatus(403))
function withSetting(name: string): RequestHandler {
  return (req, res, next) => {
    if (req.user && (req.user.role === 'admin' || configured(name) >= req.user.role!)) next()
    else res.status(401).end()
  }
}
const configured = (name: string) => getConfig(name)
const getConfig = (name: string) => process.env[name] ?? '1'
app.post('/a', keepOut, (_req, res) => void res.end()) // staff: admin
app.post('/b', lookAt, (_req, res) => void res.end()) // staff: -
app.post('/c', open, (_req, res) => void res.end()) // staff: -
app.post('/d', atLeast('admin', 'moderator'), (_req, res) => void res.end()) // staff: staff
app.post('/e', atLeast('admin', 'member'), (_req, res) => void res.end()) // staff: -
app.post('/f', atLeast('owner'), (_req, res) => void res.end()) // staff: owners

const userOf = async (req: Request): Promise<User | undefined> => jwt.verify(req.headers.authorization ?? '', 'key') as User
app.post('/g', async (req, res) => { // staff: admin
  const user = await userOf(req)
  if (!user?.permissions.includes('admin')) return void res.status(403).end()
  res.end()
})
app.post('/h', async (req, res) => { // staff: -
  const isAdmin = (await userOf(req))?.permissions.includes('admin') ?? false
  if (!isAdmin && req.body.price > 10) return void res.status(403).end()
  res.end()
})
app.post('/i', async (req, res) => { // staff: -
  if (req.body.role !== 'admin') return void res.status(403).end()
  res.end()
})
app.post('/j', async (req, res) => { // staff: -
  if (req.body.all) {
    if (!(await userOf(req))?.admin) return void res.status(403).end()
  }
  res.end()
})
const isOnboardingActive = async () => (await setupStep({ find: async () => ({ current: 'start' }) })).current === 'start'
app.post('/k', async (req, res) => { // staff: admin
  const isAdmin = (await userOf(req))?.permissions.includes('admin') ?? false
  const isOnboarding = !isAdmin && (await isOnboardingActive())
  if (!isAdmin && !isOnboarding) return void res.status(403).end()
  res.end()
})
async function mayGoOn(req: Request): Promise<User> {
  const user = await userOf(req)
  if (user?.role !== 'admin') throw new Forbidden()
  return user
}
async function says(req: Request): Promise<boolean> {
  const user = await userOf(req)
  if (user?.role !== 'admin') return false
  if (!user.id) throw new Forbidden()
  return true
}
app.post('/l', async (req, res) => { // staff: admin
  await mayGoOn(req)
  res.end()
})
app.post('/m', async (req, res) => { // staff: -
  const isAll = await says(req)
  res.json({ isAll })
})
app.post('/n', async (req, res) => { // staff: -
  await mayGoOn(req).catch(() => undefined)
  res.end()
})
app.post('/o', async (req, res) => { // staff: -
  const admin = await find(req.body.email)
  if (!admin) return void res.status(401).end()
  res.end()
})
const find = async (email: string): Promise<string | undefined> => (email ? email : undefined)
app.post('/p', withSetting('min_role'), (_req, res) => void res.end()) // staff: staff
