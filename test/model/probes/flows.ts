import { Body, Controller, Headers, Post } from '@nestjs/common'
import express, { type Request } from 'express'
import { Pool } from 'pg'

const app = express()
const pool = new Pool()

const find = (text: string) => pool.query(`SELECT * FROM orders WHERE note = '${text}'`) // flow: query; operation: query read many orders
const byId = (id: number) => pool.query(`SELECT * FROM orders WHERE id = ${id}`) // operation: query read many orders
const named = ({ name }: { name: string }) => pool.query("SELECT * FROM orders WHERE name = '" + name + "'") // flow: body; operation: query read many orders
const own = (schema: string) => pool.query(`SELECT * FROM orders WHERE kind = '${schema}'`) // flow: none; operation: query read many orders

function filterOf(req: Request) {
  return { text: String(req.query.text).trim(), id: Number(req.params.id) }
}

app.post('/orders/:id', async (req, res) => {
  const filter = filterOf(req)
  await find(filter.text)
  await byId(filter.id)
  const { body } = req
  await named({ name: body.name })
  const parts = ['SELECT * FROM orders WHERE true']
  if (req.headers.host) parts.push(`host = '${req.headers.host}'`)
  await pool.query(parts.join(' AND ')) // flow: headers; operation: query unknown unknown ?
  res.end()
})

export const internal = (kind: string) => own(kind)

@Controller('orders')
export class OrderController {
  @Post()
  create(@Body('status') status: string, @Headers('x-kind') kind: string) {
    if (kind !== 'a' && kind !== 'b') return undefined
    return pool.query(`UPDATE orders SET status = '${status}'`) // flow: body; operation: query write many orders
  }
}
