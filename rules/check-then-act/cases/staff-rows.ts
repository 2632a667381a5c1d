import express, { type NextFunction, type Request, type Response } from 'express'
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

app.listen(3000)
