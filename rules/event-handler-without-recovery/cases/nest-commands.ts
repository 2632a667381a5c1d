import { Injectable } from '@nestjs/common'
import { CommandHandler, EventsHandler, type ICommandHandler, type IEventHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm'

@Entity('seats')
class Seat {
  @PrimaryGeneratedColumn() id!: number
  @Column() taken!: boolean
}

class TakeSeat {
  constructor(readonly id: number) {}
}

class OrderCancelled {
  constructor(readonly seat: number) {}
}

/** Whoever sends it waits for it, and is told when it fails. */
@Injectable()
@CommandHandler(TakeSeat)
export class TakeSeatHandler implements ICommandHandler<TakeSeat> {
  constructor(@InjectRepository(Seat) private readonly seats: Repository<Seat>) {}

  async execute(command: TakeSeat): Promise<void> {
    await this.seats.update({ id: command.id }, { taken: true })
  }
}

@Injectable()
@EventsHandler(OrderCancelled)
export class OrderCancelledHandler implements IEventHandler<OrderCancelled> {
  constructor(@InjectRepository(Seat) private readonly seats: Repository<Seat>) {}

  async handle(event: OrderCancelled): Promise<void> {
    await this.seats.update({ id: event.seat }, { taken: false }) // expect: event-handler-without-recovery
  }
}
