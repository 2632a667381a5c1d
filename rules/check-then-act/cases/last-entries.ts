import express from 'express'
import { Column, CreateDateColumn, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

const app = express()
const source = new DataSource({ type: 'postgres' })

@Entity()
export class Decision {
  @PrimaryGeneratedColumn() id!: number
  @Column() userId!: string
  @Column() letters!: boolean
  @Column() version!: string
  @CreateDateColumn() createdAt!: Date
}

@Entity()
export class Visit {
  @PrimaryGeneratedColumn() id!: number
  @Column() placeId!: string
  @Column() guest!: string
  @CreateDateColumn() createdAt!: Date
}

@Entity()
export class Transfer {
  @PrimaryGeneratedColumn() id!: number
  @Column() accountId!: string
  @Column() state!: string
  @CreateDateColumn() createdAt!: Date
}

const decisions = source.getRepository(Decision)
const visits = source.getRepository(Visit)
const transfers = source.getRepository(Transfer)

function isSame(last: Decision | null, given: { letters: boolean; version: string }): last is Decision {
  return last !== null && last.letters === given.letters && last.version === given.version
}

// A log: another decision of the same user is written beside the last one.
app.post('/users/:id/decisions', async (req, res) => {
  const userId = req.params.id
  const last = await decisions.findOne({ where: { userId }, order: { createdAt: 'DESC' } })
  if (isSame(last, req.body)) return res.json(last)
  res.json(await decisions.save(decisions.create({ userId, letters: req.body.letters, version: req.body.version })))
})

app.post('/places/:id/visits', async (req, res) => {
  const placeId = req.params.id
  const last = await visits.findOne({ where: { placeId }, order: { createdAt: 'DESC' } })
  if (last && last.guest === req.body.guest) return res.sendStatus(204)
  await visits.insert({ placeId, guest: req.body.guest })
  res.sendStatus(201)
})

// The last one is taken wherever it is asked for.
app.post('/places/:id/first-visit', async (req, res) => {
  const placeId = req.params.id
  const last = await visits.findOne({ where: { placeId }, order: { createdAt: 'DESC' } }) // expect-low: check-then-act
  if (last) return res.json(last)
  res.json(await visits.save(visits.create({ placeId, guest: req.body.guest })))
})

// The decision is looked for without an order: there is to be one.
app.post('/users/:id/first-decision', async (req, res) => {
  const userId = req.params.id
  const known = await decisions.findOne({ where: { userId } }) // expect: check-then-act
  if (known) return res.json(known)
  res.json(await decisions.save(decisions.create({ userId, letters: req.body.letters, version: req.body.version })))
})

// Two transfers are open at once.
app.post('/accounts/:id/transfers', async (req, res) => {
  const accountId = req.params.id
  const last = await transfers.findOne({ where: { accountId }, order: { createdAt: 'DESC' } }) // expect: check-then-act
  if (last?.state === 'open') return res.sendStatus(409)
  await transfers.insert({ accountId, state: 'open' })
  res.sendStatus(201)
})

app.listen(3000)

// The oldest is the one there is to be, and the order makes the answer the same each time.
app.post('/users/:id/oldest-decision', async (req, res) => {
  const userId = req.params.id
  const known = await decisions.findOne({ where: { userId }, order: { createdAt: 'ASC' } }) // expect: check-then-act
  if (known) return res.json(known)
  res.json(await decisions.save(decisions.create({ userId, letters: req.body.letters, version: req.body.version })))
})
