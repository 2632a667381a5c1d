import { HttpException, Injectable, NotFoundException } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import type { Response } from 'express'
import { Repository } from 'typeorm'
import { Order } from './order.entity'

@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  async findOne(id: number) {
    const order = await this.orders.findOneBy({ id })
    if (!order) throw new NotFoundException() // expect-low: http-in-service
    if (order.status === 'locked') throw new HttpException('locked', 423)
    return order
  }

  async export(res: Response) { // expect: http-in-service
    res.setHeader('content-type', 'text/csv')
    res.send((await this.orders.find({ take: 100 })).map((order) => order.id).join('\n'))
  }
}

@Injectable()
export class ShippingService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  async ship(id: number) {
    const order = await this.orders.findOneBy({ id })
    if (!order) throw new OrderMissing(id)
    await this.orders.update({ id }, { status: 'shipped' })
  }
}

export class OrderMissing extends Error {
  constructor(readonly id: number) {
    super(`order ${id} is missing`)
  }
}
