import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { Controller, Get, Injectable, Query } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { IsInt, IsOptional, Max } from 'class-validator'
import { DataTypes, Model, Sequelize } from 'sequelize'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn() id!: number
  @Column() eventId!: number
}

export class PageQuery {
  @IsOptional() @IsInt() @Max(100) limit?: number
  @IsOptional() @IsInt() page?: number
}

export class OpenQuery {
  @IsOptional() @IsInt() limit?: number
}

const client = new DynamoDBClient({})

class Shipment extends Model {}
Shipment.init({ status: DataTypes.STRING }, { sequelize: new Sequelize('sqlite::memory:') })

@Injectable()
export class TicketService {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  all() {
    return this.tickets.createQueryBuilder('ticket').orderBy('ticket.id').getMany() // expect: unbounded-query
  }

  // The class says how large it may be.
  page({ limit = 20, page = 1 }: PageQuery) {
    return this.tickets.find({ take: limit, skip: (page - 1) * limit })
  }

  open(query: OpenQuery) {
    return this.tickets.find({ take: query.limit }) // expect: unbounded-query
  }

  // As many as whoever runs it says, or as the function itself does.
  configured() {
    return this.tickets.find({ take: Number(process.env.PAGE_SIZE) })
  }

  newest(limit = 10) {
    return this.tickets.find({ order: { id: 'DESC' }, take: limit })
  }

  async walked() {
    let sold = 0
    for await (const ticket of await this.tickets.createQueryBuilder('ticket').stream()) sold += ticket ? 1 : 0
    return sold
  }

  async scanned() {
    const { Items: all } = await client.send(new ScanCommand({ TableName: 'orders' })) // expect: unbounded-query
    const { Items: some } = await client.send(new ScanCommand({ TableName: 'orders', Limit: 25 }))
    return [all, some]
  }

  shipments() {
    return Shipment.findAll({ order: [['id', 'DESC']] }) // expect: unbounded-query
  }

  add(eventId: number) {
    return this.tickets.save({ eventId })
  }
}

@Controller('tickets')
export class TicketController {
  constructor(private readonly tickets: TicketService) {}

  @Get('all') all() {
    return this.tickets.all()
  }

  @Get('page') page(@Query() query: PageQuery) {
    return this.tickets.page(query)
  }

  @Get('open') open(@Query() query: OpenQuery) {
    return this.tickets.open(query)
  }

  @Get('other') async other() {
    return [await this.tickets.configured(), await this.tickets.newest(), await this.tickets.walked(), await this.tickets.scanned(), await this.tickets.shipments(), await this.tickets.add(1)]
  }
}
