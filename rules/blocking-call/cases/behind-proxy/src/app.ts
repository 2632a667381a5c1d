// A proxy on the same machine hands on what comes from everywhere.
import express from 'express'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const app = express()
app.set('trust proxy', true)

app.put('/sales/:id', (req, res) => {
  writeFileSync(path.join('sales', req.params.id), JSON.stringify(req.body)) // expect: blocking-call
  res.sendStatus(204)
})

app.listen(4000, '127.0.0.1')
