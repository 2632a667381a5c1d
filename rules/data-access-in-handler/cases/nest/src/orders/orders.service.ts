import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Order } from './order.entity'

@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  one(id: number) {
    return this.orders.findOneBy({ id })
  }

  async ship(id: number) {
    await this.orders.update({ id }, { status: 'shipped' })
  }
}
