import { readFileSync } from 'node:fs'
import express from 'express'

const app = express()
app.get('/debug/report', (req, res) => {
  res.send(readFileSync(String(req.query.name))) // expect-low: blocking-call
})
app.get('/report', (req, res) => {
  res.send(readFileSync(String(req.query.name))) // expect: blocking-call
})
app.listen(3000)
