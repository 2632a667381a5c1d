// Express with TypeORM: what the library keeps, columns that a read goes without, and rows and values that are given.
import express from 'express'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Member {
  @PrimaryGeneratedColumn('uuid') id!: string
  @Column() name!: string
  @Column({ select: false }) pin!: string
  @Column() branchId!: string
}

@Entity()
class Branch {
  @PrimaryGeneratedColumn('uuid') id!: string
  @Column() street!: string
}

const source = new DataSource({ type: 'postgres', entities: [Member, Branch] })
const members = source.getRepository(Member)
const branches = source.getRepository(Branch)
const app = express()
app.use(express.json())

async function streetOf(id: string) {
  const branch = await branches.createQueryBuilder('branch').where('branch.id = :id', { id }).cache(`branch_${id}`, 60_000).getOne()
  return branch?.street
}
async function isOpen(id: string) {
  const branch = await branches.findOne({ where: { id }, cache: true })
  return branch !== null
}
app.get('/branches/:id', async (req, res) => {
  if (!(await isOpen(req.params.id))) return res.sendStatus(404)
  const street = await streetOf(req.params.id)
  res.json({ street, again: await streetOf(req.params.id) })
})

async function isThere(id: string) {
  const branch = await branches.findOne({ where: { id }, cache: false })
  return branch !== null
}
app.get('/branches/:id/street', async (req, res) => {
  if (!(await isThere(req.params.id))) return res.sendStatus(404)
  res.json(await branches.findOne({ where: { id: req.params.id } })) // expect: uncached-repeated-query
})

// The first read cannot hold what the second asks for.
app.post('/members/:id/pin', async (req, res) => {
  const member = await members.findOneOrFail({ where: { id: req.params.id } })
  const hidden = await members.findOneOrFail({ where: { id: req.params.id }, select: { pin: true } })
  res.json({ name: member.name, isRight: hidden.pin === req.body.pin })
})
app.get('/members/:id', async (req, res) => {
  const member = await members.findOneOrFail({ where: { id: req.params.id } }) // expect: uncached-repeated-query
  const named = await members.findOneOrFail({ where: { id: req.params.id }, select: { name: true } })
  res.json({ branch: member.branchId, name: named.name })
})

class Identifier {
  private constructor(private readonly value: string) {}
  static create(value: string) {
    return new Identifier(value)
  }
  getValue() {
    return this.value
  }
}

// Two fields of what is sent are two rows.
app.post('/moves', async (req, res) => {
  const from = Identifier.create(req.body.from)
  const source = await branches.findOneBy({ id: from.getValue() })
  const to = Identifier.create(req.body.to)
  const target = await branches.findOneBy({ id: to.getValue() })
  res.json({ source, target })
})
app.post('/closings', async (req, res) => {
  const id = Identifier.create(req.body.branch)
  const branch = await branches.findOneBy({ id: id.getValue() }) // expect: uncached-repeated-query
  const again = await branches.findOneBy({ id: id.getValue() })
  res.json({ branch, again })
})

class Greeting {
  async execute(dto: { member?: Member | null; id?: string }) {
    let member: Member | null | undefined = dto.member
    if (!member) member = await members.findOneBy({ id: dto.id })
    return `Hello ${member?.name}`
  }
}
const greeting = new Greeting()

app.get('/greetings/:id', async (req, res) => {
  let member: Member | null = null
  if (req.params.id) member = await members.findOneBy({ id: req.params.id })
  if (member === null) return res.sendStatus(404)
  res.send(await greeting.execute({ member, id: req.params.id }))
})
app.get('/greetings/:id/long', async (req, res) => {
  const member = await members.findOneBy({ id: req.params.id })
  res.send(`${await greeting.execute({ id: req.params.id })} of ${member?.branchId}`) // expect: uncached-repeated-query
})
