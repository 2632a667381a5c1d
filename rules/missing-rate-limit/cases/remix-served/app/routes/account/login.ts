import { json, redirect } from '@remix-run/node'
import bcrypt from 'bcrypt'
import { Pool } from 'pg'

const pool = new Pool()

export async function action({ request }: { request: Request }) {
  const form = await request.formData()
  const found = await pool.query('SELECT hash FROM users WHERE email = $1', [String(form.get('email'))])
  const isKnown = await bcrypt.compare(String(form.get('password')), found.rows[0]?.hash ?? '')
  return isKnown ? redirect('/') : json({ error: 'unknown' }, { status: 401 })
}
