// The failure is told by what stands behind it.
import { S3Client, DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { PrismaClient } from '@prisma/client'
import express from 'express'
import { Server } from 'socket.io'

const prisma = new PrismaClient()
const s3 = new S3Client({})
const app = express()
const io = new Server()

const Status = { Unauthorized: 401, Ok: 200 }
const FAILED = { renewed: false }

class Failure {
  constructor(readonly body: unknown) {}
}
const failed = (what: unknown) => new Failure({ error: what })
const error = (what: unknown) => new Failure({ error: what })

export function reserve(seat: number, isFree: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (!isFree) {
      error({ seat })
      return reject(error('not free'))
    }
    if (seat < 0) {
      failed({ seat })
      return failed('no such seat')
    }
    error({ seat }) // expect: swallowed-error
    resolve(seat)
  })
}

app.post('/session', async (req, res) => {
  try {
    const user = await prisma.user.update({ where: { id: Number(req.body.id) }, data: { name: String(req.body.name) } })
    res.json(user)
    return
  } catch {} // expect-low: swallowed-error
  res.status(Status.Unauthorized)
  res.json(FAILED)
})

app.post('/renew', async (req, res) => {
  try {
    await prisma.user.update({ where: { id: Number(req.body.id) }, data: { name: String(req.body.name) } })
  } catch {} // expect: swallowed-error
  res.status(Status.Ok)
  res.json({ renewed: true })
})

// Behind the test around it too.
export async function userOf(key: string | undefined): Promise<unknown> {
  if (key) {
    try {
      const user = await prisma.user.update({ where: { id: Number(key) }, data: { name: 'seen' } })
      if (user) return user
    } catch {} // expect-low: swallowed-error
  }
  throw new Error('nobody known')
}

export async function markPaid(key: string | undefined): Promise<void> {
  if (key) {
    try {
      await prisma.user.update({ where: { id: Number(key) }, data: { name: 'paid' } })
    } catch {} // expect: swallowed-error
  }
  throw new Error('nobody known')
}

// ---- A function that only calls a member which throws when there is none

const findUser = (id: number) => prisma.user.findUniqueOrThrow({ where: { id } })

export async function userFor(id: number): Promise<unknown> {
  try {
    return await findUser(id)
  } catch {}
  return prisma.user.create({ data: { id, name: 'guest' } as never })
}

export async function greet(id: number): Promise<void> {
  try {
    const user = await findUser(id)
    await prisma.user.update({ where: { id: user.id }, data: { name: 'greeted' } })
  } catch {} // expect: swallowed-error
}

// ---- What is replaced at once, and what is left behind

app.post('/contracts/:key', async (req, res) => {
  if (req.body.replaces) {
    try {
      await s3.send(new DeleteObjectCommand({ Bucket: 'contracts', Key: req.body.replaces }))
    } catch {} // expect-low: swallowed-error
  }
  await s3.send(new PutObjectCommand({ Bucket: 'contracts', Key: req.params.key, Body: String(req.body) }))
  res.sendStatus(204)
})

app.delete('/contracts/:key', async (req, res) => {
  await s3.send(new DeleteObjectCommand({ Bucket: 'contracts', Key: req.params.key })).catch(() => {}) // expect: swallowed-error
  res.sendStatus(204)
})

// ---- Whoever has left

io.on('connection', async (socket) => {
  socket.on('disconnect', () => prisma.user.delete({ where: { id: Number(socket.data.id) } }).catch(() => {})) // expect-low: swallowed-error
  socket.on('rename', (name: string) => prisma.user.update({ where: { id: Number(socket.data.id) }, data: { name } }).catch(() => {})) // expect: swallowed-error
})

// ---- Whoever looks can know whether it went well

export async function rename(id: number, name: string): Promise<{ renamed: boolean }> {
  let renamed = false
  try {
    await prisma.user.update({ where: { id }, data: { name } })
    renamed = true
  } catch { // expect-low: swallowed-error
    renamed = false
  }
  return { renamed }
}

export async function seatOf(seat: number): Promise<{ free: boolean }> {
  let taken = true
  try {
    taken = (await prisma.user.count({ where: { id: seat } })) > 0
  } catch { // expect: swallowed-error
    taken = false
  }
  return { free: !taken }
}
