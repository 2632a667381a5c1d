// Which queue is meant where a function or a class is given its name.
import Bull from 'bull'
import { Pool } from 'pg'

const pool = new Pool()
const redis = { host: 'localhost' }

function queueOf(name: string): Bull.Queue {
  return new Bull(name, { redis, defaultJobOptions: { attempts: 3 } })
}

const BILLS = 'bills'
const bills = queueOf(BILLS)

abstract class Listener {
  protected readonly queue: Bull.Queue
  constructor(name: string) {
    this.queue = new Bull(name, { redis })
  }
}

// Bills are tried three times.
export class BillListener extends Listener {
  constructor() {
    super('bills')
  }
  listen() {
    this.queue.process('bill', async (job) => {
      await pool.query('INSERT INTO bill_lines (bill, total) VALUES ($1, $2)', [job.data.bill, job.data.total]) // expect: missing-idempotency
      await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [job.data.total, job.data.account])
    })
  }
}

abstract class Hearer {
  protected readonly queue: Bull.Queue
  constructor(name: string) {
    this.queue = new Bull(name, { redis })
  }
}

// Gifts are tried once.
export class GiftHearer extends Hearer {
  constructor() {
    super('gifts')
  }
  listen() {
    this.queue.process('gift', async (job) => {
      await pool.query('INSERT INTO gift_lines (gift, total) VALUES ($1, $2)', [job.data.gift, job.data.total])
      await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [job.data.total, job.data.account])
    })
  }
}

export async function bill(total: number) {
  await bills.add('bill', { total })
  await new Bull('gifts', { redis }).add('gift', { total })
}
