// Lucid of AdonisJS: models, relations that are loaded, queries built step by step, transactions.
import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { BaseModel, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type {} from '@adonisjs/core/providers/vinejs_provider'
import vine from '@vinejs/vine'

class Customer extends BaseModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare credit: number
  @hasMany(() => Order) declare orders: HasMany<typeof Order>
}
class Order extends BaseModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare customerId: number
  @column() declare status: string
  @belongsTo(() => Customer) declare customer: BelongsTo<typeof Customer>
}

const placeOrder = vine.compile(vine.object({ customerId: vine.number(), status: vine.string() }))

class OrderService {
  async withCustomers() {
    const orders = await Order.query().where('status', 'open').limit(100)
    const result: unknown[] = []
    for (const order of orders) {
      await order.load('customer') // expect: n-plus-one-query
      result.push(await Order.query().where('customerId', order.customerId).first())
    }
    return result
  }
  async withCustomersAtOnce() {
    return Order.query().where('status', 'open').preload('customer').limit(100)
  }
  async spend(id: number, amount: number) {
    const customer = await Customer.findOrFail(id)
    if (customer.credit < amount) throw new Error('too little')
    customer.credit = customer.credit - amount
    await customer.save() // expect: check-then-act
  }
  async move(from: number, to: number, amount: number) {
    await db.from('customers').where('id', from).decrement('credit', amount) // expect: missing-transaction
    await db.from('customers').where('id', to).increment('credit', amount)
  }
  async moveAtOnce(from: number, to: number, amount: number) {
    await db.transaction(async (trx) => {
      const changed = await trx.from('customers').where('id', from).where('credit', '>=', amount).decrement('credit', amount)
      if (Number(changed) === 0) throw new Error('too little')
      await trx.from('customers').where('id', to).increment('credit', amount)
    })
  }
  async close(id: number) {
    await db.transaction(async (trx) => {
      const order = await Order.findOrFail(id, { client: trx })
      order.useTransaction(trx)
      order.status = 'closed'
      await order.save()
      await Customer.create({ credit: 0 }) // expect: escaped-transaction
    })
  }
}

class OrdersController {
  private readonly orders = new OrderService()

  async index() {
    return [await this.orders.withCustomers(), await this.orders.withCustomersAtOnce()]
  }
  async all() {
    return Order.all() // expect: unbounded-query
  }
  async page({ request }: HttpContext) {
    return Order.query().orderBy('id').limit(request.input('limit')) // expect: unbounded-query
  }
  async search({ request }: HttpContext) {
    const term = String(request.input('term'))
    const named = await Order.query().whereRaw('status = ?', [term]).limit(20)
    return [named, await db.rawQuery(`select id from orders where status = '${term}' limit 20`)] // expect: sql-injection
  }
  async store({ request }: HttpContext) {
    return Order.create(request.body()) // expect: unvalidated-input
  }
  async storeChecked({ request }: HttpContext) {
    return Order.create(await request.validateUsing(placeOrder))
  }
  async pay({ params }: HttpContext) {
    await this.orders.spend(params.id, 5)
    await this.orders.close(params.id)
  }
  async move({ params }: HttpContext) {
    await this.orders.move(params.id, params.to, 5)
  }
  async moveAtOnce({ params }: HttpContext) {
    await this.orders.moveAtOnce(params.id, params.to, 5)
  }
}

router
  .group(() => {
    router.get('/orders', [OrdersController, 'index'])
    router.get('/orders/all', [OrdersController, 'all'])
    router.get('/orders/page', [OrdersController, 'page'])
    router.get('/orders/search', [OrdersController, 'search'])
    router.post('/orders', [OrdersController, 'store'])
    router.post('/orders/checked', [OrdersController, 'storeChecked'])
    router.post('/orders/:id/pay', [OrdersController, 'pay'])
    router.post('/orders/:id/move', [OrdersController, 'move'])
    router.post('/orders/:id/move-at-once', [OrdersController, 'moveAtOnce'])
  })
  .prefix('/api')
