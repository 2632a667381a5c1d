// Queues that a function makes once, keeps under their names and gives back.
import { Queue, Worker, type Job, type JobsOptions, type Processor } from 'bullmq'
import { Pool } from 'pg'

const pool = new Pool()
const connection = { host: 'localhost' }
const queues = new Map<string, Queue>()

function queueOf(service: string, kind: string): Queue {
  const name = `${service}-${kind}`
  let queue = queues.get(name)
  if (!queue) {
    queue = new Queue(name, { connection })
    queues.set(name, queue)
  }
  return queue
}

const work = (service: string, kind: string, handle: Processor) => new Worker(`${service}-${kind}`, handle, { connection })

// ---- Each is tried as often as is said of its own queue ------------------------------------------------------------------

export const index = (file: string) => queueOf('search', 'files').add('file', { file }, { attempts: 2 })
export const bill = (account: string) => queueOf('billing', 'months').add('month', { account })

work('search', 'files', async (job: Job) => {
  await pool.query('INSERT INTO pages (file) VALUES ($1)', [job.data.file]) // expect: missing-idempotency
  await pool.query('UPDATE folders SET pages = pages + 1 WHERE id = $1', [job.data.folder])
})

// Nothing says that a month is tried again.
work('billing', 'months', async (job: Job) => {
  await pool.query('INSERT INTO bills (account) VALUES ($1)', [job.data.account])
  await pool.query('UPDATE accounts SET balance = balance - 1 WHERE id = $1', [job.data.account])
})

// ---- As much of a name as is written -------------------------------------------------------------------------------------

export const tell = (service: string, order: string) => queueOf(service, 'letters').add('letter', { order }, { attempts: 5 })

work('shop', 'letters', async (job: Job) => {
  await pool.query('INSERT INTO letters (order_id) VALUES ($1)', [job.data.order]) // expect: missing-idempotency
  await pool.query('UPDATE orders SET letters = letters + 1 WHERE id = $1', [job.data.order])
})

// ---- A queue that nothing is seen of -------------------------------------------------------------------------------------

export const addTo = (queue: Queue, name: string, data: object, options: JobsOptions = { attempts: 9 }) => queue.add(name, data, { ...options, attempts: 9 })
