import express from 'express'
import Redis from 'ioredis'
import { Pool, type PoolClient } from 'pg'

const pool = new Pool()
const redis = new Redis()

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function readWallet(id: string) {
  const { rows } = await pool.query('SELECT id, balance FROM wallets WHERE id = $1', [id])
  return rows[0]
}

const app = express()

// Read in front of the transaction, written inside of it.
app.post('/wallets/:id/debit', async (req, res) => {
  const wallet = await readWallet(req.params.id)
  if (wallet.balance < req.body.amount) throw new Error('insufficient')
  await inTransaction(async (client) => {
    await client.query('UPDATE wallets SET balance = $2 WHERE id = $1', [req.params.id, wallet.balance - req.body.amount]) // expect: check-then-act
    await client.query('INSERT INTO outbox (kind) VALUES ($1)', ['debited'])
  })
  res.sendStatus(204)
})

// A key that is set only if it is not there is a lock.
app.post('/wallets/:id/locked-debit', async (req, res) => {
  const taken = await redis.set(`lock:${req.params.id}`, '1', 'PX', 5000, 'NX')
  if (!taken) throw new Error('busy')
  try {
    const wallet = await readWallet(req.params.id)
    if (wallet.balance < req.body.amount) throw new Error('insufficient')
    await pool.query('UPDATE wallets SET balance = $2 WHERE id = $1', [req.params.id, wallet.balance - req.body.amount])
  } finally {
    await redis.del(`lock:${req.params.id}`)
  }
  res.sendStatus(204)
})
