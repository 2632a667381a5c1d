// Bodies nobody checks, of which named fields go to columns whose types the library knows.
import { BadRequestException, Body, Controller, createParamDecorator, ForbiddenException, Injectable, Module, NotFoundException, Param, Patch, Post, UseGuards, ValidationPipe, type ExecutionContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AuthGuard } from '@nestjs/passport'
import { PrismaClient } from '@prisma/client'
import { writeFile } from 'node:fs/promises'

const CustomerId = createParamDecorator((_: unknown, context: ExecutionContext): number => context.switchToHttp().getRequest().user.customerId)

@Injectable()
class OrderService {
  private readonly prisma = new PrismaClient()

  async rate(id: number, rating: string, note?: string) {
    if (!['GOOD', 'BAD'].includes(rating)) throw new BadRequestException()
    return this.prisma.order.update({ where: { id }, data: { status: rating, channel: note } })
  }
  async name(id: number, channel: string, status: string) {
    return this.prisma.order.update({ where: { id }, data: { channel, status } })
  }
  async change(id: number, values: { status: string }, customerId: number) {
    const order = await this.prisma.order.findUnique({ where: { id } })
    if (!order) throw new NotFoundException()
    if (order.customerId !== customerId) throw new ForbiddenException()
    return this.prisma.order.update({ where: { id }, data: { status: values.status } })
  }
  async changeOpen(id: number, values: { status: string }) {
    const order = await this.prisma.order.findUnique({ where: { id } })
    if (!order) throw new NotFoundException()
    if (order.status !== 'open') throw new ForbiddenException()
    return this.prisma.order.update({ where: { id }, data: { status: values.status } })
  }
  async open(ownerId: number, channel: string) {
    return this.prisma.order.create({ data: { ownerId, customerId: 1, channel, status: 'open' } })
  }
  async reopen(ownerId: number, channel: string) {
    const order = await this.prisma.order.findFirst({ where: { channel } })
    return this.prisma.order.create({ data: { ownerId, customerId: 1, channel: order?.channel ?? channel, status: 'open' } })
  }
  async close(customerId: number, id: number) {
    const order = await this.prisma.order.findFirst({ where: { id, customerId } })
    if (!order) throw new NotFoundException()
    return this.prisma.order.update({ where: { id: order.id }, data: { status: 'closed' } })
  }
  async closeAny(id: number) {
    const order = await this.prisma.order.findFirst({ where: { id } })
    if (!order) throw new NotFoundException()
    return this.prisma.order.update({ where: { id: order.id }, data: { status: 'closed' } })
  }
}

@Controller('new-orders')
@UseGuards(AuthGuard('jwt'))
class NewOrderController {
  constructor(private readonly orders: OrderService) {}

  // A new row of whoever sends it.
  @Post('open')
  open(@CustomerId() customerId: number, @Body() body: { channel: string }) { // expect-low: unvalidated-input
    return this.orders.open(customerId, body.channel)
  }
  // Other rows are looked for by what was sent.
  @Post('reopen')
  reopen(@CustomerId() customerId: number, @Body() body: { channel: string }) { // expect: unvalidated-input
    return this.orders.reopen(customerId, body.channel)
  }
  // The body says whose it is.
  @Post('open-for')
  openFor(@Body() body: { ownerId: number; channel: string }) { // expect: unvalidated-input
    return this.orders.open(body.ownerId, body.channel)
  }
}

@Controller('orders')
@UseGuards(AuthGuard('jwt'))
class OrderController {
  constructor(private readonly orders: OrderService) {}

  // What decides is tested.
  @Post('rating')
  rate(@Body() body: { rating: string; note?: string }) { // expect-low: unvalidated-input
    return this.orders.rate(1, body.rating, body.note)
  }
  @Post('name')
  name(@Body() body: { channel: string; status: string }) { // expect: unvalidated-input
    return this.orders.name(1, body.channel, body.status)
  }
}

@Controller('kept-orders')
@UseGuards(AuthGuard('jwt'))
class KeptOrderController {
  constructor(private readonly orders: OrderService) {}

  // A file is there already when a column refuses what does not fit.
  @Post('slip')
  async slip(@Body() body: { channel: string; status: string }) { // expect: unvalidated-input
    if (!body.channel) throw new BadRequestException()
    await writeFile('slip.txt', 'slip')
    return this.orders.name(1, body.channel, body.status)
  }
  @Post('given')
  given(@Body() body: { channel: string; status: string }) { // expect-low: unvalidated-input
    if (!body.channel) throw new BadRequestException()
    return this.orders.name(1, body.channel, body.status)
  }
}

@Controller('own-orders')
@UseGuards(AuthGuard('jwt'))
class OwnOrderController {
  constructor(private readonly orders: OrderService) {}

  // The row is that of whoever sends the body.
  @Patch(':id')
  change(@Param('id') id: string, @CustomerId() customerId: number, @Body() body: any) { // expect-low: unvalidated-input
    return this.orders.change(Number(id), body, customerId)
  }
  @Patch(':id/open')
  changeOpen(@Param('id') id: string, @Body() body: any) { // expect: unvalidated-input
    return this.orders.changeOpen(Number(id), body)
  }
}

// Rows of one's own are looked up, or any.
@Controller('closed-orders')
@UseGuards(AuthGuard('jwt'))
class ClosedOrderController {
  constructor(private readonly orders: OrderService) {}

  @Post('own')
  async closeOwn(@CustomerId() customerId: number, @Body() body: { ids: number[] }) { // expect-low: unvalidated-input
    for (const id of body.ids) await this.orders.close(customerId, id)
  }
  @Post('any')
  async closeAny(@Body() body: { ids: number[] }) { // expect: unvalidated-input
    for (const id of body.ids) await this.orders.closeAny(id)
  }
}

// Nobody is asked who it is.
@Controller('open-orders')
class OpenOrderController {
  constructor(private readonly orders: OrderService) {}

  @Post('rating')
  rate(@Body() body: { rating: string; note?: string }) { // expect: unvalidated-input
    return this.orders.rate(1, body.rating, body.note)
  }
}

@Module({ controllers: [NewOrderController, OrderController, KeptOrderController, OwnOrderController, ClosedOrderController, OpenOrderController], providers: [OrderService] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
