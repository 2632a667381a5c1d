// tsoa: what a parameter may be is what its type says, and a string still is any string.
import { Pool } from 'pg'
import { Body, Controller, Get, Path, Post, Query, Route, Security } from 'tsoa'

const pool = new Pool()

interface PlaceOrder {
  customer: string
  total: number
}

@Route('orders')
export class OrdersController extends Controller {
  @Get('search')
  async search(@Query() customer: string) {
    const { rows } = await pool.query(`SELECT id FROM orders WHERE customer = '${customer}' LIMIT 20`) // expect: sql-injection
    return rows
  }
  @Get('{id}')
  async find(@Path() id: number) {
    const { rows } = await pool.query('SELECT id FROM orders WHERE id = $1', [id])
    return rows[0]
  }
  @Post()
  @Security('jwt')
  async place(@Body() order: PlaceOrder) {
    await pool.query('INSERT INTO orders (customer, total) VALUES ($1, $2)', [order.customer, order.total])
  }
  @Post('import')
  @Security('jwt')
  async import(@Body() order: any) { // expect: unvalidated-input
    await pool.query('INSERT INTO orders (customer, total) VALUES ($1, $2)', [order.customer, order.total])
  }
}
