import { Controller, Get, Injectable, Param } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Customer {
  @PrimaryGeneratedColumn()
  id: number

  @OneToMany(() => Order, (order) => order.customer)
  orders: Order[]

  @OneToMany(() => Invoice, (invoice) => invoice.customer)
  invoices: Invoice[]
}

@Entity()
export class Order {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  customerId: number

  @ManyToOne(() => Customer, (customer) => customer.orders)
  customer: Customer
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  customerId: number

  @ManyToOne(() => Customer, (customer) => customer.invoices)
  customer: Customer
}

@Injectable()
export class CustomersService {
  constructor(
    @InjectRepository(Customer) private readonly customers: Repository<Customer>,
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
  ) {}

  async profile(id: number) {
    const customer = await this.customers.findOneBy({ id }) // expect: chatty-service
    if (!customer) throw new Error('no such customer')
    const orders = await this.orders.findBy({ customerId: customer.id })
    const invoices = await this.invoices.findBy({ customerId: customer.id })
    return { customer, orders, invoices }
  }

  async numbers() {
    const customers = await this.customers.count() // expect: chatty-service
    const orders = await this.orders.count()
    const invoices = await this.invoices.count()
    return { customers, orders, invoices }
  }
}

@Controller('customers')
export class CustomersController {
  constructor(private readonly customers: CustomersService) {}

  @Get('numbers')
  numbers() {
    return this.customers.numbers()
  }

  @Get(':id')
  profile(@Param('id') id: string) {
    return this.customers.profile(Number(id))
  }
}
