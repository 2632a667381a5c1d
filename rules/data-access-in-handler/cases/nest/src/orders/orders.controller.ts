import { Controller, Delete, Get, Param } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Order } from './order.entity'
import { OrdersService } from './orders.service'

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly service: OrdersService,
    @InjectRepository(Order) private readonly orders: Repository<Order>,
  ) {}

  @Get(':id')
  one(@Param('id') id: string) {
    return this.service.one(Number(id))
  }

  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.orders.delete({ id: Number(id) }) // expect: data-access-in-handler
  }
}
