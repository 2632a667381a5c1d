import { Pool } from 'pg'
import { Sequelize } from 'sequelize'

export const gateway = {
  baseUrl: 'https://gateway.orders.io',
  apiKey: 'q8Zt2LmVx0RbYc7NwKd4Hs9f', // expect: hardcoded-secret
  clientSecret: 'v9Kx3TzQ7wLp2RmYb8NcHd4s', // expect: hardcoded-secret
}

export const pool = new Pool({
  host: 'db.orders.io',
  user: 'orders',
  password: 'Seats!2024', // expect: hardcoded-secret
})

export const localPool = new Pool({
  host: 'localhost',
  user: 'orders',
  password: 'seats-4-all', // expect-low: hardcoded-secret
})

export class TicketClient {
  private readonly accessToken = 'Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0' // expect: hardcoded-secret

  headers() {
    return { Authorization: 'Bearer Rz8Kq3Tw6Lv1Xb9Nc4Ym7Hd2', 'X-Token': this.accessToken } // expect: hardcoded-secret
  }
}

export function isSupport(password: string): boolean {
  return password === 'Support#4711' // expect: hardcoded-secret
}

function connect(host: string, password: string): string {
  return `${host}/${password.length}`
}

connect('tickets.orders.io', 'Tr0ub4dor&3') // expect: hardcoded-secret
connect('tickets.orders.io', process.env.TICKETS_PASSWORD ?? '')

export const reports = new Sequelize('reports', 'reader', 'Pq7!mm2Zx', { host: 'db.orders.io' }) // expect: hardcoded-secret
export const archive = new Sequelize('archive', 'reader', process.env.ARCHIVE_PASSWORD, { host: 'db.orders.io' })
