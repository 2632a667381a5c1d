import type { Cache } from 'cache-manager'
import express from 'express'
import { createClient } from 'redis'

const app = express()
const client = createClient({ url: 'redis://localhost' })

declare const cache: Cache

app.post('/seats/:id', (req, res) => {
  client.set(`seat:${req.params.id}`, 'held') // expect: floating-promise
  // Its stores tell listeners of what fails, and reject nothing.
  cache.del('seats') // expect-low: floating-promise
  res.sendStatus(202)
})
