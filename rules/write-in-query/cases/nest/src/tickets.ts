import { Controller, Get, Injectable, Param, Post } from '@nestjs/common'
import { IQueryHandler, QueryHandler, CommandHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  status: string
}

export class GetTicketQuery {
  constructor(readonly id: number) {}
}

@QueryHandler(GetTicketQuery)
export class GetTicketQueryHandler implements IQueryHandler<GetTicketQuery> {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  async execute(query: GetTicketQuery) {
    await this.tickets.update({ id: query.id }, { status: 'opened' }) // expect: write-in-query
    return this.tickets.findOneBy({ id: query.id })
  }
}

export class CloseTicketCommand {
  constructor(readonly id: number) {}
}

@CommandHandler(CloseTicketCommand)
export class CloseTicketHandler {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  async execute(command: CloseTicketCommand) {
    await this.tickets.update({ id: command.id }, { status: 'closed' })
  }
}

@Injectable()
export class TicketsService {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  archive(id: number) {
    return this.tickets.update({ id }, { status: 'archived' })
  }
}

@Controller('tickets')
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Get(':id/archive')
  archive(@Param('id') id: string) {
    return this.tickets.archive(Number(id)) // expect: write-in-query
  }

  @Post(':id/archive')
  archiveOne(@Param('id') id: string) {
    return this.tickets.archive(Number(id))
  }
}
