// Files that administrators alone have read, as the tests of the procedure or of the handler say.
import { initTRPC, TRPCError } from '@trpc/server'
import express, { type NextFunction, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { readFileSync } from 'node:fs'

interface User {
  readonly role: string
  readonly permissions: string[]
}
const t = initTRPC.context<{ user: User | null }>().create()
const permitted = {
  requires: (permission: string) =>
    t.procedure.use(({ ctx, next }) => {
      if (!ctx.user?.permissions.includes(permission)) throw new TRPCError({ code: 'FORBIDDEN' })
      return next({ ctx })
    }),
}
const marked = t.procedure.use(({ ctx, next }) => next({ ctx: { isAdmin: ctx.user?.role === 'admin' } }))

export const router = t.router({
  whole: permitted.requires('admin').query(() => readFileSync(`${process.env['DATA']}/whole.sql`)), // expect-low: blocking-call
  // Members may read posts.
  posts: permitted.requires('posts').query(() => readFileSync(`${process.env['DATA']}/posts.sql`)), // expect: blocking-call
  // That somebody is an administrator is only written down.
  marked: marked.query(() => readFileSync(`${process.env['DATA']}/marked.sql`)), // expect: blocking-call
})

const app = express()
const userOf = (req: Request) => jwt.verify(req.headers.authorization ?? '', process.env['KEY'] ?? '') as User
app.get('/copy', (req, res) => {
  if (!userOf(req).permissions.includes('admin')) return void res.status(403).end()
  res.end(readFileSync(`${process.env['DATA']}/${req.query['name']}.sql`)) // expect-low: blocking-call
})
app.get('/export', (req, res) => {
  // Everybody who asks for less comes in.
  if (req.query['all'] && !userOf(req).permissions.includes('admin')) return void res.status(403).end()
  res.end(readFileSync(`${process.env['DATA']}/${req.query['name']}.csv`)) // expect: blocking-call
})
function keepOut(req: Request, res: Response, next: NextFunction): void {
  if (userOf(req).role === 'admin') next()
  else res.status(403).end()
}
app.get('/report', keepOut, (req, res) => {
  res.end(readFileSync(`${process.env['DATA']}/${req.query['name']}.pdf`)) // expect-low: blocking-call
})
