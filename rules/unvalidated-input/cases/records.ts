// What is sent becomes a record in several ways before it is saved.
import express from 'express'
import { model, Schema } from 'mongoose'
import { DataSource, Entity, Column, PrimaryGeneratedColumn, type Repository } from 'typeorm'
import { DataTypes, Model, Sequelize } from 'sequelize'

const Seat = model('Seat', new Schema({ row: Number, code: String, holder: String }))

@Entity()
class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() title!: string
  @Column({ default: false }) paid!: boolean
}

class Invoice extends Model {}
Invoice.init({ title: DataTypes.STRING, paid: DataTypes.BOOLEAN }, { sequelize: new Sequelize('sqlite::memory:') })

const orders: Repository<Order> = new DataSource({ type: 'postgres', entities: [Order] }).getRepository(Order)

const app = express()
app.use(express.json())

app.post('/orders', async (request, response) => {
  const order = orders.create(request.body as Partial<Order>) // expect: unvalidated-input
  response.json(await orders.save(order))
})
app.put('/orders', async (request, response) => {
  response.json(await orders.save(orders.create(request.body as object))) // expect: unvalidated-input
})
app.post('/orders/titled', async (request, response) => {
  response.json(await orders.save(orders.create({ title: String(request.body.title) })))
})
app.post('/invoices', async (request, response) => {
  const invoice = Invoice.build(request.body) // expect: unvalidated-input
  response.json(await invoice.save())
})
app.post('/seats', async (request, response) => {
  const { seat } = request.body // expect: unvalidated-input
  response.json(await new Seat(seat).save())
})
app.put('/seats/:id', async (request, response) => {
  const seat = await Seat.findById(request.params.id)
  seat!.set(request.body) // expect: unvalidated-input
  response.json(await seat!.save())
})
app.patch('/seats/:id', async (request, response) => {
  const seat = (await Seat.findById(request.params.id)) as any
  Object.keys(request.body).forEach((name) => {
    seat[name] = request.body[name] // expect: unvalidated-input
  })
  response.json(await seat.save())
})
app.post('/seats/copy', async (request, response) => {
  const seat: any = new Seat()
  for (const name in request.body) seat[name] = request.body[name] // expect: unvalidated-input
  response.json(await seat.save())
})
// Names that are known, values that the schema casts.
app.patch('/seats/:id/some', async (request, response) => {
  const seat: any = await Seat.findById(request.params.id)
  for (const name of ['code', 'holder']) if (request.body[name] !== undefined) seat[name] = request.body[name]
  response.json(await seat.save())
})
app.post('/seats/named', async (request, response) => {
  const allowed = ['code', 'holder']
  if (!Object.keys(request.body).every((name) => allowed.includes(name))) {
    response.status(400).end()
    return
  }
  response.json(await Seat.create(request.body)) // expect-low: unvalidated-input
})
app.post('/seats/fields', async (request, response) => {
  const seat: any = {}
  seat.code = request.body.code // expect-low: unvalidated-input
  response.json(await Seat.create(seat))
})
