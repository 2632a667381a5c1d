import fs from 'node:fs'
import { Router } from 'express'

// A file that is written so throughout is one finding.
export const receipts = Router()

receipts.get('/receipts/:id', (req, res) => {
  res.send(fs.readFileSync(`receipts/${req.params.id}.html`)) // expect: blocking-call
})

receipts.get('/receipts/:id/lines', (req, res) => {
  res.send(fs.readFileSync(`receipts/${req.params.id}.csv`))
})

receipts.get('/receipts/:id/scan', (req, res) => {
  res.send(fs.readFileSync(`receipts/${req.params.id}.png`))
})

receipts.get('/receipts/:id/mail', (req, res) => {
  res.send(fs.readFileSync(`receipts/${req.params.id}.eml`))
})
