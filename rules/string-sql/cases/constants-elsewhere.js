import { Pool } from 'pg'
// Made by a build step, and not here.
import { OrderStatus, owners } from './generated/orders.js'

const pool = new Pool()

export function openOrders() {
  return pool.query(`SELECT id FROM orders WHERE status = '${OrderStatus.OPEN}'`)
}

export function ordersOf() {
  return pool.query(`SELECT id FROM orders WHERE owner = '${owners.first}'`) // expect: string-sql
}
