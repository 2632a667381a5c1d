import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

function findServer(id: string) {
  return prisma.server.findUnique({ where: { id } })
}

// Whoever calls it has the server already: one mistake, however many do.
async function run(serverId: string, command: string) {
  const server = await findServer(serverId) // expect: uncached-repeated-query
  return `${server?.host}: ${command}`
}

app.post('/servers/:id/restart', async (req, res) => {
  const server = await findServer(req.params.id)
  if (!server) return res.status(404).end()
  res.json(await run(req.params.id, 'restart'))
})

app.post('/servers/:id/stop', async (req, res) => {
  const server = await findServer(req.params.id)
  if (!server) return res.status(404).end()
  res.json(await run(req.params.id, 'stop'))
})

// Each of them loads the server for itself: who has it in the middle passes it on, and is given it just so.
function findMachine(id: string) {
  return prisma.server.findUnique({ where: { id } })
}
async function backUp(serverId: string) {
  const server = await findMachine(serverId) // expect: uncached-repeated-query
  if (!server) throw new Error('gone')
  return copyDisk(serverId)
}
async function copyDisk(serverId: string) {
  const server = await findMachine(serverId)
  return `${server?.host}: copied`
}
app.post('/servers/:id/backup', async (req, res) => {
  const server = await findMachine(req.params.id)
  if (!server) return res.status(404).end()
  res.json(await backUp(req.params.id))
})
app.post('/backups', async (req, res) => {
  res.json(await backUp(req.body.server))
})
