// A worker takes the name of its queue from the queue.
import { Queue, Worker, type Job } from 'bullmq'
import { Pool } from 'pg'

const pool = new Pool()
const connection = { host: 'localhost' }

const fees = new Queue('fees', { connection })
const salts = new Queue('salts', { connection })

export const add = (account: string) => fees.add('fee', { account }, { attempts: 3 })

export const feeWorker = new Worker(fees.name, async (job: Job) => {
  await pool.query('INSERT INTO fees (account) VALUES ($1)', [job.data.account]) // expect: missing-idempotency
  await pool.query('UPDATE accounts SET balance = balance - 1 WHERE id = $1', [job.data.account])
}, { connection })

// Salts are tried once.
export const saltWorker = new Worker(salts.name, async () => {
  await pool.query('INSERT INTO salts (value) VALUES ($1)', ['salt'])
  await pool.query('DELETE FROM salts WHERE made_at < now() - interval \'1 day\'')
}, { connection })
