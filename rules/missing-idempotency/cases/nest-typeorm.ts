import { Body, Controller, Headers, Injectable, Post, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq'
import { EventPattern, Payload } from '@nestjs/microservices'
import type { Job, Queue } from 'bullmq'
import Stripe from 'stripe'
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Transfer {
  @PrimaryGeneratedColumn() id: number
  @Column() fromId: number
  @Column() toId: number
  @Column() amount: number
}

@Entity()
export class Payout {
  @PrimaryGeneratedColumn() id: number
  @Index({ unique: true })
  @Column()
  requestId: string
  @Column() amount: number
}

@Entity()
export class Account {
  @PrimaryColumn() id: number
  @Column() balance: number
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id: number
  @Column() jobId: string
  @Column() total: number
  @Column({ nullable: true }) sentAt: Date
}

@Entity()
export class HandledEvent {
  @PrimaryColumn() eventId: string
}

@Injectable()
export class PaymentService {
  private readonly stripe = new Stripe('key')

  constructor(
    @InjectRepository(Transfer) private readonly transfers: Repository<Transfer>,
    @InjectRepository(Payout) private readonly payouts: Repository<Payout>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @InjectRepository(HandledEvent) private readonly handled: Repository<HandledEvent>,
  ) {}

  async transfer(fromId: number, toId: number, amount: number) {
    return this.transfers.insert({ fromId, toId, amount }) // expect: missing-idempotency
  }

  async payOut(requestId: string, amount: number) {
    return this.payouts.insert({ requestId, amount })
  }

  async charge(orderId: number, amount: number) {
    return this.stripe.paymentIntents.create({ amount, currency: 'eur', metadata: { orderId } }) // expect: missing-idempotency
  }

  async credit(accountId: number, amount: number) {
    await this.accounts.increment({ id: accountId }, 'balance', amount)
  }

  async handle(signature: string, body: Buffer) {
    const event = this.stripe.webhooks.constructEvent(body, signature, 'secret')
    if (event.type === 'charge.succeeded') await this.credit(1, event.data.object.amount)
  }

  async handleOnce(signature: string, body: Buffer) {
    const event = this.stripe.webhooks.constructEvent(body, signature, 'secret')
    if (await this.handled.findOneBy({ eventId: event.id })) return
    await this.handled.insert({ eventId: event.id })
    if (event.type === 'charge.succeeded') await this.credit(1, event.data.object.amount)
  }
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    return next.handle()
  }
}

@Controller('payments')
export class PaymentController {
  constructor(private readonly payments: PaymentService) {}

  @Post('transfers')
  transfer(@Body() body: { fromId: number; toId: number; amount: number }) {
    return this.payments.transfer(body.fromId, body.toId, body.amount)
  }

  @Post('payouts')
  payOut(@Body() body: { requestId: string; amount: number }) {
    return this.payments.payOut(body.requestId, body.amount)
  }

  @Post(':id/charges')
  charge(@Body() body: { orderId: number; amount: number }) {
    return this.payments.charge(body.orderId, body.amount)
  }

  @Post('webhook')
  async webhook(@Headers('stripe-signature') signature: string, @Body() body: Buffer) {
    await this.payments.handle(signature, body) // expect: missing-idempotency
  }

  @Post('webhook-once')
  async webhookOnce(@Headers('stripe-signature') signature: string, @Body() body: Buffer) {
    await this.payments.handleOnce(signature, body)
  }
}

@Controller('top-ups')
export class TopUpController {
  constructor(@InjectRepository(Transfer) private readonly transfers: Repository<Transfer>) {}

  @Post()
  @UseInterceptors(IdempotencyInterceptor)
  topUp(@Body() body: { toId: number; amount: number }) {
    return this.transfers.insert({ fromId: 0, toId: body.toId, amount: body.amount })
  }
}

// ---- Jobs

@Injectable()
export class BillingJobs {
  constructor(@InjectQueue('billing') private readonly queue: Queue) {}

  async bill(customerId: number) {
    await this.queue.add('bill', { customerId }, { attempts: 5, backoff: { type: 'exponential', delay: 1000 } })
  }
}

@Processor('billing')
export class BillingProcessor extends WorkerHost {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
  ) {
    super()
  }

  async process(job: Job<{ customerId: number; total: number }>) {
    await this.invoices.insert({ total: job.data.total }) // expect: missing-idempotency
    await this.accounts.decrement({ id: job.data.customerId }, 'balance', job.data.total)
  }
}

@Processor('reminders')
export class ReminderProcessor extends WorkerHost {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
  ) {
    super()
  }

  // The row says that it was done.
  async process(job: Job<{ invoiceId: number }>) {
    const invoice = await this.invoices.findOneByOrFail({ id: job.data.invoiceId })
    if (invoice.sentAt) return
    await this.accounts.decrement({ id: 1 }, 'balance', 1)
    await this.invoices.update({ id: invoice.id }, { sentAt: new Date() })
  }
}

@Controller()
export class OrderEvents {
  constructor(@InjectRepository(Account) private readonly accounts: Repository<Account>) {}

  @EventPattern('order.paid')
  async onPaid(@Payload() message: { accountId: number; total: number }) {
    await this.accounts.increment({ id: message.accountId }, 'balance', message.total) // expect: missing-idempotency
  }
}

// Nobody asks for another attempt at these: one queue is not another.
@Injectable()
export class CouponJobs {
  constructor(@InjectQueue('coupons') private readonly coupons: Queue) {}

  async give(customerId: number) {
    await this.coupons.add('give', { customerId })
  }
}

@Processor('coupons')
export class CouponProcessor extends WorkerHost {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
  ) {
    super()
  }

  async process(job: Job<{ customerId: number; total: number }>) {
    await this.invoices.insert({ total: job.data.total })
    await this.accounts.increment({ id: job.data.customerId }, 'balance', job.data.total)
  }
}
