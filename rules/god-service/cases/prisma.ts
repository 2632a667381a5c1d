import { PrismaClient } from '@prisma/client'
import nodemailer from 'nodemailer'

interface Clock {
  now(): Date
}
interface Cache {
  drop(key: string): void
}
interface Bus {
  emit(name: string): void
}

const transport = nodemailer.createTransport({})

export class Back { // expect: god-service
  constructor(
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly cache: Cache,
    private readonly bus: Bus,
    private readonly pages: { render(name: string): string },
    private readonly limits: { of(name: string): number },
  ) {}

  async registerCustomer(name: string) {
    return this.prisma.customer.create({ data: { name } })
  }

  async renameCustomer(id: number, name: string) {
    await this.prisma.customer.update({ where: { id }, data: { name } })
    this.cache.drop(`customer ${id}`)
  }

  async findCustomer(id: number) {
    return this.prisma.customer.findUnique({ where: { id } })
  }

  async openInvoice(customerId: number) {
    return this.prisma.invoice.create({ data: { customerId } })
  }

  async dropInvoice(id: number) {
    await this.prisma.invoice.delete({ where: { id } })
  }

  async mailInvoice(id: number) {
    const invoice = await this.prisma.invoice.findUnique({ where: { id } })
    await transport.sendMail({ subject: `Invoice ${invoice?.id}`, text: this.pages.render('invoice') })
  }

  async bookPayment(orderId: number) {
    await this.prisma.payment.create({ data: { orderId, status: 'booked' } })
    this.bus.emit('payment')
  }

  async refundPayment(id: number) {
    await this.prisma.payment.update({ where: { id }, data: { status: 'refunded' } })
  }

  async findPayment(id: number) {
    return this.prisma.payment.findUnique({ where: { id } })
  }

  async addProduct(id: string, name: string, price: number) {
    await this.prisma.product.create({ data: { id, name, price } })
  }

  async priceProduct(id: string, price: number) {
    await this.prisma.product.update({ where: { id }, data: { price } })
  }

  async findProduct(id: string) {
    return this.prisma.product.findUnique({ where: { id } })
  }

  async addComment(postId: number, userId: number) {
    await this.prisma.comment.create({ data: { postId, userId } })
  }

  async dropComment(id: number) {
    await this.prisma.comment.delete({ where: { id } })
    return this.clock.now()
  }

  async listComments(postId: number) {
    return this.prisma.comment.findMany({ where: { postId }, take: this.limits.of('comments') })
  }
}

// Many tables and few methods: a use case, not a god.
export class Checkout {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly cache: Cache,
    private readonly bus: Bus,
    private readonly pages: { render(name: string): string },
    private readonly limits: { of(name: string): number },
  ) {}

  async run(customerId: number) {
    const customer = await this.prisma.customer.findUnique({ where: { id: customerId } })
    const order = await this.prisma.order.create({ data: { customerId, status: `new ${this.clock.now()}` } })
    await this.prisma.payment.create({ data: { orderId: order.id, status: this.pages.render('booked') } })
    await this.prisma.invoice.create({ data: { customerId } })
    await this.prisma.comment.deleteMany({ where: { userId: this.limits.of('x') } })
    this.cache.drop(`customer ${customer?.id}`)
    this.bus.emit('order')
  }
}
