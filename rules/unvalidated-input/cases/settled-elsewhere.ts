// Columns that are taken out of the body or set over it by functions that are given it, by a list, or by a name in brackets.
import { randomUUID } from 'node:crypto'
import express from 'express'
import { Column, type DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Menu {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  title!: string
  @Column()
  tenantId!: string
}

/** Somebody has to let it be seen. */
@Entity()
class Review {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  text!: string
  @Column()
  approved!: boolean
  @Column()
  tenantId!: string
}

declare const source: DataSource
declare function tenantOf(req: express.Request): string

const KEPT_BACK = ['id', 'tenantId'] as const

function withoutKeptBack<T extends object>(body: T) {
  const copy: any = { ...body }
  for (const name of KEPT_BACK) {
    delete copy[name]
  }
  return copy
}
function withoutSome<T extends object>(body: T) {
  const copy: any = { ...body }
  for (const name of ['title']) delete copy[name]
  return copy
}

const app = express()
app.use(express.json())
const menus = source.getRepository(Menu)
const reviews = source.getRepository(Review)

app.post('/menus', async (req, res) => {
  const menu = new Menu()
  Object.assign(menu, withoutKeptBack(req.body)) // expect-low: unvalidated-input
  menu.tenantId = tenantOf(req)
  res.json(await menus.save(menus.create(menu)))
})
// What is left out is not what overwrites rows.
app.post('/menus/some', async (req, res) => {
  const menu = new Menu()
  Object.assign(menu, withoutSome(req.body)) // expect: unvalidated-input
  menu.tenantId = tenantOf(req)
  res.json(await menus.save(menus.create(menu)))
})
// A row that is there changes.
app.put('/menus/:id', async (req, res) => {
  const menu = await menus.findOneByOrFail({ id: req.params.id })
  const changed = menus.merge(menu, withoutKeptBack(req.body)) // expect: unvalidated-input
  changed.tenantId = tenantOf(req)
  res.json(await menus.save(changed))
})
// The list forgot a column that somebody else has to set.
app.post('/reviews', async (req, res) => {
  const review = new Review()
  Object.assign(review, withoutKeptBack(req.body)) // expect: unvalidated-input
  review.tenantId = tenantOf(req)
  res.json(await reviews.save(reviews.create(review)))
})

app.post('/menus/each', async (req, res) => {
  const body = req.body // expect-low: unvalidated-input
  KEPT_BACK.forEach((name) => delete body[name])
  body['tenantId'] = tenantOf(req)
  res.json(await menus.save(body))
})
app.post('/menus/brackets', async (req, res) => {
  req.body['tenantId'] = tenantOf(req)
  res.json(await menus.insert(req.body)) // expect-low: unvalidated-input
})
app.post('/menus/sent', async (req, res) => {
  req.body['tenantId'] = req.body['tenant']
  res.json(await menus.insert(req.body)) // expect: unvalidated-input
})

/** One call deeper. */
function newMenu(menu: Partial<Menu>) {
  if (!menu.title) throw new Error('a menu has a title')
  menu.id = randomUUID()
  return menus.create(menu)
}
async function storeMenu(body: Partial<Menu>) {
  const menu = newMenu(body)
  return await menus.save(menu)
}
app.post('/menus/made', async (req, res) => {
  req.body.tenantId = tenantOf(req)
  res.json(await storeMenu(req.body)) // expect-low: unvalidated-input
})

/** Only some get a key of their own. */
function keyedMenu(menu: Partial<Menu>) {
  if (menu.id) return menus.create(menu)
  menu.id = randomUUID()
  return menus.create(menu)
}
app.post('/menus/keyed', async (req, res) => {
  req.body.tenantId = tenantOf(req)
  const menu = keyedMenu(req.body) // expect: unvalidated-input
  res.json(await menus.save(menu))
})
