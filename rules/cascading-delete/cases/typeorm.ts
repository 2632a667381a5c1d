import { Column, Entity, JoinColumn, ManyToMany, ManyToOne, OneToMany, OneToOne, PrimaryGeneratedColumn, type Repository } from 'typeorm'

@Entity()
export class Tenant {
  @PrimaryGeneratedColumn() id: number
  @OneToMany(() => Ticket, (ticket) => ticket.tenant) tickets: Ticket[]
}

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn() id: number
  @ManyToOne(() => Tenant, (tenant) => tenant.tickets, { onDelete: 'CASCADE' }) tenant: Tenant // expect: cascading-delete
  @Column() subject: string
}

// Removed by the library, with the rows it has loaded.
@Entity()
export class Customer {
  @PrimaryGeneratedColumn() id: number
  @OneToMany(() => Invoice, (invoice) => invoice.customer, { cascade: ['insert', 'remove'] }) invoices: Invoice[] // expect: cascading-delete
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id: number
  @ManyToOne(() => Customer, (customer) => customer.invoices) customer: Customer
  @Column() amount: number
}

// One row, and rows between two tables.
@Entity()
export class Member {
  @PrimaryGeneratedColumn() id: number
  @ManyToMany(() => Club, { onDelete: 'CASCADE' }) clubs: Club[]
}

@Entity()
export class Club {
  @PrimaryGeneratedColumn() id: number
}

@Entity()
export class Shop {
  @PrimaryGeneratedColumn() id: number
  @OneToOne(() => Theme, (theme) => theme.shop) theme: Theme
}

@Entity()
export class Theme {
  @PrimaryGeneratedColumn() id: number
  @OneToOne(() => Shop, (shop) => shop.theme, { onDelete: 'CASCADE' }) @JoinColumn() shop: Shop // expect-low: cascading-delete
}

export const removeTenant = (tenants: Repository<Tenant>, id: number) => tenants.delete(id)

// Said on the side without the key, it means nothing.
@Entity()
export class Store {
  @PrimaryGeneratedColumn() id: number
  @OneToMany(() => Sale, (sale) => sale.store, { onDelete: 'CASCADE' }) sales: Sale[]
}

@Entity()
export class Sale {
  @PrimaryGeneratedColumn() id: number
  @ManyToOne(() => Store, (store) => store.sales) store: Store
  @Column() amount: number
}

export const removeStore = (stores: Repository<Store>, id: number) => stores.delete(id)
