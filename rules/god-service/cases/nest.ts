import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class User {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class Seat {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class Coupon {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class Refund {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class TicketLine {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class TicketEvent {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class TicketNote {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Entity()
export class TicketSeat {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  state: string
}

@Injectable()
export class Mailer {
  send(to: string) {
    return to
  }
}

@Injectable()
export class BoxOfficeService { // expect: god-service
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Seat) private readonly seats: Repository<Seat>,
    @InjectRepository(Coupon) private readonly coupons: Repository<Coupon>,
    @InjectRepository(Refund) private readonly refunds: Repository<Refund>,
    private readonly mailer: Mailer,
  ) {}

  findUser(id: number) {
    return this.users.findOneBy({ id })
  }

  async createUser(state: string) {
    await this.users.insert({ state })
    this.mailer.send(state)
  }

  async closeUser(id: number) {
    await this.users.update({ id }, { state: 'closed' })
  }

  findInvoice(id: number) {
    return this.invoices.findOneBy({ id })
  }

  async createInvoice(state: string) {
    await this.invoices.insert({ state })
    this.mailer.send(state)
  }

  async closeInvoice(id: number) {
    await this.invoices.update({ id }, { state: 'closed' })
  }

  findSeat(id: number) {
    return this.seats.findOneBy({ id })
  }

  async createSeat(state: string) {
    await this.seats.insert({ state })
    this.mailer.send(state)
  }

  async closeSeat(id: number) {
    await this.seats.update({ id }, { state: 'closed' })
  }

  findCoupon(id: number) {
    return this.coupons.findOneBy({ id })
  }

  async createCoupon(state: string) {
    await this.coupons.insert({ state })
    this.mailer.send(state)
  }

  async closeCoupon(id: number) {
    await this.coupons.update({ id }, { state: 'closed' })
  }

  findRefund(id: number) {
    return this.refunds.findOneBy({ id })
  }

  async createRefund(state: string) {
    await this.refunds.insert({ state })
    this.mailer.send(state)
  }

  async closeRefund(id: number) {
    await this.refunds.update({ id }, { state: 'closed' })
  }
}

// Large, and about one thing.
@Injectable()
export class TicketService {
  constructor(
    @InjectRepository(Ticket) private readonly tickets: Repository<Ticket>,
    @InjectRepository(TicketLine) private readonly ticketLines: Repository<TicketLine>,
    @InjectRepository(TicketEvent) private readonly ticketEvents: Repository<TicketEvent>,
    @InjectRepository(TicketNote) private readonly ticketNotes: Repository<TicketNote>,
    @InjectRepository(TicketSeat) private readonly ticketSeats: Repository<TicketSeat>,
    private readonly mailer: Mailer,
  ) {}

  findTicket(id: number) {
    return this.tickets.findOneBy({ id })
  }

  async addTicket(state: string) {
    await this.tickets.insert({ state })
    this.mailer.send(state)
  }

  async closeTicket(id: number) {
    await this.tickets.update({ id }, { state: 'closed' })
  }

  findTicketLine(id: number) {
    return this.ticketLines.findOneBy({ id })
  }

  async addTicketLine(state: string) {
    await this.ticketLines.insert({ state })
    this.mailer.send(state)
  }

  async closeTicketLine(id: number) {
    await this.ticketLines.update({ id }, { state: 'closed' })
  }

  findTicketEvent(id: number) {
    return this.ticketEvents.findOneBy({ id })
  }

  async addTicketEvent(state: string) {
    await this.ticketEvents.insert({ state })
    this.mailer.send(state)
  }

  async closeTicketEvent(id: number) {
    await this.ticketEvents.update({ id }, { state: 'closed' })
  }

  findTicketNote(id: number) {
    return this.ticketNotes.findOneBy({ id })
  }

  async addTicketNote(state: string) {
    await this.ticketNotes.insert({ state })
    this.mailer.send(state)
  }

  async closeTicketNote(id: number) {
    await this.ticketNotes.update({ id }, { state: 'closed' })
  }

  findTicketSeat(id: number) {
    return this.ticketSeats.findOneBy({ id })
  }

  async addTicketSeat(state: string) {
    await this.ticketSeats.insert({ state })
    this.mailer.send(state)
  }

  async closeTicketSeat(id: number) {
    await this.ticketSeats.update({ id }, { state: 'closed' })
  }
}

// Reports read what others own.
@Injectable()
export class StatisticsService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Seat) private readonly seats: Repository<Seat>,
    @InjectRepository(Coupon) private readonly coupons: Repository<Coupon>,
    @InjectRepository(Refund) private readonly refunds: Repository<Refund>,
    private readonly mailer: Mailer,
  ) {}

  openUserCount() {
    return this.users.countBy({ state: 'open' })
  }

  closedUserCount() {
    return this.users.countBy({ state: 'closed' })
  }

  newUserCount() {
    return this.users.countBy({ state: 'new' })
  }

  openInvoiceCount() {
    return this.invoices.countBy({ state: 'open' })
  }

  closedInvoiceCount() {
    return this.invoices.countBy({ state: 'closed' })
  }

  newInvoiceCount() {
    return this.invoices.countBy({ state: 'new' })
  }

  openSeatCount() {
    return this.seats.countBy({ state: 'open' })
  }

  closedSeatCount() {
    return this.seats.countBy({ state: 'closed' })
  }

  newSeatCount() {
    return this.seats.countBy({ state: 'new' })
  }

  openCouponCount() {
    return this.coupons.countBy({ state: 'open' })
  }

  closedCouponCount() {
    return this.coupons.countBy({ state: 'closed' })
  }

  newCouponCount() {
    return this.coupons.countBy({ state: 'new' })
  }

  openRefundCount() {
    return this.refunds.countBy({ state: 'open' })
  }

  closedRefundCount() {
    return this.refunds.countBy({ state: 'closed' })
  }

  newRefundCount() {
    return this.refunds.countBy({ state: 'new' })
  }
}
