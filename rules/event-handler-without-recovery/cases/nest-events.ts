import { InjectQueue } from '@nestjs/bullmq'
import { Controller, Injectable } from '@nestjs/common'
import { EventEmitter2, OnEvent } from '@nestjs/event-emitter'
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices'
import { InjectRepository } from '@nestjs/typeorm'
import type { Queue } from 'bullmq'
import nodemailer from 'nodemailer'
import { Column, Entity, PrimaryGeneratedColumn, type EntityManager, type Repository } from 'typeorm'

const INVOICE_CLOSED = 'invoice.closed'

@Entity('points')
class Points {
  @PrimaryGeneratedColumn() id!: number
  @Column() amount!: number
}

@Entity('activities')
class Activity {
  @PrimaryGeneratedColumn() id!: number
  @Column() text!: string
}

@Entity('devices')
class Device {
  @PrimaryGeneratedColumn() id!: number
  @Column() lastUsedAt!: Date
}

@Entity('audit_logs')
class AuditLog {
  @PrimaryGeneratedColumn() id!: number
  @Column() text!: string
}

@Injectable()
export class OrderListener {
  private readonly mailer = nodemailer.createTransport({})

  constructor(
    @InjectRepository(Points) private readonly points: Repository<Points>,
    @InjectRepository(AuditLog) private readonly audit: Repository<AuditLog>,
    @InjectQueue('stock') private readonly stock: Queue,
  ) {}

  @OnEvent('order.placed')
  async givePoints(order: { id: number; total: number }) {
    await this.points.save({ id: order.id, amount: order.total }) // expect: event-handler-without-recovery
  }

  // Somebody would miss the mail, and no data is wrong.
  @OnEvent('order.shipped')
  async sendMail(order: { email: string }) {
    await this.mailer.sendMail({ to: order.email, subject: 'On its way' }) // expect-low: event-handler-without-recovery
  }

  // ---- Quiet: a worker does it, and is tried again.
  @OnEvent('order.placed')
  async reserve(order: { id: number }) {
    await this.stock.add('reserve', { id: order.id }, { attempts: 5 })
  }

  // What fails is kept for later.
  @OnEvent('order.cancelled')
  async takePoints(order: { id: number }) {
    try {
      await this.points.delete({ id: order.id })
    } catch {
      await this.stock.add('take-points', { id: order.id }, { attempts: 5 })
    }
  }

  // A record nobody acts on.
  @OnEvent('order.viewed')
  async record(order: { id: number }) {
    await this.audit.save({ text: `viewed ${order.id}` })
  }
}

@Controller()
export class StockController {
  constructor(@InjectRepository(Points) private readonly points: Repository<Points>) {}

  @EventPattern('stock.changed')
  async changed(@Payload() data: { id: number }) {
    try {
      await this.points.update({ id: data.id }, { amount: 0 })
    } catch (error) { // expect: event-handler-without-recovery
      console.error(error)
    }
  }

  @EventPattern('stock.sold')
  async sold(@Payload() data: { id: number }) {
    await this.points.update({ id: data.id }, { amount: 1 })
  }

  // Whoever asked gets an answer that says so.
  @MessagePattern('stock.reserve')
  async reserve(@Payload() data: { id: number }) {
    try {
      await this.points.update({ id: data.id }, { amount: 2 })
      return { reserved: true }
    } catch {
      return { reserved: false }
    }
  }
}

// What nobody misses: that it happened, when it was last used, and what is put away where it failed.
@Injectable()
export class DeviceListener {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(Device) private readonly devices: Repository<Device>,
  ) {}

  @OnEvent('seat.booked')
  async note(seat: { id: number }) {
    await this.activities.save({ id: seat.id, text: 'booked' })
  }

  @OnEvent('seat.moved')
  async push(seat: { id: number }) {
    try {
      await fetch('https://push.example.com/devices')
      await this.devices.update({ id: seat.id }, { lastUsedAt: new Date() })
    } catch {
      await this.devices.delete({ id: seat.id })
    }
  }
}

// Whoever emits brings the transaction, or waits.
@Injectable()
export class InvoiceListener {
  constructor(
    @InjectRepository(Points) private readonly points: Repository<Points>,
    private readonly events: EventEmitter2,
  ) {}

  @OnEvent('invoice.paid')
  async book({ id, manager }: { id: number; manager: EntityManager }) {
    await manager.save(Points, { id, amount: 1 })
    await this.points.save({ id, amount: 1 })
  }

  @OnEvent(INVOICE_CLOSED)
  async close(invoice: { id: number }) {
    await this.points.save({ id: invoice.id, amount: 2 }) // expect-low: event-handler-without-recovery
  }

  async closeAll(id: number) {
    await this.events.emitAsync(INVOICE_CLOSED, { id })
  }
}
