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
