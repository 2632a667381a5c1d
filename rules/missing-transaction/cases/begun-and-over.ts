import { Controller, Injectable, Param, Post, Body } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'
import Stripe from 'stripe'
import { createTransport } from 'nodemailer'

const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
const mail = createTransport({ host: 'mail.example.com' })

@Entity()
export class Payout {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
  @Column() amount!: number
}

@Entity()
export class Receipt {
  @PrimaryGeneratedColumn() id!: number
  @Column() payoutId!: number
  @Column() reference!: string
}

@Entity()
export class Seller {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Column() plan!: string
  @Column() reachable!: boolean
  @Column() balance!: number
}

@Entity()
export class Delivery {
  @PrimaryGeneratedColumn() id!: number
  @Column() sellerId!: number
  @Column() address!: string
}

@Injectable()
export class Payouts {
  constructor(
    @InjectRepository(Payout) private readonly payouts: Repository<Payout>,
    @InjectRepository(Receipt) private readonly receipts: Repository<Receipt>,
    @InjectRepository(Seller) private readonly sellers: Repository<Seller>,
    @InjectRepository(Delivery) private readonly deliveries: Repository<Delivery>,
  ) {}

  // Others must see that it has begun while the bank works.
  async send(id: number, account: string) {
    await this.payouts.update(id, { status: 'sending' }) // expect-low: missing-transaction
    await stripe.transfers.create({ amount: 100, currency: 'eur', destination: account }, { idempotencyKey: `payout-${id}` })
    await this.receipts.insert({ payoutId: id, reference: account })
  }

  // The same by a function, and the end of the work.
  async sendAll(sellers: Seller[], id: number) {
    await this.setStatus(id, 'processing') // expect-low: missing-transaction
    for (const seller of sellers) await this.deliveries.insert({ sellerId: seller.id, address: seller.email })
    await this.setStatus(id, 'completed')
  }

  async deliver(id: number, seller: Seller) {
    try {
      await this.deliveries.insert({ sellerId: seller.id, address: seller.email }) // expect-low: missing-transaction
      await this.payouts.update(id, { status: 'done' })
    } catch (error) {
      await this.payouts.update(id, { status: 'failed' })
      throw error
    }
  }

  // A state that nothing outside waits for is half of the work.
  async close(id: number, sellerId: number) {
    await this.payouts.update(id, { status: 'closing' }) // expect: missing-transaction
    await this.sellers.update(sellerId, { plan: 'closed' })
  }

  async settle(id: number, sellerId: number, amount: number) {
    await this.payouts.update(id, { status: 'processing' }) // expect: missing-transaction
    await this.sellers.decrement({ id: sellerId }, 'balance', amount)
    await this.payouts.update(id, { status: 'completed' })
  }

  // The second row is about what the other system answered.
  async invite(seller: Seller) {
    await this.sellers.update(seller.id, { reachable: true }) // expect-low: missing-transaction
    const sent = await mail.sendMail({ to: seller.email, subject: 'Welcome' })
    await this.receipts.insert({ payoutId: 0, reference: sent.messageId })
  }

  // Unless money was moved before, or the row belongs to one that was made before.
  async payOut(seller: Seller, amount: number) {
    await this.sellers.decrement({ id: seller.id }, 'balance', amount) // expect: missing-transaction
    const transfer = await stripe.transfers.create({ amount, currency: 'eur', destination: seller.email }, { idempotencyKey: `seller-${seller.id}` })
    await this.receipts.insert({ payoutId: seller.id, reference: transfer.id })
  }

  async open(amount: number, account: string) {
    const payout = await this.payouts.save({ amount, status: 'open' }) // expect: missing-transaction
    const transfer = await stripe.transfers.create({ amount, currency: 'eur', destination: account }, { idempotencyKey: `open-${payout.id}` })
    await this.receipts.save({ payoutId: payout.id, reference: transfer.id })
  }

  // The next try finds that it is done.
  async order(email: string, address: string) {
    let seller: Seller | null = null
    seller = await this.sellers.findOneBy({ email })
    if (!seller) {
      console.info('a new seller')
      seller = await this.sellers.save({ email, plan: 'free' }) // expect-low: missing-transaction
    } else if (!seller.reachable) {
      await this.sellers.update(seller.id, { reachable: true })
    }
    await this.deliveries.insert({ sellerId: seller.id, address })
  }

  async reach(seller: Seller, address: string) {
    if (!seller.reachable) await this.sellers.update(seller.id, { reachable: true }) // expect-low: missing-transaction
    await this.deliveries.insert({ sellerId: seller.id, address })
  }

  async upgrade(seller: Seller, address: string) {
    if (seller.plan === 'free') {
      await this.sellers.update(seller.id, { plan: 'paid' }) // expect: missing-transaction
      await this.deliveries.insert({ sellerId: seller.id, address })
    }
  }

  private async setStatus(id: number, status: string) {
    await this.payouts.update(id, { status })
  }
}

@Controller('payouts')
export class PayoutController {
  constructor(private readonly payouts: Payouts) {}

  @Post(':id')
  async run(@Param('id') id: number, @Body() body: { seller: Seller; sellers: Seller[]; address: string; amount: number }) {
    await this.payouts.send(id, body.address)
    await this.payouts.sendAll(body.sellers, id)
    await this.payouts.deliver(id, body.seller)
    await this.payouts.close(id, body.seller.id)
    await this.payouts.settle(id, body.seller.id, body.amount)
    await this.payouts.invite(body.seller)
    await this.payouts.payOut(body.seller, body.amount)
    await this.payouts.open(body.amount, body.address)
    await this.payouts.order(body.seller.email, body.address)
    await this.payouts.reach(body.seller, body.address)
    await this.payouts.upgrade(body.seller, body.address)
  }
}
