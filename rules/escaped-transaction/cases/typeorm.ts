import { Column, DataSource, Entity, PrimaryGeneratedColumn, type EntityManager, type Repository } from 'typeorm'

@Entity('orders')
class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

@Entity('vouchers')
class Voucher {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

const source = new DataSource({ type: 'postgres', entities: [Order, Voucher] })

async function close(orders: Repository<Order>, id: number) {
  await orders.update({ id }, { status: 'closed' })
}

// The variable holds the one of the transaction by then.
export async function closeOrder(id: number) {
  let orders = source.getRepository(Order)
  if (!(await orders.existsBy({ id }))) return
  await source.transaction(async (manager) => {
    orders = manager.getRepository(Order)
    await close(orders, id)
  })
}

export async function closeVoucher(id: number) {
  const orders = source.getRepository(Order)
  await source.transaction(async (manager) => {
    await manager.update(Voucher, { id }, { status: 'closed' })
    await close(orders, id) // expect: escaped-transaction
  })
}

// What is written in front of a throw is to survive it.
export async function redeem(id: number) {
  await source.transaction(async (manager) => {
    await redeemWith(manager, id) // expect-low: escaped-transaction
    await manager.update(Order, { id }, { status: 'paid' })
  })
}

async function redeemWith(manager: EntityManager, id: number) {
  const voucher = await manager.findOneBy(Voucher, { id })
  if (voucher?.status === 'expired') {
    await source.getRepository(Voucher).update({ id }, { status: 'refused' })
    throw new Error('the voucher has expired')
  }
}
