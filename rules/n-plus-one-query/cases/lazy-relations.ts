import { Collection, Entity as MikroEntity, EntityManager, ManyToOne as MikroManyToOne, OneToMany as MikroOneToMany, PrimaryKey, type Ref } from '@mikro-orm/core'
import mongoose, { Schema } from 'mongoose'
import { DataTypes, HasManyGetAssociationsMixin, Model, Sequelize } from 'sequelize'
import { Column, DataSource, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @ManyToOne(() => Customer) customer!: Promise<Customer>
}

@Entity()
class Customer {
  @PrimaryGeneratedColumn() id!: number
  @OneToMany(() => Invoice, (invoice) => invoice.customer) invoices!: Promise<Invoice[]>
  @Column() name!: string
}

export async function withTypeOrm(source: DataSource) {
  const customers = await source.getRepository(Customer).find({ take: 100 })
  const totals: number[] = []
  for (const customer of customers) totals.push((await customer.invoices).length) // expect: n-plus-one-query
  return totals
}

class Line extends Model {}

class Order extends Model {
  declare id: number
  declare getLines: HasManyGetAssociationsMixin<Line>
}
const sequelize = new Sequelize('sqlite::memory:')
Order.init({ status: DataTypes.STRING }, { sequelize })
Line.init({ quantity: DataTypes.INTEGER }, { sequelize })
Order.hasMany(Line)

export async function withSequelize() {
  const orders = await Order.findAll({ limit: 20 })
  for (const order of orders) {
    const lines = await order.getLines() // expect: n-plus-one-query
    if (lines.length === 0) await order.destroy()
  }
}

const Post = mongoose.model('Post', new Schema({ title: String, author: { type: Schema.Types.ObjectId, ref: 'Writer' } }))

export async function withMongoose() {
  const posts = await Post.find().limit(10)
  for (const post of posts) await post.populate('author') // expect: n-plus-one-query
  // All of them at once.
  await Post.populate(posts, { path: 'author' })
}

@MikroEntity()
class Member {
  @PrimaryKey() id!: number
  @MikroManyToOne(() => Team, { ref: true }) team!: Ref<Team>
}

@MikroEntity()
class Team {
  @PrimaryKey() id!: number
  @MikroOneToMany(() => Member, 'team') members = new Collection<Member>(this)
}

export async function withMikro(em: EntityManager) {
  const teams = await em.find(Team, {}, { limit: 10 })
  for (const team of teams) await team.members.init() // expect: n-plus-one-query
  for (const team of teams) await team.members.loadItems() // expect: n-plus-one-query
  await em.populate(teams, ['members'])
}
