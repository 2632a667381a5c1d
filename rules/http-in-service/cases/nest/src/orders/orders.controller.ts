import { type CanActivate, Controller, type ExecutionContext, Get, Injectable, NotFoundException, Param, Res, UseGuards } from '@nestjs/common'
import type { Request, Response } from 'express'
import { OrdersService, ShippingService } from './orders.service'

// Guards look at requests.
@Injectable()
export class WarehouseGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return this.isWarehouse(context.switchToHttp().getRequest<Request>())
  }

  private isWarehouse(request: Request): boolean {
    return request.headers['x-warehouse'] === 'yes'
  }
}

@Controller('orders')
@UseGuards(WarehouseGuard)
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly shipping: ShippingService,
  ) {}

  @Get('export')
  async export(@Res() res: Response) {
    await this.orders.export(res)
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const order = await this.orders.findOne(Number(id))
    if (order.status === 'hidden') throw new NotFoundException()
    await this.shipping.ship(order.id)
    return order
  }
}
