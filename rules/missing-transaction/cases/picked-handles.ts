import { AsyncLocalStorage } from 'node:async_hooks'
import express from 'express'
import { Pool } from 'pg'
import { Column, type DataSource, Entity, type EntityManager, type EntityTarget, type ObjectLiteral, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

@Entity()
class Payment {
  @PrimaryGeneratedColumn() id!: number
  @Column() orderId!: number
}

interface Context {
  manager?: EntityManager
}

/** Takes the manager that the request brings, if it has one. */
class Connection {
  constructor(private readonly dataSource: DataSource) {}

  repository<T extends ObjectLiteral>(context: Context, target: EntityTarget<T>) {
    if (context.manager) return context.manager.getRepository(target)
    return this.dataSource.getRepository(target)
  }

  plain<T extends ObjectLiteral>(target: EntityTarget<T>) {
    return this.dataSource.getRepository(target)
  }
}

export class PaymentService {
  constructor(private readonly connection: Connection) {}

  async pay(context: Context, id: number) {
    await this.connection.repository(context, Order).update(id, { status: 'paid' })
    await this.connection.repository(context, Payment).insert({ orderId: id })
  }

  async payPlain(id: number) {
    await this.connection.plain(Order).update(id, { status: 'paid' }) // expect: missing-transaction
    await this.connection.plain(Payment).insert({ orderId: id })
  }
}

const storage = new AsyncLocalStorage<EntityManager>()

class Carried {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return storage.getStore() ?? this.dataSource.manager
  }

  async pay(id: number) {
    await this.manager.update(Order, id, { status: 'paid' })
    await this.manager.insert(Payment, { orderId: id })
  }
}

const pool = new Pool()
const app = express()

// Each of these may go through another connection.
app.post('/orders/:id/pay', async (req, res) => {
  await pool.query('BEGIN')
  await pool.query('UPDATE orders SET status = $1 WHERE id = $2', ['paid', req.params.id]) // expect: missing-transaction
  await pool.query('INSERT INTO payments (order_id) VALUES ($1)', [req.params.id])
  await pool.query('COMMIT')
  res.sendStatus(204)
})

export function carriedService(dataSource: DataSource) {
  return new Carried(dataSource)
}
