// It listens where only the machine itself comes.
import express from 'express'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const app = express()

function hostOf(given: string | undefined) {
  const host = given ?? '127.0.0.1'
  if (host !== '127.0.0.1' && host !== 'localhost') throw new Error('only for this machine')
  return host
}

app.put('/sales/:id', (req, res) => {
  writeFileSync(path.join('sales', req.params.id), JSON.stringify(req.body)) // expect-low: blocking-call
  res.sendStatus(204)
})

const host = hostOf(process.env['TILL_HOST'])
app.listen(4000, host)
