import { Router } from 'express'
import { Pool } from 'pg'

const pool = new Pool()
export const seatMaps = Router()

async function reported<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    console.error(error)
    throw error
  }
}

async function createSeatMap(plan: any) {
  const rows = plan.rows
  if (!rows || !Number.isInteger(rows) || rows > 400) throw new Error('A hall has at most 400 rows.')
  // The test stands in the function around the callback.
  return reported(async () => {
    await pool.query(`CREATE TABLE seat_map (seats integer[${rows}])`)
  })
}

async function createPriceMap(plan: any) {
  const rows = plan.rows
  return reported(async () => {
    await pool.query(`CREATE TABLE price_map (prices integer[${rows}])`) // expect: sql-injection
  })
}

seatMaps.post('/halls', async (req, res) => {
  await createSeatMap(req.body)
  await createPriceMap(req.body)
  res.sendStatus(201)
})

interface Filter {
  readonly params: unknown[]
}

/** What is written into the text is a number of a placeholder. */
function placed(context: Filter, value: unknown): string {
  context.params.push(value)
  return `$${context.params.length}`
}

seatMaps.get('/halls', async (req, res) => {
  const context: Filter = { params: [] }
  const condition = `name = ${placed(context, req.query.name)}`
  const { rows } = await pool.query(`SELECT id, name FROM halls WHERE ${condition} LIMIT 50`, context.params)
  res.json(rows)
})
