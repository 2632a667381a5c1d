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

@Entity()
@Unique(['number'])
export class Bill {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column() kind!: string
  @Column() number!: string
}

@Entity()
@Unique(['email'])
export class Guest {
  @PrimaryGeneratedColumn() id!: number
  @Column() passport!: string
  @Column() phone!: string
  @Column() email!: string
}

const tills = source.getRepository(Till)
const bills = source.getRepository(Bill)
const guests = source.getRepository(Guest)
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

// A list by its shop, and one of it by what the key is over.
app.put('/shops/:id/shelves', async (req, res) => {
  const shopId = Number(req.params.id)
  const there = await shelves.find({ where: { shopId } }) // expect-low: check-then-act
  await Promise.all(
    req.body.shelves.map(async (shelf: { name: string; slug: string }) => {
      const known = there.find((one) => one.slug === shelf.slug)
      if (!known) await shelves.insert({ shopId, name: shelf.name, slug: shelf.slug })
    }),
  )
  res.status(204).end()
})

// No key is over the name.
app.put('/shops/:id/shelves/named', async (req, res) => {
  const shopId = Number(req.params.id)
  const there = await shelves.find({ where: { shopId } }) // expect: check-then-act
  await Promise.all(
    req.body.names.map(async (name: string) => {
      const known = there.find((one) => one.name === name)
      if (!known) await shelves.insert({ shopId, name, slug: String(Math.random()) })
    }),
  )
  res.status(204).end()
})

// Both count the same, and so give the same number.
app.post('/shops/:id/renewal', async (req, res) => {
  const shop = await source.getRepository(Shelf).findOneByOrFail({ id: Number(req.params.id) })
  const known = await bills.findOneBy({ shopId: shop.shopId, kind: 'renewal' }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  const count = await bills.countBy({ shopId: shop.shopId })
  const number = String(count + 1).padStart(4, '0')
  await bills.insert({ shopId: shop.shopId, kind: 'renewal', number: `${shop.slug}-${number}` })
  res.status(201).end()
})

// What is counted is no part of the number.
app.post('/shops/:id/upgrade', async (req, res) => {
  const shopId = Number(req.params.id)
  const known = await bills.findOneBy({ shopId, kind: 'upgrade' }) // expect: check-then-act
  if (known) return res.status(409).end()
  const count = await bills.countBy({ kind: req.body.kind })
  await bills.insert({ shopId, kind: 'upgrade', number: `${shopId}-${count + 1}` })
  res.status(201).end()
})

// Whatever else is looked for, the second has the same address.
app.post('/guests', async (req, res) => {
  const { passport, email, phone } = req.body
  const known = await guests
    .createQueryBuilder('guest') // expect-low: check-then-act
    .where('guest.passport = :passport', { passport })
    .orWhere('guest.email = :email', { email: email.toLowerCase() })
    .getOne()
  if (known) return res.status(409).end()
  await guests.save({ passport, email, phone })
  res.status(201).end()
})

// The address that is looked for is that of another.
app.post('/guests/second', async (req, res) => {
  const { passport, email, phone, first } = req.body
  const known = await guests
    .createQueryBuilder('guest') // expect: check-then-act
    .where('guest.passport = :passport', { passport })
    .orWhere('guest.email = :first', { first })
    .getOne()
  if (known) return res.status(409).end()
  await guests.save({ passport, email, phone })
  res.status(201).end()
})

app.listen(3000)
