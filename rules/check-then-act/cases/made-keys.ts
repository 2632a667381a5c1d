import express from 'express'
import { Column, DataSource, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm'

const app = express()
const source = new DataSource({ type: 'postgres' })

@Entity()
@Unique(['slug'])
export class Extension {
  @PrimaryGeneratedColumn() id!: number
  @Column() code!: string
  @Column() slug!: string
}

const extensions = source.getRepository(Extension)

function slugFor({ code, name }: { code?: string; name: string }): string {
  return code ? `x-${code}` : `x-${name}-${Math.random()}`
}

// Whoever tells a violation apart knows of the race, and the key is over what is made of the code.
app.post('/extensions', async (req, res) => {
  const { code, name } = req.body
  if (await extensions.findOneBy({ code })) return res.status(409).end()
  const slug = slugFor({ code, name })
  try {
    await extensions.insert({ code, slug })
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return res.status(409).end()
    throw error
  }
  res.status(201).end()
})

// That key says nothing of the code.
app.post('/extensions/named', async (req, res) => {
  const { code, name } = req.body
  if (await extensions.findOneBy({ code })) return res.status(409).end() // expect: check-then-act
  try {
    await extensions.insert({ code, slug: slugFor({ name }) })
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return res.status(409).end()
    throw error
  }
  res.status(201).end()
})

app.listen(3000)
