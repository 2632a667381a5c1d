import { asClass, asValue, createContainer } from 'awilix'
import { CommandBus, CommandHandler, QueryBus, QueryHandler } from '@nestjs/cqrs'
import { Controller, Get, Injectable, Post } from '@nestjs/common'
import { PrismaClient } from '@prisma/client'
import express from 'express'

/** Awilix gives what the constructor takes out of its first parameter. */
class OrderRepository {
  private prisma: any

  constructor({ prisma }: any) {
    this.prisma = prisma
  }

  all() {
    return this.prisma.order.findMany() // expect: unbounded-query
  }

  recent() {
    return this.prisma.order.findMany({ take: 20 })
  }
}

class OrderService {
  private orderRepository: any

  constructor({ orderRepository }: any) {
    this.orderRepository = orderRepository
  }

  all() {
    return this.orderRepository.all()
  }
}

const container = createContainer()
container.register({ prisma: asValue(new PrismaClient()), orderRepository: asClass(OrderRepository).singleton(), orderService: asClass(OrderService) })

const app = express()
app.get('/orders', async (_req, res) => {
  res.json(await container.resolve<OrderService>('orderService').all())
})

/** A bus runs the handler that is decorated with the class of the message. */
export class ListSeats {}
export class HoldSeat {}

@Injectable()
@QueryHandler(ListSeats)
export class ListSeatsHandler {
  constructor(private readonly prisma: PrismaClient) {}

  async execute() {
    return this.prisma.seat.findMany() // expect: unbounded-query
  }
}

@Injectable()
@CommandHandler(HoldSeat)
export class HoldSeatHandler {
  constructor(private readonly prisma: PrismaClient) {}

  async execute() {
    await this.prisma.seat.updateMany({ where: { number: 1 }, data: { number: 2 } })
  }
}

@Controller('seats')
export class SeatController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  list() {
    return this.queries.execute(new ListSeats())
  }

  @Post()
  hold() {
    return this.commands.execute(new HoldSeat())
  }
}
