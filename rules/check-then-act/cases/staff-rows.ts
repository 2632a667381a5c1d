import express, { type NextFunction, type Request, type Response } from 'express'
import nodemailer from 'nodemailer'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

const app = express()
const source = new DataSource({ type: 'postgres' })

@Entity()
export class Label {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column() name!: string
}

@Entity()
export class Credit {
  @PrimaryGeneratedColumn() id!: number
  @Column() accountId!: number
  @Column() month!: string
}

@Entity()
export class Shop {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
  @Column() email!: string
}

@Entity()
export class PriceList {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column() number!: number
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @Column() shopId!: number
  @Column() number!: number
}

const priceLists = source.getRepository(PriceList)
const invoices = source.getRepository(Invoice)
const transporter = nodemailer.createTransport('smtp://localhost')
const shops = source.getRepository(Shop)
const labels = source.getRepository(Label)
const credits = source.getRepository(Credit)

function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (req.get('x-role') !== 'admin') return res.sendStatus(403)
  next()
}

// Who presses twice sees two labels, and deletes one.
app.post('/shops/:id/labels', requireAdmin, async (req, res) => {
  const shopId = Number(req.params.id)
  const known = await labels.findOneBy({ shopId, name: req.body.name }) // expect-low: check-then-act
  if (known) return res.sendStatus(409)
  await labels.insert({ shopId, name: req.body.name })
  res.sendStatus(201)
})

app.delete('/labels/:id', requireAdmin, async (req, res) => {
  await labels.delete({ id: Number(req.params.id) })
  res.sendStatus(204)
})

// A credit twice is money twice.
app.post('/accounts/:id/credits', requireAdmin, async (req, res) => {
  const accountId = Number(req.params.id)
  const known = await credits.findOneBy({ accountId, month: req.body.month }) // expect: check-then-act
  if (known) return res.sendStatus(409)
  await credits.insert({ accountId, month: req.body.month })
  res.sendStatus(201)
})

app.delete('/credits/:id', requireAdmin, async (req, res) => {
  await credits.delete({ id: Number(req.params.id) })
  res.sendStatus(204)
})

// Two mails say that the shop is closed.
app.post('/shops/:id/close', requireAdmin, async (req, res) => {
  const shop = await shops.findOneByOrFail({ id: Number(req.params.id) })
  if (shop.status === 'closed') throw new Error('closed already')
  await shops.update({ id: shop.id }, { status: 'closed' }) // expect-low: check-then-act
  await transporter.sendMail({ to: shop.email, text: 'Your shop is closed.' })
  res.sendStatus(204)
})

// Anybody may press twice here.
app.post('/shops/:id/leave', async (req, res) => {
  const shop = await shops.findOneByOrFail({ id: Number(req.params.id) })
  if (shop.status === 'left') throw new Error('left already')
  await shops.update({ id: shop.id }, { status: 'left' }) // expect: check-then-act
  await transporter.sendMail({ to: shop.email, text: 'Good bye.' })
  res.sendStatus(204)
})

app.post('/shops/:id/reward', requireAdmin, async (req, res) => {
  const shop = await shops.findOneByOrFail({ id: Number(req.params.id) })
  if (shop.status === 'rewarded') throw new Error('rewarded already')
  await shops.update({ id: shop.id }, { status: 'rewarded' }) // expect: check-then-act
  await credits.insert({ accountId: shop.id, month: req.body.month })
  await transporter.sendMail({ to: shop.email, text: 'A credit for you.' })
  res.sendStatus(204)
})

// Staff sees two lists with one number; invoices may not have it.
app.post('/shops/:id/price-lists', requireAdmin, async (req, res) => {
  const shopId = Number(req.params.id)
  const last = await priceLists.findOneOrFail({ where: { shopId }, order: { number: 'DESC' } }) // expect-low: check-then-act
  await priceLists.insert({ shopId, number: last.number + 1 })
  res.sendStatus(201)
})

app.post('/shops/:id/invoices', requireAdmin, async (req, res) => {
  const shopId = Number(req.params.id)
  const last = await invoices.findOneOrFail({ where: { shopId }, order: { number: 'DESC' } }) // expect: check-then-act
  await invoices.insert({ shopId, number: last.number + 1 })
  res.sendStatus(201)
})

app.listen(3000)

// The handler asks for staff by itself, in whatever words.
function permissionsOf(req: Request): string[] {
  return String(req.get('x-permissions')).split(',')
}
app.post('/marks/:id', async (req, res) => {
  const permissions = permissionsOf(req)
  if (!permissions.includes('admin')) return res.sendStatus(403)
  const shopId = Number(req.params.id)
  const known = await labels.findOneBy({ shopId, name: req.body.name }) // expect-low: check-then-act
  if (known) return res.sendStatus(409)
  await labels.insert({ shopId, name: req.body.name })
  res.sendStatus(201)
})

// Only who wants one for all needs to be an administrator.
app.post('/tags/:id', async (req, res) => {
  const permissions = permissionsOf(req)
  if (req.body.isForAll && !permissions.includes('admin')) return res.sendStatus(403)
  const shopId = Number(req.params.id)
  const known = await labels.findOneBy({ shopId, name: req.body.name }) // expect: check-then-act
  if (known) return res.sendStatus(409)
  await labels.insert({ shopId, name: req.body.name })
  res.sendStatus(201)
})
