import { Body, Controller, DefaultValuePipe, Get, Headers, Injectable, Param, ParseIntPipe, ParseUUIDPipe, Post, Query, Req, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Args, Int, Query as GraphQuery, Resolver } from '@nestjs/graphql'
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices'
import { InjectEntityManager, InjectRepository } from '@nestjs/typeorm'
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator'
import type { Request } from 'express'
import { DataSource, EntityManager, Repository } from 'typeorm'

class Seat {
  id!: number
  label!: string
}

class SeatFilter {
  @IsString()
  hall!: string

  @IsIn(['label', 'price'])
  sort!: string

  @IsInt()
  @IsOptional()
  least = 0
}

@Injectable()
export class SeatRepository {
  constructor(
    @InjectRepository(Seat) private readonly seats: Repository<Seat>,
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly source: DataSource,
  ) {}

  filter(filter: SeatFilter) {
    return this.seats
      .createQueryBuilder('seat')
      .where(`seat.hall = '${filter.hall}'`) // expect: sql-injection
      .andWhere(`seat.price > ${filter.least}`)
      .orderBy(filter.sort)
      .getMany()
  }

  sorted({ sort, least }: SeatFilter) {
    return this.manager.query(`SELECT id FROM seats WHERE price > ${least} ORDER BY ${sort}`)
  }

  // The interface of the repository says less than the class the query came in.
  listed(query: { sort?: string; hall?: string }) {
    const { sort = 'label', hall } = query
    const column = `seat.${sort}` // expect-low: string-sql
    return this.seats.createQueryBuilder('seat').where('seat.hall = :hall', { hall }).orderBy(column, 'ASC').getMany()
  }

  ordered(order: 'ASC' | 'DESC') {
    return this.source.query(`SELECT id FROM seats ORDER BY price ${order}`) // expect: sql-injection
  }

  page(limit: number) {
    return this.source.query(`SELECT id FROM seats LIMIT ${limit}`)
  }

  byLabel(label: string) {
    return this.seats.query(`SELECT id FROM seats WHERE label = '${label}'`) // expect: sql-injection
  }

  byId(id: string) {
    return this.source.query(`SELECT id FROM seats WHERE id = '${id}'`) // expect: string-sql
  }

  inTenant(tenant: string) {
    return this.source.query(`SET search_path TO ${tenant}`) // expect: sql-injection
  }

  byRunner(id: string) {
    const runner = this.source.createQueryRunner()
    return runner.query('DELETE FROM seats WHERE id = ' + id).finally(() => runner.release()) // expect: sql-injection
  }

  bound(label: string) {
    return this.seats.createQueryBuilder('seat').where('seat.label = :label', { label }).getMany()
  }
}

@Controller('seats')
export class SeatController {
  constructor(private readonly seats: SeatRepository) {}

  @Get('filter')
  filter(@Query() filter: SeatFilter) {
    return this.seats.filter(filter)
  }

  @Get('sorted')
  sorted(@Query() filter: SeatFilter) {
    return this.seats.sorted(filter)
  }

  @Get('listed')
  listed(@Query() filter: SeatFilter) {
    const { least, ...query } = filter
    return this.seats.listed({ ...query, hall: least > 0 ? query.hall : 'main' })
  }

  // Pipes look at classes, and at no union of strings.
  @Get('ordered')
  ordered(@Query('order') order: 'ASC' | 'DESC') {
    return this.seats.ordered(order)
  }

  @Get('page')
  page(@Query('limit', new DefaultValuePipe(20), ParseIntPipe) limit: number) {
    return this.seats.page(limit)
  }

  @Get('label/:label')
  byLabel(@Param('label') label: string) {
    return this.seats.byLabel(label)
  }

  @Get(':id')
  byId(@Param('id', ParseUUIDPipe) id: string) {
    return this.seats.byId(id)
  }

  @Get('tenant')
  tenant(@Headers('x-tenant') tenant: string) {
    return this.seats.inTenant(tenant)
  }

  @Post('remove')
  remove(@Req() request: Request) {
    return this.seats.byRunner(request.body.id)
  }

  @Post('bound')
  bound(@Body() body: { label: string }) {
    return this.seats.bound(body.label)
  }
}

@Resolver()
export class SeatResolver {
  constructor(private readonly source: DataSource) {}

  @GraphQuery(() => [Seat])
  seats(@Args('hall') hall: string, @Args('limit', { type: () => Int }) limit: number) {
    return this.source.query(`SELECT id FROM seats WHERE hall = '${hall}' LIMIT ${limit}`) // expect: sql-injection
  }
}

@Controller()
export class SeatEvents {
  constructor(private readonly source: DataSource) {}

  @EventPattern('seat.sold')
  sold(@Payload() message: { label: string }) {
    return this.source.query(`UPDATE seats SET sold = true WHERE label = '${message.label}'`) // expect: sql-injection
  }

  @MessagePattern('seat.find')
  find(data: { label: string }) {
    return this.source.query(`SELECT id FROM seats WHERE label = '${data.label}'`) // expect: sql-injection
  }
}

export async function bootstrap() {
  const app = await NestFactory.create(SeatController)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }))
}
