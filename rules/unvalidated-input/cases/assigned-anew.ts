// A field of what a function is given is another value by the time it is written.
import express from 'express'
import { Column, type DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Member {
  @PrimaryGeneratedColumn('uuid')
  id!: string
  @Column()
  email!: string
  @Column()
  role!: string
  @Column({ type: 'text', nullable: true })
  token!: string | null
}

interface Given {
  member: Partial<Member>
}

declare const source: DataSource
const members = source.getRepository(Member)

/** What is compared is not assigned. */
async function confirm(given: Given) {
  const member = await members.findOneByOrFail({ email: given.member.email ?? '' })
  if (member.token !== given.member.token) throw new Error('another token')
  given.member = member
  given.member.token = null
  return await members.save(given.member)
}
async function store(given: Given) {
  const member = await members.findOneByOrFail({ email: given.member.email ?? '' })
  if (member.token !== given.member.token) throw new Error('another token')
  given.member.token = null
  return await members.save(given.member)
}

const app = express()
app.use(express.json())
app.post('/confirm', async (req, res) => {
  res.json(await confirm(req.body))
})
app.post('/store', async (req, res) => {
  res.json(await store(req.body)) // expect: unvalidated-input
})
