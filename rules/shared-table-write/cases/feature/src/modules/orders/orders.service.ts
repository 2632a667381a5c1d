import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { AuditLog, Order, OrderLine } from './order.entity'

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(OrderLine) private readonly lines: Repository<OrderLine>,
    @InjectRepository(AuditLog) private readonly log: Repository<AuditLog>,
  ) {}

  async place() {
    const order = await this.orders.save({ status: 'placed' })
    await this.lines.save({ orderId: order.id })
    await this.log.insert({ what: 'placed' })
    return order
  }

  async ship(id: number) {
    await this.orders.update({ id }, { status: 'shipped' })
  }
}
