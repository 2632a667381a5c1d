import { Pool } from 'pg'
import { later } from '../public/desk/later.js'

const pool = new Pool()

later(async () => {
  await pool.query('update seats set held = true where id = 1')
})
