// Relations that a body holds are written before the columns of their keys, which the code sets.
import express from 'express'
import { Column, type DataSource, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Organization {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  name!: string
}

@Entity()
class Room {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  title!: string
  @Column()
  organizationId!: string
  @ManyToOne(() => Organization)
  @JoinColumn({ name: 'organizationId' })
  organization!: Organization
}

/** Its key is a column only. */
@Entity()
class Desk {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  title!: string
  @Column()
  organizationId!: string
}

declare const source: DataSource
declare function organizationOf(req: express.Request): string

const app = express()
app.use(express.json())
const rooms = source.getRepository(Room)
const desks = source.getRepository(Desk)

// `{ "organization": { "id": "..." } }`
app.post('/rooms', async (req, res) => {
  res.json(await rooms.insert({ ...req.body, organizationId: organizationOf(req) })) // expect: unvalidated-input
})
app.post('/rooms/without', async (req, res) => {
  delete req.body.organization
  res.json(await rooms.insert({ ...req.body, organizationId: organizationOf(req) })) // expect-low: unvalidated-input
})
app.post('/rooms/set', async (req, res) => {
  const organization = { id: organizationOf(req) }
  res.json(await rooms.insert({ ...req.body, organization, organizationId: organization.id })) // expect-low: unvalidated-input
})
app.post('/desks', async (req, res) => {
  res.json(await desks.insert({ ...req.body, organizationId: organizationOf(req) })) // expect-low: unvalidated-input
})
