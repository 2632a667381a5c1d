// Lists that are short because of what stands in the code: the members of an enumeration, and what a function lists.
import { PrismaClient } from '@prisma/client'
import { z } from 'zod'

const prisma = new PrismaClient()

const status = z.enum(['open', 'paid', 'sent', 'closed'])
type Status = z.infer<typeof status>

interface Change {
  readonly id: number
  readonly to: Status
  readonly city: string
}

// One statement for each status, however many orders there are.
export async function changeAll(changes: readonly Change[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const idsByStatus = new Map<Status, number[]>()
    for (const { id, to } of changes) idsByStatus.set(to, [...(idsByStatus.get(to) ?? []), id])
    for (const [to, ids] of idsByStatus) await tx.order.updateMany({ where: { id: { in: ids } }, data: { status: to } })
  })
}

enum Channel {
  Web,
  Shop,
  Phone,
}

export async function nameChannels(orders: readonly { readonly id: number; readonly channel: Channel }[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const used: Set<Channel> = new Set()
    for (const { channel } of orders) used.add(channel)
    for (const channel of used.values()) await tx.setting.update({ where: { key: `${channel}` }, data: { value: 'used' } })
  })
}

// Cities are as many as there are.
export async function moveAll(changes: readonly Change[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const idsByCity = new Map<string, number[]>()
    for (const { id, city } of changes) idsByCity.set(city, [...(idsByCity.get(city) ?? []), id])
    for (const [city, ids] of idsByCity) await tx.order.updateMany({ where: { id: { in: ids } }, data: { region: city } })
  })
}

interface Dialect {
  schema(name: string): string[] | undefined
  grants(names: readonly string[]): string[]
}

class Postgres implements Dialect {
  schema(name: string) {
    return [`CREATE SCHEMA ${name}`, `REVOKE ALL ON SCHEMA ${name} FROM PUBLIC`]
  }

  grants(names: readonly string[]) {
    return ['REVOKE ALL ON ALL TABLES FROM PUBLIC', ...names.map((name) => `GRANT ALL ON SCHEMA ${name}`)]
  }
}

class Embedded implements Dialect {
  schema(_name: string) {
    return undefined
  }

  grants(_names: readonly string[]) {
    return []
  }
}

const dialects: Record<string, () => Dialect> = { postgres: () => new Postgres(), embedded: () => new Embedded() }

export class Workspaces {
  private readonly dialect: Dialect

  constructor(name: string) {
    this.dialect = dialects[name]?.() ?? new Postgres()
  }

  async create(id: number) {
    await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
      await tx.account.create({ data: { id, balance: 0 } })
      const statements = this.dialect.schema(`w${id}`)
      if (statements) for (const statement of statements) await tx.$executeRawUnsafe(statement)
    })
  }

  async share(names: readonly string[]) {
    await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
      for (const statement of this.dialect.grants(names)) await tx.$executeRawUnsafe(statement)
    })
  }
}

// Nothing of it is in the transaction, whose handle nobody takes.
export async function removeAll(orderIds: readonly number[]) {
  await prisma.$transaction(async () => {
    for (const orderId of orderIds) await prisma.orderLine.deleteMany({ where: { orderId } })
  })
}
