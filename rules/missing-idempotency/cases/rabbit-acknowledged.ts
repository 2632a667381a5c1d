// What a worker does not acknowledge comes again.
import { Controller, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { EventPattern, Payload, Transport, type MicroserviceOptions } from '@nestjs/microservices'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Account {
  @PrimaryGeneratedColumn() id: number
  @Column() balance: number
}

@Controller()
export class OrderEvents {
  constructor(@InjectRepository(Account) private readonly accounts: Repository<Account>) {}

  @EventPattern('order.paid')
  async onPaid(@Payload() message: { accountId: number; total: number }) {
    await this.accounts.increment({ id: message.accountId }, 'balance', message.total) // expect: missing-idempotency
  }
}

@Module({ controllers: [OrderEvents] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(AppModule, {
    transport: Transport.RMQ,
    options: { urls: ['amqp://localhost'], queue: 'orders', noAck: false },
  })
  await app.listen()
}
void bootstrap()
