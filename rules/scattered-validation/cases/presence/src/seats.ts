import { Router } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
export const seats = Router()

seats.post('/seats', async (req, res) => {
  if (!req.body.row) return res.status(400).json({ error: 'row is required' })
  return res.json(await prisma.seat.create({ data: { row: req.body.row } }))
})

seats.post('/seats/hold', async (req, res) => {
  if (!req.body.seatId) return res.status(400).json({ error: 'seatId is required' })
  return res.json(await prisma.seat.update({ where: { id: req.body.seatId }, data: { held: true } }))
})

seats.post('/seats/free', async (req, res) => {
  if (!req.body.seatId) return res.status(400).json({ error: 'seatId is required' })
  return res.json(await prisma.seat.update({ where: { id: req.body.seatId }, data: { held: false } }))
})
