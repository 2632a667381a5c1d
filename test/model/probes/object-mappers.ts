import { PrismaClient } from '@prisma/client'
import { knex } from 'knex'
import mongoose, { Schema } from 'mongoose'
import { Model as ObjectionModel } from 'objection'
import { DataTypes, Model, Sequelize } from 'sequelize'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

const prisma = new PrismaClient().$extends({})
const db = knex({ client: 'pg' })
const source = new DataSource({ type: 'postgres' })
const sequelize = new Sequelize('postgres://localhost/shop')

class PrismaService extends PrismaClient {}
class Seat extends Model {}
Seat.init({ row: DataTypes.STRING }, { sequelize })
const Ticket = mongoose.model('Ticket', new Schema({ code: String }))

@Entity()
class Booking {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

export async function read(service: PrismaService, id: number) {
  await prisma.order.findMany({ take: 10 }) // operation: query read many order
  await service.order.count() // operation: query aggregate one order
  const order = service.order
  await order.findFirst() // operation: query read one order
  await db('orders').where({ id }).first() // operation: query read one orders
  const query = db.select('*').from('orders as o') // operation: query read many orders
  if (id) query.limit(10)
  await query
  await source.getRepository(Booking).findOneBy({ id }) // operation: query read one booking
  await source.createQueryBuilder(Booking, 'b').where('b.id = :id', { id }).getMany() // operation: query read many booking
  await Seat.findAll({ limit: 5 }) // operation: query read many seat
  await Ticket.find({ code: 'x' }).limit(5).lean() // operation: query read many ticket
}

export class Hall extends ObjectionModel {
  static tableName = 'halls'
}

// What the checker knows nothing of: a model's own statics, models kept in a registry.
const seats = new Schema({ row: String })
seats.static('byRow', async function (this: any, row: string) {
  return this.findOne({ row }) // operation: query read one ?
})
export async function registered(registry: any) {
  await registry.models.seats.query().where('row', 'A').limit(5) // operation: query read many seats
  await registry.models.seats.query().patch({ row: 'B' }).where('id', 1) // operation: query write unknown seats
}

export async function write(id: number) {
  await prisma.order.updateMany({ where: { id }, data: { status: 'x' } }) // operation: query write many order
  await db('orders').where({ id }).update({ status: 'x' }) // operation: query write unknown orders
  await db('orders').where({ id }).del() // operation: query delete unknown orders
  await source.manager.delete(Booking, { id }) // operation: query delete unknown booking
  await Seat.update({ row: 'A' }, { where: { id } }) // operation: query write many seat
  await Ticket.updateOne({ _id: id }, { code: 'y' }) // operation: query write one ticket
  const seat = await Seat.create({ row: 'A' }) // operation: query write one seat
  await seat.save() // operation: query write one seat
}
