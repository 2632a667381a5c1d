import { describe, expect, it } from 'vitest'
import { createModel } from '../../src/model/model.js'
import { openWorkspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../support/folder.js'

async function modelOf(files: Readonly<Record<string, string>>, dependencies: readonly string[] = []) {
  const manifest = { name: 'shop', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) }
  const cwd = folderWith({ 'package.json': JSON.stringify(manifest), ...files })
  return createModel(openWorkspace({ cwd }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
}

const keysOf = (table: { readonly uniqueKeys: readonly (readonly string[])[] } | undefined) => table?.uniqueKeys.map((key) => key.join(' '))

describe('Prisma schemas', () => {
  const SCHEMA = `datasource db {
  provider = "postgresql"
}

/// A person. model Ghost {
model User {
  id     String  @id @default(cuid())
  email  String  @unique @map("email_address")
  orders Order[]
  role   Role    @default(USER)

  @@map("users")
}

enum Role {
  USER
  ADMIN
}

model Order {
  id       Int    @id
  tenantId String
  number   Int?
  /// Where it stands: { x, y }
  user     User   @relation("mine", fields: [userId], references: [id], onDelete: Cascade)
  userId   String

  @@unique([tenantId, number(sort: Desc)], name: "byNumber")
}
`

  it('gives models, keys and relations', async () => {
    const model = await modelOf({ 'prisma/schema.prisma': SCHEMA })
    expect(model.problems).toEqual([])
    expect(model.tables.map(({ name, databaseName, source }) => [name, databaseName, source])).toEqual([
      ['user', 'users', 'prisma'],
      ['order', 'order', 'prisma'],
    ])
    expect(keysOf(model.table('user'))).toEqual(['id', 'email', 'email_address'])
    expect(keysOf(model.table('order'))).toEqual(['id', 'tenantid number'])
    expect(model.table('user')?.columns.map(({ name, type }) => `${name} ${type ?? ''}`)).toEqual(['id String', 'email String', 'role Role'])
    expect(model.table('order')?.columns.find(({ name }) => name === 'number')).toMatchObject({ nullable: true })
    expect(model.table('user')?.relations).toMatchObject([{ name: 'orders', target: 'order', many: true, holdsKey: false, onDelete: 'cascade' }])
    expect(model.table('order')?.relations).toMatchObject([{ name: 'user', target: 'user', many: false, holdsKey: true, onDelete: 'cascade' }])
    expect(model.problems).toEqual([])
  })

  it('points at models and fields', async () => {
    const model = await modelOf({ 'prisma/schema.prisma': SCHEMA })
    const order = model.table('order')
    const relation = order?.relations[0]
    const text = SCHEMA
    expect(order && text.slice(order.place.start, order.place.end)).toBe('model Order {')
    expect(relation && text.slice(relation.place.start, relation.place.end)).toMatch(/^user {5}User .*onDelete: Cascade\)$/)
  })

  it('reads relations between files', async () => {
    const model = await modelOf({
      'prisma/schema/user.prisma': 'model User {\n  id Int @id\n  posts Post[]\n}\n',
      'prisma/schema/post.prisma': 'model Post {\n  id Int @id\n  author User @relation(fields: [authorId], references: [id], onDelete: SetNull)\n  authorId Int\n}\n',
    })
    expect(model.table('post')?.relations).toMatchObject([{ target: 'user', onDelete: 'set-null' }])
    expect(model.table('user')?.relations).toMatchObject([{ target: 'post', many: true }])
  })

  it('says where a block does not parse and reads the others', async () => {
    const model = await modelOf({ 'prisma/schema.prisma': 'model User {\n  id Int @id\n}\n\nmodel Broken {\n  id Int @id\n  name String @@@\n}\n\nmodel Open {\n  id Int @id\n\nmodel Order {\n  id Int @id\n}\n' })
    expect(model.problems.map(({ kind, file, line }) => ({ kind, file, line }))).toEqual([
      { kind: 'parse', file: 'prisma/schema.prisma', line: 7 },
      { kind: 'parse', file: 'prisma/schema.prisma', line: 10 },
    ])
    expect(model.tables.map(({ name }) => name)).toEqual(['user', 'order'])
  })

  it('does not read migrations made from the schema', async () => {
    const model = await modelOf({ 'prisma/schema.prisma': SCHEMA, 'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "old_users" (id int PRIMARY KEY);' })
    expect(model.table('old_users')).toBeUndefined()
  })
})

describe('entity classes', () => {
  it('reads TypeORM entities with inherited columns', async () => {
    const model = await modelOf(
      {
        'src/base.ts': "import { PrimaryGeneratedColumn } from 'typeorm'\nexport abstract class Base {\n  @PrimaryGeneratedColumn('uuid')\n  uid: string\n}\n",
        'src/order.ts': `import { Column, Entity, Index, ManyToOne, OneToMany, Unique } from 'typeorm'
import { Base } from './base.js'
import { User } from './user.js'
@Entity({ name: 'shop_orders' })
@Unique('by_number', ['tenant', 'number'])
@Index(['slug', 'tenant'], { unique: true })
@Index(['code'], { unique: true, where: 'deleted IS NULL' })
@Index(['createdAt'])
export class OrderEntity extends Base {
  @Column() tenant: string
  @Column({ type: 'int', nullable: true }) number: number
  @Column('varchar', { unique: true }) reference: string
  @Column({ unique: false }) slug: string
  @Index({ unique: true }) @Column() token: string
  @ManyToOne(() => User, (user) => user.orders, { onDelete: 'CASCADE' })
  user: Promise<User>
  note: string
}
`,
        'src/user.ts': "import { Entity, OneToMany } from 'typeorm'\nimport { Base } from './base.js'\nimport { OrderEntity } from './order.js'\n@Entity()\nexport class User extends Base {\n  @OneToMany(() => OrderEntity, (order) => order.user)\n  orders: OrderEntity[]\n}\n",
      },
      ['typeorm'],
    )
    const order = model.table('OrderEntity')
    expect(order).toMatchObject({ name: 'orderentity', databaseName: 'shop_orders', source: 'entity' })
    expect(order?.columns.map(({ name, nullable }) => `${name}${nullable ? '?' : ''}`)).toEqual(['tenant', 'number?', 'reference', 'slug', 'token', 'uid'])
    expect(new Set(keysOf(order))).toEqual(new Set(['reference', 'token', 'uid', 'tenant number', 'slug tenant', 'id', '_id']))
    expect(order?.relations).toMatchObject([{ name: 'user', target: 'user', many: false, onDelete: 'cascade', lazy: true }])
    expect(model.table('user')?.relations).toMatchObject([{ name: 'orders', target: 'orderentity', many: true, lazy: false }])
    expect(model.table('order')).toBe(order)
  })

  it('leaves other decorated classes alone', async () => {
    const model = await modelOf({ 'src/app.ts': "import { Entity } from './own.js'\n@Entity()\nexport class Order {}\n", 'src/own.ts': 'export const Entity = () => (target: unknown) => undefined\n', 'src/other.ts': "import { Column } from 'typeorm'\nexport { Column }\n" }, ['typeorm'])
    expect(model.tables).toEqual([])
  })

  it('names a default export as its class is called', async () => {
    const model = await modelOf(
      {
        'src/user.ts': "import { Column, Entity } from 'typeorm'\n@Entity('users')\nexport default class User {\n  @Column() email: string\n}\n",
        'src/order.ts': "import { Column, Entity } from 'typeorm'\n@Entity()\nexport default class Order {\n  @Column() seat: string\n}\n",
        'src/shop.ts': "import { type Repository } from 'typeorm'\nimport Order from './order.js'\nimport User from './user.js'\nexport async function find(users: Repository<User>, orders: Repository<Order>) {\n  await users.findOne({ where: { email: 'a' } })\n  return orders.find()\n}\n",
      },
      ['typeorm'],
    )
    expect(model.operations.map(({ table, declaredTable }) => [table, declaredTable?.databaseName])).toEqual([
      ['user', 'users'],
      ['order', 'order'],
    ])
  })

  it('completes an entity by what migrations say', async () => {
    const model = await modelOf(
      {
        'src/order.ts': "import { Column, Entity, ManyToOne } from 'typeorm'\nimport { User } from './user.js'\n@Entity('orders')\nexport class Order {\n  @Column() number: number\n  @ManyToOne(() => User) user: User\n}\n",
        'src/user.ts': "import { Entity } from 'typeorm'\n@Entity('users')\nexport class User {}\n",
        'migrations/1.sql': 'CREATE TABLE orders (id int PRIMARY KEY, number int UNIQUE, user_id int REFERENCES users ON DELETE CASCADE);',
      },
      ['typeorm'],
    )
    expect(keysOf(model.table('order'))).toContain('number')
    expect(model.table('order')?.relations).toMatchObject([{ target: 'user', onDelete: 'cascade' }])
    expect(model.tables.map(({ name }) => name)).toEqual(['order', 'user'])
  })
})

describe('table objects', () => {
  it('reads Drizzle tables', async () => {
    const model = await modelOf(
      {
        'src/schema.ts': `import { integer, pgTable as table, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
export const usersTable = table('users', { id: serial('id').primaryKey(), email: text('email').notNull().unique() })
export const memberships = table(
  'memberships',
  { userId: integer('user_id').references(() => usersTable.id, { onDelete: 'cascade' }), teamId: integer('team_id'), seat: integer('seat') },
  (t) => [primaryKey({ columns: [t.userId, t.teamId] }), unique().on(t.teamId, t.seat)],
)
`,
      },
      ['drizzle-orm'],
    )
    expect(model.table('users')).toMatchObject({ name: 'userstable', databaseName: 'users' })
    expect(keysOf(model.table('usersTable'))).toEqual(['id', 'email'])
    expect(keysOf(model.table('memberships'))).toEqual(expect.arrayContaining(['userid teamid', 'teamid seat']))
    expect(model.table('memberships')?.relations).toMatchObject([{ target: 'userstable', onDelete: 'cascade' }])
  })

  it('reads Mongoose models with their schema', async () => {
    const model = await modelOf(
      {
        'src/order.ts': `import mongoose, { Schema } from 'mongoose'
const orderSchema = new Schema({ number: { type: Number, unique: true, required: true }, user: { type: Schema.Types.ObjectId, ref: 'User' }, note: String })
orderSchema.index({ tenant: 1, slug: 1 }, { unique: true })
orderSchema.index({ note: 1 })
export const Order = mongoose.model('Order', orderSchema)
`,
      },
      ['mongoose'],
    )
    const order = model.table('order')
    expect(order?.columns.map(({ name, nullable }) => `${name}${nullable ? '?' : ''}`)).toEqual(['number', 'user?', 'note?'])
    expect(keysOf(order)).toEqual(['number', 'tenant slug', 'id', '_id'])
    expect(order?.relations).toMatchObject([{ name: 'user', target: 'user' }])
  })

  it('reads tables of sequelize.define', async () => {
    const model = await modelOf(
      {
        'src/order.ts': `import { DataTypes, Sequelize } from 'sequelize'
const sequelize = new Sequelize('x')
export const Order = sequelize.define('Order', { number: { type: DataTypes.INTEGER, unique: true, allowNull: false }, note: DataTypes.STRING }, { tableName: 'shop_orders', indexes: [{ unique: true, fields: ['tenant', 'slug'] }] })
`,
      },
      ['sequelize'],
    )
    expect(model.table('shop_orders')).toBe(model.table('Order'))
    expect(keysOf(model.table('order'))).toEqual(expect.arrayContaining(['number', 'tenant slug', 'id']))
  })
})

describe('SQL', () => {
  it('applies migrations in the order of their names, without the way back', async () => {
    const model = await modelOf({
      'migrations/002_keys.sql': 'ALTER TABLE orders ADD CONSTRAINT u UNIQUE (tenant_id, number);\n-- migrate:down\nDROP TABLE orders;',
      'migrations/001_init.sql': 'CREATE TABLE orders (id int PRIMARY KEY, tenant_id int, number int, old text UNIQUE);\nCREATE TABLE carts (id int);',
      'migrations/001_init.down.sql': 'DROP TABLE orders;',
      'migrations/003_clean.sql': 'DROP TABLE carts; ALTER TABLE orders DROP COLUMN old; ALTER TABLE orders RENAME COLUMN number TO no;',
      'test/fixtures.sql': 'CREATE TABLE only_in_tests (id int);',
    })
    expect(model.tables.map(({ name }) => name)).toEqual(['orders'])
    expect(keysOf(model.table('orders'))).toEqual(['id', 'tenant_id no'])
  })

  it('reads SQL in migrations written in code', async () => {
    const text = 'exports.up = (db) => db.runSql(`CREATE TABLE tokens (id int, secret text UNIQUE)`)\nexports.down = (db) => db.runSql(`DROP TABLE tokens`)\n'
    const model = await modelOf({ 'migrations/1-tokens.js': text })
    const table = model.table('tokens')
    expect(keysOf(table)).toEqual(['secret'])
    expect(table && text.slice(table.place.start, table.place.end)).toBe('CREATE TABLE tokens (id int, secret text UNIQUE)')
  })
})

describe('schema builders', () => {
  it('reads Knex migrations, with later changes', async () => {
    const model = await modelOf({
      'migrations/001_init.js': `
const USERS = 'users'
exports.up = async (knex) => {
  await knex.schema
    .createTable(USERS, (table) => { table.increments('id'); table.string('email').notNullable().unique(); table.string('old') })
    .createTable('orders', (table) => {
      table.uuid('id').primary()
      table.integer('user_id').references('id').inTable('users').onDelete('CASCADE')
      table.integer('shop_id').references('shops.id')
      table.string('number')
      table.unique(['shop_id', 'number'])
    })
}
exports.down = (knex) => knex.schema.dropTable('orders').dropTable('users')
`,
      'migrations/002_more.ts': `
import type { Knex } from 'knex'
export async function up(knex: Knex) {
  await knex.schema.alterTable('users', (table) => { table.dropColumn('old'); table.foreign('team_id').references('id').inTable('teams').onDelete('SET NULL') })
  await knex.schema.createTable('carts', (table) => table.increments())
  await knex.schema.dropTable('carts')
}
export async function down(knex: Knex) { await knex.schema.dropTable('users') }
`,
    })
    expect(model.tables.map(({ name }) => name)).toEqual(['users', 'orders'])
    expect(keysOf(model.table('users'))).toEqual(['id', 'email'])
    expect(model.table('users')?.columns.map(({ name, nullable }) => `${name}${nullable ? '?' : ''}`)).toEqual(['id', 'email'])
    expect(keysOf(model.table('orders'))).toEqual(['id', 'shop_id number'])
    expect(model.table('orders')?.relations.map(({ name, target, onDelete }) => [name, target, onDelete])).toEqual([['user_id', 'users', 'cascade'], ['shop_id', 'shops', undefined]])
    expect(model.table('users')?.relations.map(({ target, onDelete }) => [target, onDelete])).toEqual([['teams', 'set-null']])
  })

  it('reads Sequelize migrations', async () => {
    const model = await modelOf({
      'migrations/1-users.js': `
module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, email: { type: Sequelize.STRING, unique: true, allowNull: false } })
    await queryInterface.createTable('posts', { id: { type: Sequelize.INTEGER, primaryKey: true }, user_id: { type: Sequelize.INTEGER, references: { model: 'users', key: 'id' }, onDelete: 'cascade' }, slug: Sequelize.STRING })
    await queryInterface.addIndex('posts', ['slug'], { unique: true })
    await queryInterface.addConstraint('posts', { fields: ['team_id'], type: 'foreign key', references: { table: 'teams', field: 'id' }, onDelete: 'restrict' })
  },
  async down(queryInterface) { await queryInterface.dropTable('users') },
}
`,
    })
    expect(keysOf(model.table('users'))).toEqual(['id', 'email'])
    expect(keysOf(model.table('posts'))).toEqual(['id', 'slug'])
    expect(model.table('posts')?.relations.map(({ name, onDelete }) => [name, onDelete])).toEqual([['user_id', 'cascade'], ['team_id', 'restrict']])
  })

  it('reads Kysely migrations', async () => {
    const model = await modelOf({
      'migrations/1-orders.ts': `
import { type Kysely, sql } from 'kysely'
export async function up(db: Kysely<unknown>) {
  await db.schema.createTable('orders')
    .addColumn('id', 'serial', (column) => column.primaryKey())
    .addColumn('user_id', 'integer', (column) => column.references('users.id').onDelete('cascade').notNull())
    .addColumn('number', 'integer')
    .addUniqueConstraint('order_number', ['user_id', 'number'])
    .execute()
}
export async function down(db: Kysely<unknown>) { await db.schema.dropTable('orders').execute() }
`,
    })
    expect(keysOf(model.table('orders'))).toEqual(['id', 'user_id number'])
    expect(model.table('orders')?.relations.map(({ target, onDelete }) => [target, onDelete])).toEqual([['users', 'cascade']])
  })
})

describe('the code that writes a table', () => {
  const writersOf = (model: Awaited<ReturnType<typeof modelOf>>, table: string) =>
    model.operations.filter((operation) => (operation.access === 'write' || operation.access === 'delete') && operation.declaredTable !== undefined && operation.declaredTable === model.table(table)).map(({ unit }) => unit.name)

  it.each<[string, string, Record<string, string>]>([
    ['Prisma', '@prisma/client', {
      'schema.prisma': 'model Order {\n  id Int @id\n}\n',
      'src/a.ts': "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\nexport async function place() { await prisma.order.create({ data: {} }) }\nexport async function list() { return prisma.order.findMany() }\n",
    }],
    ['TypeORM', 'typeorm', {
      'src/a.ts': "import { Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm'\n@Entity() export class Order { @PrimaryGeneratedColumn() id: number }\nexport async function place(orders: Repository<Order>) { await orders.save({}) }\nexport async function list(orders: Repository<Order>) { return orders.find() }\n",
    }],
    ['MikroORM', '@mikro-orm/core', {
      'src/a.ts': "import { Entity, type EntityManager, PrimaryKey } from '@mikro-orm/core'\n@Entity() export class Order { @PrimaryKey() id!: number }\nexport async function place(em: EntityManager, order: Order) { await em.persistAndFlush(order) }\nexport async function list(em: EntityManager) { return em.find(Order, {}) }\n",
    }],
    ['Sequelize', 'sequelize', {
      'src/a.js': "const { Sequelize, DataTypes } = require('sequelize')\nconst sequelize = new Sequelize('x')\nconst Order = sequelize.define('Order', { total: DataTypes.INTEGER })\nasync function place() { await Order.create({ total: 1 }) }\nasync function list() { return Order.findAll() }\nmodule.exports = { place, list }\n",
    }],
    ['Drizzle', 'drizzle-orm', {
      'src/a.ts': "import { drizzle } from 'drizzle-orm/node-postgres'\nimport { pgTable, serial } from 'drizzle-orm/pg-core'\nexport const order = pgTable('order', { id: serial('id').primaryKey() })\nconst db = drizzle('x')\nexport async function place() { await db.insert(order).values({}) }\nexport async function list() { return db.select().from(order) }\n",
    }],
    ['Mongoose', 'mongoose', {
      'src/a.js': "const mongoose = require('mongoose')\nconst Order = mongoose.model('Order', new mongoose.Schema({ total: Number }))\nasync function place() { await Order.create({ total: 1 }) }\nasync function list() { return Order.find() }\nmodule.exports = { place, list }\n",
    }],
    ['SQL', 'pg', {
      'schema.sql': 'CREATE TABLE "order" (id int PRIMARY KEY);',
      'src/a.js': "const { Pool } = require('pg')\nconst pool = new Pool()\nasync function place() { await pool.query('INSERT INTO \"order\" (id) VALUES (1)') }\nasync function list() { return pool.query('SELECT id FROM \"order\"') }\nmodule.exports = { place, list }\n",
    }],
  ])('%s', async (_, dependency, files) => {
    expect(writersOf(await modelOf(files, [dependency]), 'order')).toEqual(['place'])
  })
})

describe('names', () => {
  it('finds a table by any spelling that fits one alone', async () => {
    const model = await modelOf({ 'schema.sql': 'CREATE TABLE order_items (id int); CREATE TABLE categories (id int); CREATE TABLE address (id int); CREATE TABLE status (id int); CREATE TABLE log (id int); CREATE TABLE logs (id int);' })
    const found = (name: string) => model.table(name)?.name
    expect(['ORDER_ITEMS', 'orderItem', 'OrderItemEntity', 'order_items'].map(found)).toEqual(Array(4).fill('order_items'))
    expect(['category', 'addresses', 'address', 'status', 'statuses'].map(found)).toEqual(['categories', 'address', 'address', 'status', 'status'])
    expect(['log', 'logs', 'LogEntity', 'orders'].map(found)).toEqual(['log', 'logs', undefined, undefined])
    expect(model.table(undefined)).toBeUndefined()
  })
})

describe('delete actions', () => {
  const actionsOf = async (files: Readonly<Record<string, string>>, dependencies: readonly string[] = []) => {
    const model = await modelOf(files, dependencies)
    return Object.fromEntries(model.tables.flatMap((table) => table.relations.map((relation) => [`${table.label}.${relation.name}`, `${relation.target} ${relation.holdsKey ? 'key' : 'other'} ${relation.onDelete ?? '-'}`])))
  }

  it('Prisma has defaults, on both sides, told apart by the relation name', async () => {
    const schema = `model User {
  id Int @id
  written Post[] @relation("author")
  edited Post[] @relation("editor")
  tags Tag[]
  profile Profile?
}
model Post {
  id Int @id
  author User @relation("author", fields: [authorId], references: [id], onDelete: Cascade)
  authorId Int
  editor User? @relation(name: "editor", fields: [editorId], references: [id])
  editorId Int?
}
model Profile {
  user User @relation(fields: [userId], references: [id])
  userId Int @id
}
model Tag {
  id Int @id
  users User[]
}
`
    expect(await actionsOf({ 'prisma/schema.prisma': schema })).toEqual({
      'User.written': 'post other cascade',
      'User.edited': 'post other set-null',
      'User.tags': 'tag other -',
      'User.profile': 'profile other restrict',
      'Post.author': 'user key cascade',
      'Post.editor': 'user key set-null',
      'Profile.user': 'user key restrict',
      'Tag.users': 'user other -',
    })
  })

  it('TypeORM: options of the side with the key, cascaded removes, one-to-one by its join column', async () => {
    const source = `import { Entity, JoinColumn, ManyToMany, ManyToOne, OneToMany, OneToOne } from 'typeorm'
@Entity()
export class User {
  @OneToMany(() => Post, (post) => post.author) posts: Post[]
  @OneToMany(() => Invoice, (invoice) => invoice.user, { cascade: ['insert', 'remove'] }) invoices: Invoice[]
  @OneToOne(() => Profile, (profile) => profile.user) profile: Profile
  @ManyToMany(() => Group, { onDelete: 'CASCADE' }) groups: Group[]
}
@Entity() export class Post { @ManyToOne(() => User, (user) => user.posts, { onDelete: 'CASCADE' }) author: User }
@Entity() export class Invoice { @ManyToOne(() => User, { cascade: ['remove'] }) user: User }
@Entity() export class Profile { @OneToOne(() => User) @JoinColumn() user: User }
@Entity() export class Group {}
`
    expect(await actionsOf({ 'src/entities.ts': source }, ['typeorm'])).toEqual({
      'User.posts': 'post other cascade',
      'User.invoices': 'invoice other cascade',
      'User.profile': 'profile other no-action',
      'User.groups': 'group other -',
      'Post.author': 'user key cascade',
      'Invoice.user': 'user key no-action',
      'Profile.user': 'user key no-action',
    })
  })

  it('MikroORM: delete rules, Cascade.REMOVE and orphan removal', async () => {
    const source = `import { Cascade, Collection, Entity, ManyToOne, OneToMany } from '@mikro-orm/core'
@Entity() export class Author {
  @OneToMany(() => Book, (book) => book.author, { orphanRemoval: true }) books = new Collection<Book>(this)
  @OneToMany({ entity: () => Note, mappedBy: 'author', cascade: [Cascade.PERSIST, Cascade.REMOVE] }) notes = new Collection<Note>(this)
}
@Entity() export class Book { @ManyToOne(() => Author) author!: Author }
@Entity() export class Note { @ManyToOne({ entity: () => Author, deleteRule: 'cascade' }) author!: Author }
`
    expect(await actionsOf({ 'src/entities.ts': source }, ['@mikro-orm/core'])).toEqual({
      'Author.books': 'book other cascade',
      'Author.notes': 'note other cascade',
      'Book.author': 'author key -',
      'Note.author': 'author key cascade',
    })
  })

  it('entity schemas of both libraries', async () => {
    const typeorm = `import { EntitySchema } from 'typeorm'
export const OrderEntity = new EntitySchema({ name: 'Order', tableName: 'orders', columns: { id: { type: Number, primary: true }, number: { type: String, unique: true }, note: { type: String, nullable: true } }, relations: { user: { type: 'many-to-one', target: 'User', onDelete: 'CASCADE' } } })
`
    const mikro = `import { EntitySchema } from '@mikro-orm/core'
export class Author {}
export const schema = new EntitySchema({ class: Author, properties: { id: { type: 'number', primary: true }, books: { kind: '1:m', entity: () => Book, mappedBy: 'author', orphanRemoval: true }, tags: { kind: 'm:n', entity: 'Tag' } } })
`
    expect(await actionsOf({ 'src/order.ts': typeorm, 'src/author.ts': mikro }, ['typeorm', '@mikro-orm/core'])).toEqual({
      'Order.user': 'user key cascade',
      'Author.books': 'book other cascade',
      'Author.tags': 'tag other -',
    })
    const model = await modelOf({ 'src/order.ts': typeorm }, ['typeorm'])
    expect(model.table('order')).toMatchObject({ databaseName: 'orders', columns: [{ name: 'id' }, { name: 'number' }, { name: 'note', nullable: true }] })
    expect(keysOf(model.table('orders'))).toEqual(['id', 'number'])
  })

  it('Sequelize: associations of classes, models and untyped registries', async () => {
    const source = `import { DataTypes, Model, Sequelize } from 'sequelize'
const sequelize = new Sequelize('x')
export class User extends Model {
  static associate(models: any) {
    this.hasMany(models.Order, { foreignKey: 'userId', onDelete: 'CASCADE', hooks: true })
    User.belongsToMany(models.Role, { through: 'user_roles', onDelete: 'CASCADE' })
  }
}
User.init({ email: { type: DataTypes.STRING, unique: true } }, { sequelize, tableName: 'users', paranoid: true })
export const Order = sequelize.define('Order', { number: DataTypes.INTEGER })
Order.belongsTo(User, { as: 'buyer', onDelete: 'SET NULL' })
`
    expect(await actionsOf({ 'src/models.ts': source }, ['sequelize'])).toEqual({ 'User.Order': 'order other cascade', 'User.Role': 'role other -', 'Order.buyer': 'user key set-null' })
    const model = await modelOf({ 'src/models.ts': source }, ['sequelize'])
    expect(model.table('users')).toBe(model.table('User'))
    expect(model.table('user')?.columns.map(({ name }) => name)).toEqual(['email', 'deletedAt'])
  })

  it('sequelize-typescript', async () => {
    const source = `import { BelongsTo, Column, ForeignKey, HasMany, Model, Table } from 'sequelize-typescript'
@Table export class User extends Model { @HasMany(() => Post, { onDelete: 'cascade' }) posts: Post[] }
@Table export class Post extends Model { @ForeignKey(() => User) @Column userId: number; @BelongsTo(() => User, { onDelete: 'cascade' }) user: User }
`
    expect(await actionsOf({ 'src/models.ts': source }, ['sequelize-typescript', 'sequelize'])).toEqual({ 'User.posts': 'post other cascade', 'Post.user': 'user key cascade' })
  })

  it('Drizzle: references and foreign keys of tables', async () => {
    const source = `import { foreignKey, integer, pgTable } from 'drizzle-orm/pg-core'
export const users = pgTable('users', { id: integer('id').primaryKey() })
export const posts = pgTable('posts', { id: integer('id').primaryKey(), userId: integer('user_id') }, (t) => [foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade')])
export const notes = pgTable('notes', { postId: integer('post_id').references(() => posts.id, { onDelete: 'set null' }) })
`
    expect(await actionsOf({ 'src/schema.ts': source }, ['drizzle-orm'])).toEqual({ 'posts.userid': 'users key cascade', 'notes.postId': 'posts key set-null' })
  })

  it('Mongoose: hooks that delete', async () => {
    const source = `import mongoose, { Schema, model } from 'mongoose'
const postSchema = new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User' } })
export const Post = model('Post', postSchema)
const userSchema = new Schema({ name: String })
userSchema.pre('deleteOne', { document: true, query: false }, async function () {
  await Post.deleteMany({ author: this._id })
  await mongoose.model('Session').deleteMany({ user: this._id })
})
userSchema.pre('save', async function () { await Post.deleteMany({ draft: true }) })
export const User = model('User', userSchema)
`
    expect(await actionsOf({ 'src/user.ts': source }, ['mongoose'])).toEqual({ 'Post.author': 'user key -', 'User.pre deleteOne': 'session other cascade' })
    const model = await modelOf({ 'src/user.ts': source }, ['mongoose'])
    expect(model.table('user')?.relations.map(({ target, onDelete }) => `${target} ${onDelete ?? ''}`)).toEqual(['post cascade', 'session cascade'])
  })

  it('SQL: later statements win', async () => {
    const files = {
      'migrations/1.sql': 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE posts (id int, user_id int REFERENCES users ON DELETE CASCADE); CREATE TABLE notes (id int, user_id int, CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);',
      'migrations/2.sql': 'ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; ALTER TABLE posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;\nALTER TABLE notes DROP CONSTRAINT fk_user;',
    }
    expect(await actionsOf(files)).toEqual({ 'posts.user_id': 'users key restrict' })
  })

  it('relations that only migrations know belong to the table of the code', async () => {
    const files = {
      'migrations/1.sql': 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE posts (id int, user_id int REFERENCES users ON DELETE CASCADE);',
      'src/schema.ts': "import { integer, pgTable } from 'drizzle-orm/pg-core'\nexport const users = pgTable('users', { id: integer('id').primaryKey() })\nexport const posts = pgTable('posts', { userId: integer('user_id') })\n",
    }
    expect(await actionsOf(files, ['drizzle-orm'])).toEqual({ 'posts.user_id': 'users key cascade' })
  })
})

describe('models of another module system', () => {
  it('names a required module that exports its model as default as the code does, and not after its path', async () => {
    const model = await modelOf(
      {
        'product.js': "import mongoose from 'mongoose'\nexport default mongoose.model('Product', new mongoose.Schema({ name: String }))\n",
        'sync.cjs': "const Product = require('./product.js')\nasync function count() {\n  return [await Product.countDocuments({ active: true }), await Product.countDocuments()]\n}\ncount()\n",
      },
      ['mongoose'],
    )
    expect(model.operations.map((operation) => operation.table)).toEqual(['product', 'product'])
  })
})
