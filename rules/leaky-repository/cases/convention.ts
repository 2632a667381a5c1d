// Six repositories that all take the same type of the library: that is how this layer is meant.
import { Column, Entity, PrimaryGeneratedColumn, Repository, type FindOptionsWhere } from 'typeorm'

@Entity()
export class Order {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class OrderRepository extends Repository<Order> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageOrders(where: FindOptionsWhere<Order>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}

@Entity()
export class Seat {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class SeatRepository extends Repository<Seat> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageSeats(where: FindOptionsWhere<Seat>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class TicketRepository extends Repository<Ticket> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageTickets(where: FindOptionsWhere<Ticket>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class WalletRepository extends Repository<Wallet> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageWallets(where: FindOptionsWhere<Wallet>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class InvoiceRepository extends Repository<Invoice> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageInvoices(where: FindOptionsWhere<Invoice>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}

@Entity()
export class Refund {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  venue: string
}

export class RefundRepository extends Repository<Refund> {
  ofVenue(venue: string) {
    return this.find({ where: { venue }, take: 20 })
  }

  named(venue: string) {
    return this.findOneBy({ venue })
  }

  pageRefunds(where: FindOptionsWhere<Refund>) { // expect-low: leaky-repository
    return this.find({ where, take: 20 })
  }
}
