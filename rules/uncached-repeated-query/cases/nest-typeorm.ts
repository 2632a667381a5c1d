import { Body, CanActivate, Controller, ExecutionContext, Get, Injectable, Module, Param, Post, Put, SetMetadata, UseGuards } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Customer {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
  @Column() credit!: number
}

@Entity()
export class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() customerId!: number
  @Column() total!: number
}

@Entity()
export class Setting {
  @PrimaryGeneratedColumn() id!: number
  @Column() key!: string
  @Column() value!: string
}

@Injectable()
export class CustomerService {
  constructor(private readonly customers: Repository<Customer>) {}

  async findById(id: number) {
    return this.customers.findOne({ where: { id } })
  }

  async rename(id: number, name: string) {
    await this.customers.update({ id }, { name })
  }
}

@Injectable()
export class MaintenanceGuard implements CanActivate {
  constructor(private readonly settings: Repository<Setting>) {}

  async canActivate(context: ExecutionContext) {
    const setting = await this.settings.findOne({ where: { key: 'maintenance' } }) // expect: uncached-repeated-query
    return setting?.value !== 'on'
  }
}

@Injectable()
export class CustomerGuard implements CanActivate {
  constructor(private readonly customers: CustomerService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const customer = await this.customers.findById(request.params.id)
    return customer !== null
  }
}

@Injectable()
export class OrderService {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly customers: CustomerService,
  ) {}

  async place(customerId: number, total: number) {
    const customer = await this.customers.findById(customerId)
    if (!customer) throw new Error('unknown customer')
    await this.checkCredit(customerId, total) // expect: uncached-repeated-query
    return this.orders.insert({ customerId, total })
  }

  async checkCredit(customerId: number, total: number) {
    const customer = await this.customers.findById(customerId)
    if (!customer || customer.credit < total) throw new Error('too little credit')
  }

  async renameAndShow(customerId: number, name: string) {
    const before = await this.customers.findById(customerId)
    await this.customers.rename(customerId, name)
    const after = await this.customers.findById(customerId)
    return { before, after }
  }

  async compare(one: number, other: number) {
    return [await this.customers.findById(one), await this.customers.findById(other)]
  }

  async either(customerId: number, isBrief: boolean) {
    if (isBrief) return this.customers.findById(customerId)
    const customer = await this.customers.findById(customerId)
    return { ...customer, orders: await this.orders.find({ where: { customerId }, take: 20 }) }
  }
}

const PLAN = 'plan'
export const NeedsPlan = (...plans: string[]) => SetMetadata(PLAN, plans)

// It leaves before it reads, where nothing was noted: one route of many.
@Injectable()
export class PlanGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Repository<Setting>,
  ) {}

  async canActivate(context: ExecutionContext) {
    const plans = this.reflector.getAllAndOverride<string[]>(PLAN, [context.getHandler(), context.getClass()])
    if (!plans) return true
    const setting = await this.settings.findOne({ where: { key: PLAN } }) // expect: uncached-repeated-query
    return setting !== null && plans.includes(setting.value)
  }
}

@UseGuards(MaintenanceGuard, PlanGuard)
@Controller('customers')
export class CustomerController {
  constructor(
    private readonly customers: CustomerService,
    private readonly orders: OrderService,
  ) {}

  @UseGuards(CustomerGuard)
  @Get(':id')
  async show(@Param('id') id: number) {
    return this.customers.findById(id) // expect: uncached-repeated-query
  }

  @Post(':id/orders')
  async place(@Param('id') id: number, @Body() body: { total: number }) {
    return this.orders.place(id, body.total)
  }

  @Put(':id')
  async rename(@Param('id') id: number, @Body() body: { name: string }) {
    return this.orders.renameAndShow(id, body.name)
  }

  @Get(':id/compare/:other')
  async compare(@Param('id') id: number, @Param('other') other: number) {
    return this.orders.compare(id, other)
  }

  @NeedsPlan('gold')
  @Get(':id/summary')
  async summary(@Param('id') id: number) {
    return this.orders.either(id, id > 100)
  }
}

@Module({ controllers: [CustomerController], providers: [CustomerService, OrderService, CustomerGuard, MaintenanceGuard] })
export class CustomerModule {}
