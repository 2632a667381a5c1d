import { createServer } from 'node:http'
import express from 'express'
import { rotateKeys } from './keys'
import { readSettings } from './settings'
import { prepare } from './start'

const app = express()

app.get('/settings', async (_req, res) => {
  res.json(await readSettings())
})

app.post('/keys', async (_req, res) => {
  await rotateKeys()
  res.sendStatus(204)
})

void (async () => {
  await prepare()
  const server = createServer()
  server.on('request', app)
  server.listen(3000)
})()
