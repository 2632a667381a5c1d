import { PrismaClient } from '@prisma/client'
import DataLoader from 'dataloader'
import express, { type NextFunction, type Request, type Response } from 'express'
import { LRUCache } from 'lru-cache'

const prisma = new PrismaClient()
const app = express()
const plans = new LRUCache<string, { name: string }>({ max: 100, ttl: 60_000 })
const users = new DataLoader(async (ids: readonly number[]) => prisma.user.findMany({ where: { id: { in: [...ids] } } }))

async function loadUser(req: Request, res: Response, next: NextFunction) {
  const user = await prisma.user.findUnique({ where: { id: Number(req.headers['x-user']) } })
  if (!user) return res.status(401).end()
  Object.assign(req, { user })
  ;(req as any).user = user
  next()
}

async function requirePermission(req: Request, res: Response, next: NextFunction) {
  const permissions = await prisma.permission.findMany({ where: { userId: (req as any).user.id }, take: 100 }) // expect: uncached-repeated-query
  if (!permissions.some((permission: { name: string }) => permission.name === req.path)) return res.status(403).end()
  next()
}

async function loadPlan(req: Request, res: Response, next: NextFunction) {
  const known = plans.get('current')
  if (known) return next()
  const plan = await prisma.plan.findFirst({ where: { name: 'current' } })
  if (plan) plans.set('current', plan)
  next()
}

app.use(loadUser)
app.use(requirePermission)
app.use(loadPlan)

app.get('/me', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: (req as any).user.id } }) // expect: uncached-repeated-query
  res.json(user)
})

app.get('/me/posts', async (req, res) => {
  res.json(await prisma.post.findMany({ where: { userId: (req as any).user.id }, take: 20 }))
})

app.get('/loaders/:id', async (req, res) => {
  const user = await users.load(Number(req.params.id))
  const again = await users.load(Number(req.params.id))
  res.json({ user, again })
})

async function authorOf(id: number) {
  return prisma.user.findUnique({ where: { id } })
}

app.get('/posts/:id', async (req, res) => {
  const post = await prisma.post.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const comment = await prisma.comment.findFirstOrThrow({ where: { postId: post.id } })
  res.json({ author: await authorOf(post.userId), commenter: await authorOf(comment.userId) })
})

app.post('/posts/:id', async (req, res) => {
  const post = await prisma.post.findUnique({ where: { id: Number(req.params.id) } })
  if (!post) return res.status(404).end()
  await prisma.$transaction(async (tx) => {
    const fresh = await tx.post.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
    await tx.post.update({ where: { id: fresh.id }, data: { title: req.body.title } })
  })
  res.json({})
})

app.get('/twice/:id', async (req, res) => {
  const post = await prisma.post.findUnique({ where: { id: Number(req.params.id) } }) // expect: uncached-repeated-query
  const title = (await prisma.post.findUnique({ where: { id: Number(req.params.id) } }))?.title
  res.json({ post, title })
})

// Without a handle nothing is loaded.
async function assertOpen(post: { id: number; title: string }, tx?: Pick<PrismaClient, 'post'>) {
  if (tx) {
    const fresh = await tx.post.findUnique({ where: { id: post.id } })
    return fresh !== null
  }
  return post.title !== ''
}

app.put('/posts/:id', async (req, res) => {
  const post = { id: Number(req.params.id), title: String(req.body.title) }
  await assertOpen(post)
  const isOpen = await prisma.$transaction(async (tx) => assertOpen(post, tx))
  res.json({ isOpen })
})

// What else the function is given decides what it asks for.
async function roleIn(teamId: number, of: { userId: number }) {
  return prisma.customer.findUnique({ where: { id: teamId }, include: { orders: { where: { id: of.userId } } } })
}

app.get('/teams/:id/members/:member', async (req, res) => {
  const mine = await roleIn(Number(req.params.id), { userId: Number(req.headers['x-user']) })
  const theirs = await roleIn(Number(req.params.id), { userId: Number(req.params.member) })
  res.json({ mine, theirs })
})
