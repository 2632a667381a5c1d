import { existsSync } from 'node:fs'
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

// The row is made before anybody is served, and then only read.
async function secretOf() {
  const known = await prisma.setting.findFirst({ where: { key: 'session-secret' } }) // expect-low: check-then-act
  if (known) return known.value
  const made = await prisma.setting.create({ data: { key: 'session-secret', value: 'new' } })
  return made.value
}

// It is made when the first request asks for it.
async function saltOf() {
  const known = await prisma.setting.findFirst({ where: { key: 'salt' } }) // expect: check-then-act
  if (known) return known.value
  const made = await prisma.setting.create({ data: { key: 'salt', value: 'new' } })
  return made.value
}

// Each shop has one of its own.
async function openTill(shopId: string) {
  const known = await prisma.till.findFirst({ where: { shopId } }) // expect: check-then-act
  if (known) return known
  return prisma.till.create({ data: { shopId } })
}

app.get('/session', async (_req, res) => {
  res.json({ secret: await secretOf(), salt: await saltOf() })
})

app.post('/shops/:id/till', async (req, res) => {
  res.json(await openTill(req.params.id))
})

// A code that works once stands in front.
app.post('/devices', async (req, res) => {
  const code = await prisma.authorizationCode.findFirst({ where: { code: req.body.code, tokenId: null } })
  if (!code) throw new Error('used or unknown')
  const known = await prisma.accessToken.findFirst({ where: { userId: req.body.userId, name: 'device' } }) // expect-low: check-then-act
  const token = known ?? (await prisma.accessToken.create({ data: { userId: req.body.userId, name: 'device' } }))
  await prisma.authorizationCode.update({ where: { code: req.body.code }, data: { tokenId: token.id } })
  res.json(token)
})

// Nothing uses the code up.
app.post('/devices/again', async (req, res) => {
  const code = await prisma.authorizationCode.findFirst({ where: { code: req.body.code } })
  if (!code) throw new Error('unknown')
  const known = await prisma.accessToken.findFirst({ where: { userId: req.body.userId, name: 'again' } }) // expect: check-then-act
  const token = known ?? (await prisma.accessToken.create({ data: { userId: req.body.userId, name: 'again' } }))
  res.json(token)
})

// The provider takes each code once.
export async function takeProfile(accessToken: string, refreshToken: string, profile: { username: string }, done: (error: unknown, user?: unknown) => void) {
  const known = await prisma.account.findFirst({ where: { name: profile.username, kind: 'oauth' } }) // expect-low: check-then-act
  done(null, known ?? (await prisma.account.create({ data: { name: profile.username, kind: 'oauth' } })))
}

export async function takeName(profile: { username: string }) {
  const known = await prisma.account.findFirst({ where: { name: profile.username, kind: 'local' } }) // expect: check-then-act
  return known ?? (await prisma.account.create({ data: { name: profile.username, kind: 'local' } }))
}

// What somebody keeps for later is seen, and chosen again.
app.post('/readers/:id/bookmarks', async (req, res) => {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const isKept = reader.bookmarks.includes(req.body.book)
  const bookmarks = isKept ? reader.bookmarks.filter((book) => book !== req.body.book) : [...reader.bookmarks, req.body.book]
  await prisma.reader.update({ where: { id: reader.id }, data: { bookmarks } }) // expect-low: check-then-act
  res.sendStatus(204)
})

// Whoever follows more than there may be takes a place.
app.post('/readers/:id/following', async (req, res) => {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  if (reader.following.length >= 10) throw new Error('too many')
  await prisma.reader.update({ where: { id: reader.id }, data: { following: [...reader.following, req.body.other] } }) // expect: check-then-act
  res.sendStatus(204)
})

// Where somebody may go is no taste.
app.post('/readers/:id/rooms', async (req, res) => {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  await prisma.reader.update({ where: { id: reader.id }, data: { rooms: [...reader.rooms, req.body.room] } }) // expect: check-then-act
  res.sendStatus(204)
})

// The next scan makes it again.
app.post('/folders/:id/scan', async (req, res) => {
  const folder = await prisma.folder.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const files = folder.files.filter((file) => existsSync(file))
  await prisma.folder.update({ where: { id: folder.id }, data: { files, lastScan: new Date() } }) // expect-low: check-then-act
  res.sendStatus(204)
})

// What somebody takes out stays out.
app.delete('/folders/:id/files/:name', async (req, res) => {
  const folder = await prisma.folder.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const files = folder.files.filter((file) => file !== req.params.name)
  await prisma.folder.update({ where: { id: folder.id }, data: { files } }) // expect: check-then-act
  res.sendStatus(204)
})

async function start() {
  await secretOf()
  await openTill('main')
  app.listen(3000)
}

void start()
