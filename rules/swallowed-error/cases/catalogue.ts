// Which tables there are is asked of the database itself; what is in them is another matter.
import { Pool } from 'pg'

const pool = new Pool()

export async function seatColumns(): Promise<{ priced: boolean; prepaid: boolean }> {
  const priced = await (async () => {
    try {
      const found = await pool.query(`SELECT 1 FROM information_schema.columns WHERE table_name = 'seats' AND column_name = 'price'`)
      return found.rows.length > 0
    } catch {
      return false
    }
  })()
  let prepaid = false
  try {
    prepaid = (await pool.query(`SELECT to_regclass('public.prepaid') AS found`)).rows[0]?.found !== null
  } catch {}
  return { priced, prepaid }
}

export async function walletTablesExist(): Promise<boolean> {
  try {
    return (await pool.query('SELECT 1 FROM wallets LIMIT 1')).rowCount === 1
  } catch {
    return false
  }
}

export async function balanceOf(wallet: number): Promise<number> {
  try {
    return (await pool.query('SELECT amount FROM wallets WHERE id = $1', [wallet])).rows[0].amount
  } catch { // expect: swallowed-error
    return 0
  }
}

export async function addPrice(): Promise<void> {
  try {
    const found = await pool.query(`SELECT 1 FROM information_schema.columns WHERE table_name = 'seats'`)
    if (found.rows.length > 0) await pool.query('UPDATE seats SET price = 0 WHERE price IS NULL')
  } catch {} // expect: swallowed-error
}

// ---- One answer for whatever fails, copied: told once

export async function overview(tenant: number): Promise<unknown> {
  const seats = await pool.query('SELECT id FROM seats WHERE tenant = $1', [tenant]).catch(() => ({ rows: [] })) // expect: swallowed-error
  const orders = await pool.query('SELECT id FROM orders WHERE tenant = $1', [tenant]).catch(() => ({ rows: [] }))
  const wallets = await pool.query('SELECT id FROM wallets WHERE tenant = $1', [tenant]).catch(() => ({ rows: [] }))
  const plans = await pool.query('SELECT id FROM plans WHERE tenant = $1', [tenant]).catch(() => ({ rows: [] }))
  return { seats: seats.rows, orders: orders.rows, wallets: wallets.rows, plans: plans.rows }
}
