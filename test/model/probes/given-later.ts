// Names without a type that are given their values later: modules that open once, members set by the constructor or
// by a method, sockets that a library gives to a callback.
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { MongoClient } from 'mongodb'
import Redis from 'ioredis'
import { Server } from 'socket.io'

let connection: any
let shop: any = null

export async function open() {
  connection = new Pool()
  const client = new MongoClient('mongodb://localhost')
  shop = client.db('shop')
}

function getShop() {
  return shop
}

export const wallets = () => connection.query('SELECT id FROM wallets') // operation: query read many wallets

export async function seats() {
  const current = getShop()
  await current.collection('seats').findOne({ row: 1 }) // operation: query read one seats
}

export class Invoices {
  private store: any = undefined
  private readonly cache: any
  static shared: any

  constructor() {
    this.cache = new Redis()
  }

  start() {
    this.store ??= new Pool()
    Invoices.shared = new Pool()
  }

  list() {
    return this.store.query('SELECT id FROM invoices') // operation: query read many invoices
  }

  latest() {
    return Invoices.shared.query('SELECT id FROM invoices') // operation: query read many invoices
  }

  cached(id: string) {
    return this.cache.get(id) // operation: cache-read
  }
}

class Desk {
  io: any = undefined

  constructor() {
    this.io = new Server(createServer())
  }
}

const desk = new Desk()
desk.io.on('connection', (socket: any) => {
  socket.on('disconnect', () => undefined)
})

const plain = new Server()
plain.on('connection', (socket) => {
  socket.on('reserve', async (seat: { id: number }, done: () => void) => { // entry: procedure reserve
    await connection.query('UPDATE seats SET taken = true WHERE id = $1', [seat.id]) // operation: query write many seats
    done()
  })
})
