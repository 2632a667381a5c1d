import { Queue, Worker, type Job } from 'bullmq'
import knex from 'knex'
import nodemailer from 'nodemailer'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

const db = knex({ client: 'pg' })
const connection = { host: 'localhost' }
const mailer = nodemailer.createTransport({})

@Entity()
class Policy {
  @PrimaryGeneratedColumn() id!: number
  @Column() rules!: string
}

const policies = new DataSource({ type: 'postgres' }).getRepository(Policy)

export const mails = new Queue('mails', { connection, defaultJobOptions: { attempts: 3 } })
export const resets = new Queue('resets', { connection, defaultJobOptions: { attempts: 3 } })
export const plans = new Queue('plans', { connection, defaultJobOptions: { attempts: 3 } })
export const grants = new Queue('grants', { connection, defaultJobOptions: { attempts: 3 } })

// Whichever message it is, it is all that happens: when it fails, nothing was sent.
new Worker(
  'mails',
  async (job: Job<{ to: string }>) => {
    switch (job.name) {
      case 'welcome':
        await mailer.sendMail({ to: job.data.to, subject: 'Welcome' }) // expect-low: missing-idempotency
        break
      case 'goodbye':
        await mailer.sendMail({ to: job.data.to, subject: 'Goodbye' })
        break
    }
  },
  { connection },
)

// What is given to `save` is not said to be new.
async function changed(id: number): Promise<Policy[]> {
  const policy = await policies.findOneByOrFail({ id })
  policy.rules = 'none'
  return [policy]
}

async function saveAll(all: Policy[]) {
  await policies.save(all)
}

new Worker(
  'resets',
  async (job: Job<{ id: number }>) => {
    const all = await changed(job.data.id)
    await saveAll(all)
  },
  { connection },
)

// A row is only made where there is none.
new Worker(
  'plans',
  async (job: Job<{ shopId: string }>) => {
    const known = await db('plans').where({ shop_id: job.data.shopId })
    if (known.length === 0) await db('plans').insert({ shop_id: job.data.shopId, seats: 1 })
  },
  { connection },
)

new Worker(
  'grants',
  async (job: Job<{ shopId: string }>) => {
    const known = await db('plans').where({ shop_id: job.data.shopId })
    await db('grants').insert({ shop_id: job.data.shopId, seats: known.length }) // expect-low: missing-idempotency
  },
  { connection },
)
