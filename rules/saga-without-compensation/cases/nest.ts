import { HttpService } from '@nestjs/axios'
import { Body, Controller, Injectable, Post } from '@nestjs/common'
import { firstValueFrom } from 'rxjs'
import Stripe from 'stripe'

@Injectable()
class PaymentService {
  private readonly stripe = new Stripe('key')
  charge(amount: number, key: string) {
    return this.stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true }, { idempotencyKey: key })
  }
  refund(payment: string) {
    return this.stripe.refunds.create({ payment_intent: payment }, { idempotencyKey: payment })
  }
}

@Injectable()
class WarehouseService {
  constructor(private readonly http: HttpService) {}
  async reserve(item: string) {
    return (await firstValueFrom(this.http.post('https://warehouse.example.com/reservations', { item }))).data
  }
}

@Injectable()
class CheckoutService {
  constructor(
    private readonly payments: PaymentService,
    private readonly warehouse: WarehouseService,
  ) {}

  async checkout(item: string, amount: number, key: string) {
    await this.payments.charge(amount, key) // expect: saga-without-compensation
    return this.warehouse.reserve(item)
  }

  async checkoutSafely(item: string, amount: number, key: string) {
    const payment = await this.payments.charge(amount, key)
    try {
      return await this.warehouse.reserve(item)
    } catch (error) {
      await this.payments.refund(payment.id)
      throw error
    }
  }
}

@Controller('checkout')
export class CheckoutController {
  constructor(private readonly service: CheckoutService) {}

  @Post()
  checkout(@Body() body: { item: string; amount: number; key: string }) {
    return this.service.checkout(body.item, body.amount, body.key)
  }

  @Post('safe')
  checkoutSafely(@Body() body: { item: string; amount: number; key: string }) {
    return this.service.checkoutSafely(body.item, body.amount, body.key)
  }
}
