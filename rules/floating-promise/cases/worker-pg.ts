import { Worker } from 'bullmq'
import { Pool } from 'pg'

const pool = new Pool()

async function settle(invoiceId: number) {
  await pool.query('UPDATE invoices SET settled = true WHERE id = $1', [invoiceId])
}

async function countOpen(): Promise<number> {
  const { rows } = await pool.query('SELECT count(*) FROM invoices')
  return Number(rows[0].count)
}

async function isSettled(invoiceId: number): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM invoices WHERE id = $1 AND settled', [invoiceId])
  return rowCount === 1
}

new Worker('invoices', async (job) => {
  const started: Promise<void>[] = []
  for (const id of job.data.ids) started.push(settle(id)) // expect: floating-promise
  if (job.data.max < 10) pool.query('DELETE FROM reminders') // expect: floating-promise
  return started.length
})

new Worker('reminders', async (job) => {
  const started: Promise<void>[] = []
  for (const id of job.data.ids) started.push(settle(id))
  await Promise.all(started)
  const others: Promise<void>[] = []
  job.data.others.forEach((id: number) => others.push(settle(id)))
  return others
})

export async function report(invoiceId: number) {
  // @ts-expect-error a promise is no number
  if (countOpen() > 100) return 'many' // expect: floating-promise
  // @ts-expect-error a promise is no boolean
  if (isSettled(invoiceId) === true) return 'settled' // expect: floating-promise
  return (await countOpen()) > 10 ? 'some' : 'few'
}

// These have to work, or the process is to end.
export async function listen() {
  const client = await pool.connect()
  // If one of these fails, the unhandled rejection should cause the process to exit.
  client.query('LISTEN invoices') // expect-low: floating-promise
  client.query('LISTEN reminders') // expect-low: floating-promise
  return client
}
