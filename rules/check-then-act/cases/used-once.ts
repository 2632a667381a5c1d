import { PrismaClient } from '@prisma/client'
import express from 'express'
import { createPool, type RowDataPacket } from 'mysql2/promise'

const prisma: any = new PrismaClient()
const pool = createPool('mysql://localhost/auctions')
const app = express()

// Something that works once: it is asked for unused, and then marked.
app.post('/invitations/:code', async (req, res) => {
  const invitation = await prisma.invitation.findFirst({ where: { code: req.params.code, used: false } })
  if (!invitation) throw new Error('used or unknown')
  await prisma.invitation.update({ where: { id: invitation.id }, data: { used: true } }) // expect: check-then-act
  res.sendStatus(204)
})

app.post('/vouchers/:code', async (req, res) => {
  const voucher = await prisma.voucher.findUnique({ where: { code: req.params.code } })
  if (voucher.redeemedAt) throw new Error('redeemed')
  await prisma.voucher.update({ where: { id: voucher.id }, data: { redeemedAt: new Date() } }) // expect: check-then-act
  res.sendStatus(204)
})

app.post('/tickets/:code', async (req, res) => {
  const { count } = await prisma.ticket.updateMany({ where: { code: req.params.code, used: false }, data: { used: true } })
  if (count === 0) throw new Error('used or unknown')
  res.sendStatus(204)
})

// Archived twice is archived.
app.post('/notes/:id/archive', async (req, res) => {
  const note = await prisma.note.findFirst({ where: { id: req.params.id, archived: false } })
  if (!note) throw new Error('unknown')
  await prisma.note.update({ where: { id: note.id }, data: { archived: true } })
  res.sendStatus(204)
})

// The higher of two bids may be overwritten by the lower one.
app.post('/lots/:id/bids', async (req, res) => {
  const [[lot]] = await pool.query<RowDataPacket[]>('SELECT top_bid FROM lots WHERE id = ?', [req.params.id])
  if (lot!.top_bid >= req.body.amount) throw new Error('too low')
  await pool.query('UPDATE lots SET top_bid = ? WHERE id = ?', [req.body.amount, req.params.id]) // expect: check-then-act
  res.sendStatus(204)
})

app.post('/lots/:id/safe-bids', async (req, res) => {
  await pool.query('UPDATE lots SET top_bid = ? WHERE id = ? AND top_bid < ?', [req.body.amount, req.params.id, req.body.amount])
  res.sendStatus(204)
})

// Written only when it is another one.
app.put('/lots/:id', async (req, res) => {
  const [[lot]] = await pool.query<RowDataPacket[]>('SELECT title FROM lots WHERE id = ?', [req.params.id])
  if (lot!.title === req.body.title) throw new Error('nothing to do')
  await pool.query('UPDATE lots SET title = ? WHERE id = ?', [req.body.title, req.params.id])
  res.sendStatus(204)
})

app.post('/codes/:code', async (req, res) => {
  const [[found]] = await pool.query<RowDataPacket[]>('SELECT id, consumed_at FROM codes WHERE code = ?', [req.params.code])
  if (!found || found.consumed_at) throw new Error('invalid')
  await pool.query('UPDATE codes SET consumed_at = now() WHERE id = ?', [found.id]) // expect: check-then-act
  res.sendStatus(204)
})

app.post('/safe-codes/:code', async (req, res) => {
  await pool.query('UPDATE codes SET consumed_at = now() WHERE code = ? AND consumed_at IS NULL', [req.params.code])
  res.sendStatus(204)
})
