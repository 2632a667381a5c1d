import { Controller, Injectable, Param, ParseIntPipe, Post } from '@nestjs/common'
import { PrismaClient } from '@prisma/client'
import type { Prisma } from '@prisma/client'
import { type Kysely, type Transaction } from 'kysely'
import { ClsService } from 'nestjs-cls'

interface Tables {
  seats: { id: string; status: string }
  tickets: { id: string; seatId: string }
  watchers: { seatId: string; userId: string }
}
type Db = Kysely<Tables>
type Tx = Transaction<Tables>

function clientOf(db: Db, tx?: Tx): Db | Tx {
  if (tx) {
    return tx
  } else {
    return db
  }
}

/** The handle is one of several things that are given as one object. */
async function rename({ tx, id, name }: { tx: Tx; id: string; name: string }) {
  await tx.updateTable('seats').set({ status: name }).where('id', '=', id).execute()
  await tx.deleteFrom('watchers').where('seatId', '=', id).execute()
}

export async function renameAll(given: { tx: Tx; ids: string[] }) {
  const { tx, ids } = given
  for (const id of ids) await rename({ tx, id, name: 'old' })
  await tx.insertInto('tickets').values({ id: 'all', seatId: 'all' }).execute()
}

@Injectable()
class SeatRepository {
  constructor(private readonly db: Db) {}

  async take(id: string, tx?: Tx) {
    await clientOf(this.db, tx).updateTable('seats').set({ status: 'taken' }).where('id', '=', id).execute()
  }

  async issue(id: string, seatId: string, tx?: Tx) {
    const client = clientOf(this.db, tx)
    await client.insertInto('tickets').values({ id, seatId }).execute()
  }

  async watch(seatId: string, userId: string, tx?: Tx) {
    await clientOf(this.db, tx).insertInto('watchers').values({ seatId, userId }).execute()
  }
}

@Controller('seats')
export class SeatController {
  constructor(
    private readonly db: Db,
    private readonly seats: SeatRepository,
  ) {}

  @Post(':id/book')
  async book(@Param('id') id: string) {
    await this.db.transaction().execute(async (tx) => {
      await this.seats.take(id, tx)
      await this.seats.issue(`t-${id}`, id, tx)
    })
  }

  @Post(':id/reserve')
  async reserve(@Param('id') id: string) {
    await this.db.transaction().execute(async (tx) => {
      await this.seats.take(id, tx)
      await this.seats.issue(`t-${id}`, id) // expect: escaped-transaction
    })
  }

  @Post(':id/open')
  async open(@Param('id') id: string) {
    await this.change(id)
  }

  /** Nobody gives a handle here, and without one the second write does not happen. */
  private async change(id: string, tx?: Tx) {
    await this.seats.take(id, tx)
    if (tx) {
      await this.seats.watch(id, 'owner', tx)
    }
  }

  @Post(':id/sell')
  async sell(@Param('id') id: string) {
    await this.seats.take(id) // expect: missing-transaction
    await this.seats.issue(`t-${id}`, id)
  }
}

/** Keeps the handle for the call that is running. */
@Injectable()
export class PrismaService extends PrismaClient {
  constructor(private readonly cls: ClsService) {
    super()
  }

  client(): Prisma.TransactionClient {
    const tx = this.cls.get('tx')
    if (!tx) {
      return this
    }
    return tx
  }

  async inTransaction<T>(run: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    return await this.$transaction(async (tx) => {
      this.cls.set('tx', tx)
      return await run(tx)
    })
  }
}

@Controller('orders')
export class OrderController {
  constructor(private readonly prisma: PrismaService) {}

  @Post(':id/cancel')
  async cancel(@Param('id', ParseIntPipe) id: number) {
    await this.prisma.inTransaction(async (tx) => {
      await tx.order.update({ where: { id }, data: { status: 'cancelled' } })
      await this.release(id)
    })
  }

  private async release(orderId: number) {
    const client = this.prisma.client()
    await client.orderLine.deleteMany({ where: { orderId } })
    await this.prisma.client().payment.updateMany({ where: { orderId }, data: { status: 'cancelled' } })
  }

  @Post(':id/close')
  async close(@Param('id', ParseIntPipe) id: number) {
    await this.prisma.order.update({ where: { id }, data: { status: 'closed' } }) // expect: missing-transaction
    await this.prisma.payment.create({ data: { orderId: id, status: 'due' } })
  }
}
