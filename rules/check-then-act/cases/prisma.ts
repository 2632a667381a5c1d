import { PrismaClient } from '@prisma/client'
import { Router } from 'express'

const prisma = new PrismaClient()
export const router = Router()

router.post('/withdraw', async (req, res) => {
  const account = await prisma.account.findUnique({ where: { id: req.body.id } })
  if (!account || account.balance < req.body.amount) throw new Error('too little')
  await prisma.account.update({ where: { id: req.body.id }, data: { balance: account.balance - req.body.amount } }) // expect: check-then-act
  res.json({})
})

router.post('/withdraw-in-transaction', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: req.body.id } })
    if (account.balance < req.body.amount) throw new Error('too little')
    await tx.account.update({ where: { id: account.id }, data: { balance: account.balance - req.body.amount } }) // expect: check-then-act
  })
  res.json({})
})

router.post('/withdraw-serializable', async (req, res) => {
  await prisma.$transaction(
    async (tx) => {
      const account = await tx.account.findUniqueOrThrow({ where: { id: req.body.id } })
      if (account.balance < req.body.amount) throw new Error('too little')
      await tx.account.update({ where: { id: account.id }, data: { balance: account.balance - req.body.amount } })
    },
    { isolationLevel: 'Serializable' },
  )
  res.json({})
})

router.post('/withdraw-locked', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${req.body.id} FOR UPDATE`
    const account = await tx.account.findUniqueOrThrow({ where: { id: req.body.id } })
    if (account.balance < req.body.amount) throw new Error('too little')
    await tx.account.update({ where: { id: account.id }, data: { balance: account.balance - req.body.amount } })
  })
  res.json({})
})

router.post('/withdraw-advisory', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${req.body.id})`
    const account = await tx.account.findUniqueOrThrow({ where: { id: req.body.id } })
    await tx.account.update({ where: { id: account.id }, data: { balance: account.balance - req.body.amount } })
  })
  res.json({})
})

router.post('/withdraw-atomic', async (req, res) => {
  const account = await prisma.account.findUnique({ where: { id: req.body.id } })
  if (!account) throw new Error('unknown account')
  const { count } = await prisma.account.updateMany({ where: { id: account.id, balance: { gte: req.body.amount } }, data: { balance: { decrement: req.body.amount } } })
  if (count === 0) throw new Error('too little')
  res.json({})
})

router.post('/withdraw-version', async (req, res) => {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: req.body.id } })
  if (account.balance < req.body.amount) throw new Error('too little')
  const { count } = await prisma.account.updateMany({ where: { id: account.id, version: account.version }, data: { balance: account.balance - req.body.amount, version: account.version + 1 } })
  if (count === 0) throw new Error('somebody was faster')
  res.json({})
})

router.post('/views', async (req, res) => {
  const post = await prisma.post.findUniqueOrThrow({ where: { id: req.body.id } })
  const likes = post.likes + 1
  await prisma.post.update({ where: { id: post.id }, data: { likes } }) // expect: check-then-act
  res.json({ likes })
})

router.put('/profile', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.body.id } })
  if (!user) throw new Error('unknown user')
  await prisma.user.update({ where: { id: user.id }, data: { name: req.body.name, slug: user.name + '-' + user.id } })
  res.json({})
})

router.post('/transfer', async (req, res) => {
  const [from, to] = await Promise.all([
    prisma.account.findUniqueOrThrow({ where: { id: req.body.from } }),
    prisma.account.findUniqueOrThrow({ where: { id: req.body.to } }),
  ])
  if (from.balance < req.body.amount) throw new Error('too little')
  await prisma.$transaction([
    prisma.account.update({ where: { id: from.id }, data: { balance: from.balance - req.body.amount } }), // expect: check-then-act
    prisma.account.update({ where: { id: to.id }, data: { balance: to.balance + req.body.amount } }), // expect: check-then-act
  ])
  res.json({})
})

async function findAccount(id: number) {
  return prisma.account.findUniqueOrThrow({ where: { id } })
}

async function setBalance(id: number, balance: number) {
  await prisma.account.update({ where: { id }, data: { balance } })
}

router.post('/withdraw-by-helpers', async (req, res) => {
  const account = await findAccount(req.body.id)
  if (account.balance < req.body.amount) throw new Error('too little')
  await setBalance(req.body.id, account.balance - req.body.amount) // expect: check-then-act
  res.json({})
})

router.post('/tags', async (req, res) => {
  const post = await prisma.post.findUniqueOrThrow({ where: { id: req.body.id } })
  await prisma.post.update({ where: { id: post.id }, data: { tags: [...post.tags, req.body.tag] } }) // expect: check-then-act
  res.json({})
})

router.post('/rename', async (req, res) => {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: req.body.id } })
  if (account.name !== req.body.name) await prisma.account.update({ where: { id: account.id }, data: { name: req.body.name } })
  res.json({})
})
