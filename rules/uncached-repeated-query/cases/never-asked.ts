// Queries that are not asked for at all where it seems so, and rows that nobody may keep.
import express, { type NextFunction, type Request, type Response } from 'express'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Member {
  @PrimaryGeneratedColumn('uuid') id!: string
  @Column() name!: string
  @Column() isReady!: boolean
  @Column({ select: false }) pin!: string
}

@Entity()
class ShopConfig {
  @PrimaryGeneratedColumn('uuid') id!: string
  @Column() isOpen!: boolean
  @Column() shopId!: string
}

@Entity()
class GateSettings {
  @PrimaryGeneratedColumn('uuid') id!: string
  @Column() isShared!: boolean
}

const source = new DataSource({ type: 'postgres', entities: [Member, ShopConfig, GateSettings] })
const members = source.getRepository(Member)
const configs = source.getRepository(ShopConfig)
const gates = source.getRepository(GateSettings)
const app = express()

// The second names a column that a read goes without, in a list.
app.post('/members/:id/pin', async (req, res) => {
  const member = await members.findOne({ where: { id: req.params.id } })
  const withPin = await members.findOne({ select: ['id', 'pin'], where: { id: req.params.id } })
  res.json({ member, isSet: withPin?.pin !== '' })
})
app.post('/members/:id/name', async (req, res) => {
  const member = await members.findOne({ where: { id: req.params.id } })
  const again = await members.findOne({ where: { id: req.params.id } }) // expect: uncached-repeated-query
  res.json({ member, isNamed: again?.name !== '' })
})

// What lets the run in keeps it from coming to the second.
async function stepOf(id: string): Promise<string> {
  return (await fetch(`https://steps.example.com/${id}`)).text()
}
async function greet(id: string) {
  const member = await members.findOne({ where: { id } })
  return member?.name
}
app.get('/members/:id/welcome', async (req, res) => {
  const { id } = req.params
  if ((await greet(id)) !== '' && (await stepOf(id)) !== 'done') {
    const step = await stepOf(id)
    if (step === 'done') res.send(await greet(id))
  }
  res.end()
})

// The row that the handlers behind it change.
async function findConfig(req: Request, res: Response, next: NextFunction) {
  const config = await configs.findOne({ where: { id: String(req.params.configId) } })
  if (!config) return res.sendStatus(404)
  next()
}
app.put('/configs/:configId', findConfig, async (req, res) => {
  await configs.update({ id: String(req.params.configId) }, { isOpen: req.query.open === 'yes' })
  res.end()
})
app.delete('/configs/:configId', findConfig, async (req, res) => {
  await configs.delete({ id: String(req.params.configId) })
  res.end()
})

// The row that the path names.
async function loadConfig(req: Request, res: Response, next: NextFunction) {
  res.locals.config = await configs.findOne({ where: { id: String(req.params.configId) } }) // expect-low: uncached-repeated-query
  next()
}
app.get('/shops/:configId/state', loadConfig, (req, res) => res.json(res.locals.config))
app.get('/shops/:configId/hours', loadConfig, (req, res) => res.json(res.locals.config))

// The settings of a shop, whichever of its pages is asked for.
async function loadOfShop(req: Request, res: Response, next: NextFunction) {
  res.locals.config = await configs.findOne({ where: { shopId: String(req.params.shopId) } }) // expect: uncached-repeated-query
  next()
}
app.get('/of-shops/:shopId/state', loadOfShop, (req, res) => res.json(res.locals.config))
app.get('/of-shops/:shopId/hours', loadOfShop, (req, res) => res.json(res.locals.config))

// What is in front of it leaves the answer on the request.
async function readShared(): Promise<boolean> {
  const [settings] = await gates.find({ take: 1 })
  return settings?.isShared ?? false
}
async function knowGate(req: Request, res: Response, next: NextFunction) {
  const isShared = await readShared() // expect: uncached-repeated-query
  res.locals.isShared = isShared
  next()
}
async function sharedOnly(req: Request, res: Response, next: NextFunction) {
  const isShared = res.locals.isShared ?? (await readShared())
  if (!isShared) return res.sendStatus(403)
  next()
}
app.get('/gate/state', knowGate, sharedOnly, (req, res) => res.json([]))
app.get('/gate/hours', knowGate, sharedOnly, (req, res) => res.json([]))
