import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { AuditLog, Order } from '../orders/order.entity'

@Injectable()
export class BillingService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(AuditLog) private readonly log: Repository<AuditLog>,
  ) {}

  async settle(id: number) {
    await this.orders.update({ id }, { status: 'paid' }) // expect: shared-table-write
    // Everybody writes the log.
    await this.log.insert({ what: 'paid' })
  }

  // Reading is no writing.
  async open() {
    return this.orders.find({ where: { status: 'placed' }, take: 100 })
  }
}
