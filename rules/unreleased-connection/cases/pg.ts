import { Pool, type PoolClient } from 'pg'

const pool = new Pool()

export async function never(id: number) {
  const client = await pool.connect() // expect: unreleased-connection
  const { rows } = await client.query('SELECT id FROM orders WHERE id = $1', [id])
  return rows[0]
}

export async function notWhenItFails(id: number) {
  const client = await pool.connect() // expect: unreleased-connection
  const { rows } = await client.query('SELECT id FROM orders WHERE id = $1', [id])
  client.release()
  return rows[0]
}

export async function notWhenItReturns(id: number) {
  const client = await pool.connect() // expect: unreleased-connection
  if (id < 0) return undefined
  try {
    const { rows } = await client.query('SELECT id FROM orders WHERE id = $1', [id])
    return rows[0]
  } finally {
    client.release()
  }
}

export async function notWhenCaught(id: number) {
  try {
    const client = await pool.connect() // expect: unreleased-connection
    await client.query('DELETE FROM orders WHERE id = $1', [id])
    client.release()
  } catch {
    return false
  }
  return true
}

export function byCallback(id: number) {
  pool.connect((error, client, done) => { // expect: unreleased-connection
    if (error) throw error
    client?.query('DELETE FROM orders WHERE id = $1', [id])
  })
}

export async function openTransaction(id: number) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN') // expect: unreleased-connection
    await client.query('DELETE FROM orders WHERE id = $1', [id])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

// The caller undoes what fails on its client.
export async function onGiven(client: PoolClient, id: number) {
  await client.query('BEGIN')
  await client.query('DELETE FROM orders WHERE id = $1', [id])
  await client.query('COMMIT')
}

export async function atLast(id: number) {
  const client = await pool.connect()
  await client.query('BEGIN')
  try {
    await client.query('DELETE FROM orders WHERE id = $1', [id])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function onBothWays(id: number) {
  const client = await pool.connect()
  try {
    await client.query('DELETE FROM orders WHERE id = $1', [id])
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

export async function whereOwn(id: number, given?: PoolClient) {
  let client: PoolClient | undefined
  try {
    client = given ?? (await pool.connect())
    await client.query('DELETE FROM orders WHERE id = $1', [id])
  } finally {
    if (!given && client) client.release()
  }
}

// Handed on.
export async function taken() {
  const client = await pool.connect()
  await client.query('SET search_path TO shop')
  return client
}

export class Listener {
  private client: PoolClient | undefined

  async start() {
    this.client = await pool.connect()
    const other = await pool.connect()
    await finish(other)
  }
}

async function finish(client: PoolClient) {
  try {
    await client.query('SELECT 1')
  } finally {
    client.release()
  }
}

export function byCallbackAtLast(id: number) {
  pool.connect((error, client, done) => {
    if (error) return done()
    client?.query('DELETE FROM orders WHERE id = $1', [id], () => done())
  })
}

// What is asked on the way ends the transaction before it refuses.
export async function book(seatId: number, customerId: number) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const pass = await passOf(client, customerId)
    if (!pass.ok) return pass.reason
    await client.query('INSERT INTO bookings (seat_id, pass_id) VALUES ($1, $2)', [seatId, pass.id])
    await client.query('COMMIT')
    return 'booked'
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function passOf(client: PoolClient, customerId: number) {
  const { rows } = await client.query('SELECT id, uses FROM passes WHERE customer_id = $1 FOR UPDATE', [customerId])
  if (rows.length === 0) {
    await client.query('ROLLBACK')
    return { ok: false, reason: 'no pass', id: undefined }
  }
  return { ok: true, reason: undefined, id: rows[0].id }
}

export async function bookUnasked(seatId: number, customerId: number) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN') // expect: unreleased-connection
    const known = await customerOf(client, customerId)
    if (!known) return 'unknown'
    await client.query('INSERT INTO bookings (seat_id, customer_id) VALUES ($1, $2)', [seatId, customerId])
    await client.query('COMMIT')
    return 'booked'
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function customerOf(client: PoolClient, customerId: number) {
  const { rows } = await client.query('SELECT id FROM customers WHERE id = $1', [customerId])
  return rows.length > 0
}
