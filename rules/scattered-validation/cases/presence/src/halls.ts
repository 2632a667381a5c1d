import { Router } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
export const halls = Router()

// That one field is there is asked in passing: all such handlers of the package are one finding.
halls.post('/halls', async (req, res) => {
  if (!req.body.row) return res.status(400).json({ error: 'row is required' }) // expect: scattered-validation
  return res.json(await prisma.hall.create({ data: { row: req.body.row } }))
})

halls.post('/halls/hold', async (req, res) => {
  if (!req.body.hallId) return res.status(400).json({ error: 'hallId is required' })
  return res.json(await prisma.hall.update({ where: { id: req.body.hallId }, data: { held: true } }))
})

halls.post('/halls/free', async (req, res) => {
  if (!req.body.hallId) return res.status(400).json({ error: 'hallId is required' })
  return res.json(await prisma.hall.update({ where: { id: req.body.hallId }, data: { held: false } }))
})
