import { Controller, Get, Injectable, Query, applyDecorators } from '@nestjs/common'
import { IsInt, IsOptional, Max, Min } from 'class-validator'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() customerId!: number
}

@Entity()
class PermissionEntity {
  @PrimaryGeneratedColumn() id!: number
}

class Page {
  @IsOptional() @IsInt() @Min(1) page?: number = 1
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number = 20
}

// Put together by the project.
function AtMost(rows: number) {
  return applyDecorators(Max(rows, { message: 'too many' }))
}

class ShortPage {
  @IsOptional() @IsInt() @AtMost(50) limit?: number = 20
}

class OrdersPage extends Page {
  @IsOptional() @IsInt() customerId?: number
}

class WidePage {
  @IsOptional() @IsInt() @Min(1) limit?: number = 20
}

interface Wanted {
  page?: number
  limit?: number
}

@Injectable()
class ListOrders {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly permissions: Repository<PermissionEntity>,
  ) {}

  // The class of the parameter says how many at most, three functions away.
  async capped(wanted: Wanted) {
    return this.pageOf(wanted.page ?? 1, wanted.limit || 20)
  }

  private pageOf(page: number, limit: number) {
    return this.orders.find({ take: limit, skip: (page - 1) * limit })
  }

  async short(wanted: Wanted) {
    return this.orders.find({ order: { customerId: 'ASC' }, take: wanted.limit })
  }

  async uncapped(wanted: Wanted) {
    return this.orders.find({ order: { id: 'DESC' }, take: wanted.limit || 20 }) // expect: unbounded-query
  }

  // Rows that people fill by hand, whatever the class is called.
  async granted() {
    return this.permissions.find({ order: { id: 'ASC' } }) // expect-low: unbounded-query
  }
}

@Controller('orders')
export class OrdersController {
  constructor(private readonly list: ListOrders) {}

  @Get()
  find(@Query() query: OrdersPage) {
    return this.list.capped(query)
  }

  @Get('short')
  short(@Query() query: ShortPage) {
    return this.list.short({ limit: query.limit })
  }

  @Get('wide')
  wide(@Query() query: WidePage) {
    return this.list.uncapped(query)
  }

  @Get('permissions')
  permissions() {
    return this.list.granted()
  }
}
