// One way to deal with failures all over a file: told once.
import { Pool } from 'pg'

const pool = new Pool()

export async function setOpen(id: number): Promise<void> {
  await pool.query('UPDATE halls SET open = true WHERE id = $1', [id]).catch(() => {}) // expect: swallowed-error
}
export async function setClosed(id: number): Promise<void> {
  await pool.query('UPDATE halls SET open = false WHERE id = $1', [id]).catch((_) => {})
}
export async function setLocked(id: number): Promise<void> {
  await pool.query('UPDATE halls SET locked = true WHERE id = $1', [id]).catch((_error) => {})
}
export async function setFree(id: number): Promise<void> {
  await pool.query('UPDATE halls SET locked = false WHERE id = $1', [id]).catch(() => {})
}
