import express from 'express'
import mongoose, { Schema } from 'mongoose'
import { Column, DataSource, Entity, Index, PrimaryGeneratedColumn, type Repository } from 'typeorm'

const app = express()

// A key over the open ones: looked for and made among them, the second fails.
const shiftSchema = new Schema({ driverId: String, isOpen: Boolean, depot: String })
shiftSchema.index({ driverId: 1, isOpen: 1 }, { unique: true, partialFilterExpression: { isOpen: true } })
const Shift = mongoose.models.Shift || mongoose.model('Shift', shiftSchema)

app.post('/shifts', async (req, res) => {
  const { driverId, depot } = req.body
  const open = await Shift.findOne({ driverId, isOpen: true }) // expect-low: check-then-act
  if (open) return res.status(409).end()
  await Shift.create({ driverId, depot, isOpen: true })
  res.status(201).end()
})

// Looked for among all of them, it says nothing.
app.post('/shifts/closed', async (req, res) => {
  const { driverId, depot } = req.body
  const known = await Shift.findOne({ driverId, depot }) // expect: check-then-act
  if (known) return res.status(409).end()
  await Shift.create({ driverId, depot, isOpen: false })
  res.status(201).end()
})

@Entity()
@Index(['seatId'], { unique: true, where: '"deletedAt" IS NULL' })
@Index(['guestId'], { unique: true, where: "status = 'held'" })
export class Hold {
  @PrimaryGeneratedColumn() id!: number
  @Column() seatId!: number
  @Column() guestId!: number
  @Column() status!: string
  @Column({ nullable: true }) deletedAt?: Date
}

const holds: Repository<Hold> = new DataSource({ type: 'postgres' }).getRepository(Hold)

app.post('/seats/:id/holds', async (req, res) => {
  const seatId = Number(req.params.id)
  const held = await holds.findOneBy({ seatId }) // expect-low: check-then-act
  if (held) return res.status(409).end()
  await holds.insert({ seatId, status: 'held' })
  res.status(201).end()
})

app.post('/guests/:id/holds', async (req, res) => {
  const guestId = Number(req.params.id)
  const held = await holds.findOneBy({ guestId }) // expect: check-then-act
  if (held) return res.status(409).end()
  await holds.insert({ guestId, status: 'wanted' })
  res.status(201).end()
})

app.post('/guests/:id/held', async (req, res) => {
  const guestId = Number(req.params.id)
  const held = await holds.findOneBy({ guestId }) // expect-low: check-then-act
  if (held) return res.status(409).end()
  await holds.insert({ guestId, status: 'held' })
  res.status(201).end()
})

app.listen(3000)
