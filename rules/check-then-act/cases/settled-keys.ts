import express from 'express'
import { Column, DataSource, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm'

const app = express()
const source = new DataSource({ type: 'postgres' })

@Entity()
@Unique(['reference'])
export class Withdrawal {
  @PrimaryGeneratedColumn() id!: number
  @Column() chargeId!: string
  @Column() reference!: string
}

@Entity()
@Unique(['shopId', 'slug'])
export class Shelf {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column() name!: string
  @Column() slug!: string
}

@Entity()
@Unique(['screeningId', 'seat'])
export class Ticket {
  @PrimaryGeneratedColumn() id!: number
  @Column() screeningId!: number
  @Column() email!: string
  @Column() seat!: string
}

@Entity()
@Unique(['source', 'version'])
export class Receipt {
  @PrimaryGeneratedColumn() id!: number
  @Column() key!: string
  @Column() source!: string
  @Column() version!: string
}

@Entity()
@Unique(['shopId', 'number'])
export class Till {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column({ nullable: true }) closedAt!: Date
  @Column({ nullable: true }) number!: string
}

const tills = source.getRepository(Till)
const withdrawals = source.getRepository(Withdrawal)
const shelves = source.getRepository(Shelf)
const tickets = source.getRepository(Ticket)
const receipts = source.getRepository(Receipt)

function referenceOf(chargeId: string): string {
  return `W-${chargeId.replace(/-/g, '').slice(0, 20)}`
}

function newReference(chargeId: string): string {
  return `${chargeId}-${Math.random()}`
}

// One charge has one reference, and the key is over that.
app.post('/charges/:id/withdrawal', async (req, res) => {
  const chargeId = req.params.id
  const known = await withdrawals.findOneBy({ chargeId }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  const reference = referenceOf(chargeId)
  await withdrawals.insert({ chargeId, reference })
  res.status(201).end()
})

app.post('/charges/:id/withdrawal/again', async (req, res) => {
  const chargeId = req.params.id
  const known = await withdrawals.findOneBy({ chargeId }) // expect: check-then-act
  if (known) return res.status(409).end()
  await withdrawals.insert({ chargeId, reference: newReference(chargeId) })
  res.status(201).end()
})

// Each number is another one.
app.post('/charges/:id/withdrawal/now', async (req, res) => {
  const chargeId = req.params.id
  const known = await withdrawals.findOneBy({ chargeId }) // expect: check-then-act
  if (known) return res.status(409).end()
  await withdrawals.insert({ chargeId, reference: `${chargeId}-${Date.now()}` })
  res.status(201).end()
})

// What is not there names nothing: two open tills have two numbers, or none.
app.post('/shops/:id/tills', async (req, res) => {
  const shopId = Number(req.params.id)
  const open = await tills.findOneBy({ shopId, closedAt: null as any }) // expect: check-then-act
  if (open) return res.status(409).end()
  let number: any = null
  if (req.body.isNumbered) number = String(Math.random())
  await tills.insert({ shopId, closedAt: null as any, number })
  res.status(201).end()
})

// The same list, sent twice, has the same slugs.
app.post('/shops/:id/shelves/import', async (req, res) => {
  const shopId = Number(req.params.id)
  for (const shelf of req.body.shelves) {
    const known = await shelves.findOneBy({ shopId, name: shelf.name }) // expect-low: check-then-act
    if (!known) await shelves.insert({ shopId, name: shelf.name, slug: shelf.slug })
  }
  res.status(204).end()
})

// Somebody who takes two seats at once has both.
app.post('/screenings/:id/tickets', async (req, res) => {
  const screeningId = Number(req.params.id)
  const known = await tickets.findOneBy({ screeningId, email: req.body.email }) // expect: check-then-act
  if (known) return res.status(409).end()
  await tickets.insert({ screeningId, email: req.body.email, seat: req.body.seat })
  res.status(201).end()
})

// What names the message is part of the key.
app.post('/messages', async (req, res) => {
  const message = req.body
  const key = message.id || `paid:${message.orderId}`
  const known = await receipts.findOneBy({ key }) // expect-low: check-then-act
  if (known) return res.status(204).end()
  await receipts.insert({ key, source: 'orders', version: message.id || new Date().toISOString() })
  res.status(204).end()
})

app.post('/messages/dated', async (req, res) => {
  const message = req.body
  const key = message.id || `paid:${message.orderId}`
  const known = await receipts.findOneBy({ key }) // expect: check-then-act
  if (known) return res.status(204).end()
  await receipts.insert({ key, source: 'orders', version: new Date().toISOString() })
  res.status(204).end()
})

app.listen(3000)
