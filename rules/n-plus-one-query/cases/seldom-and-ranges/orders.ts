import * as Tracker from '@sentry/node'
import { Pool } from 'pg'
import { DataTypes, Model, Sequelize } from 'sequelize'

const pool = new Pool()
const sequelize = new Sequelize(process.env.DATABASE_URL as string)
class User extends Model {}
User.init({ name: DataTypes.STRING }, { sequelize })
class Order extends Model {
  declare number: string
}
Order.init({ number: DataTypes.STRING }, { sequelize })
Order.belongsTo(User)

declare function push(endpoint: string): Promise<void>

async function notify(subscription: { id: number; endpoint: string }) {
  try {
    await push(subscription.endpoint)
  } catch {
    await pool.query('DELETE FROM subscriptions WHERE id = $1', [subscription.id])
  }
}

// Only what fails is taken away.
export async function notifyAll(subscriptions: { id: number; endpoint: string }[]) {
  for (const subscription of subscriptions) await notify(subscription) // expect-low: n-plus-one-query
  for (const { id, endpoint } of subscriptions) await push(endpoint).catch(() => pool.query('DELETE FROM subscriptions WHERE id = $1', [id])) // expect-low: n-plus-one-query
  for (const { id, endpoint } of subscriptions) { // expect: n-plus-one-query
    await push(endpoint).catch(() => undefined)
    await pool.query('UPDATE subscriptions SET seen = now() WHERE id = $1', [id])
  }
}

// All rows between two keys; and what one of many has in a time of its own.
export async function extend(ranges: { from: number; to: number }[], shifts: { start: Date; end: Date; seat: number }[]) {
  for (const range of ranges) await pool.query(`UPDATE orders SET seen = true WHERE id >= ${range.from} AND id <= ${range.to}`)
  for (const shift of shifts) // expect: n-plus-one-query
    await pool.query('UPDATE sales SET seat = $1 WHERE at BETWEEN $2 AND $3', [shift.seat, shift.start, shift.end])
}

// A tracker's user is no row, though orders have a user too.
export function report(orders: Order[], id: number) {
  for (const order of orders)
    Tracker.withScope((scope) => {
      scope.setUser({ id })
      Tracker.captureMessage(order.number)
    })
}

// There are as many tables as the program has.
export async function vacuum() {
  for (const model of Object.values(sequelize.models)) await model.count()
}
