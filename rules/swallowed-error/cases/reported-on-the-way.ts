// What was reported further down before it was thrown on, and what is not waited for in a chain.
import { Pool } from 'pg'

const pool = new Pool()

async function register(id: number) {
  try {
    await pool.query('INSERT INTO halls (id) VALUES ($1)', [id])
  } catch (error) {
    console.error('hall was not registered', { id, error })
    throw error
  }
}

async function registerAll(ids: number[]) {
  for (const id of ids) await register(id)
}

async function note(id: number) {
  await pool.query('INSERT INTO visits (hall_id) VALUES ($1)', [id])
}

async function noteAll(ids: number[]) {
  for (const id of ids) await note(id)
}

export async function open(ids: number[]) {
  await registerAll(ids).catch(() => {}) // expect-low: swallowed-error
}

export async function visit(ids: number[]) {
  await noteAll(ids).catch(() => {}) // expect: swallowed-error
}

async function firstHall() {
  try {
    return await pool.query('SELECT * FROM halls LIMIT 1')
  } catch (error) {
    console.error('no hall was found', error)
    return undefined
  }
}

/** What a step of the chain neither returns nor waits for fails on its own. */
export function welcome() {
  firstHall()
    .then((hall) => {
      if (hall) note(hall.rows[0].id).catch((error) => console.error('visit was not noted', error))
    })
    .catch(() => {})
}

export function greet() {
  firstHall()
    .then(async (hall) => {
      if (hall) await note(hall.rows[0].id)
    })
    .catch(() => {}) // expect: swallowed-error
}
