import { Body, Controller, Injectable, Logger, Post, Req } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Account {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Column({ select: false }) password!: string
}

@Entity()
export class ApiClient {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
  @Column() clientSecret!: string
}

export class LoginDto {
  email!: string
  password!: string
}

export class OrderDto {
  productId!: string
  quantity!: number
}

@Injectable()
export class ClientService {
  private readonly logger = new Logger(ClientService.name)

  constructor(@InjectRepository(ApiClient) private readonly clients: Repository<ApiClient>) {}

  async rotate(id: number, clientSecret: string): Promise<void> {
    const client = await this.clients.findOneByOrFail({ id })
    this.logger.log(`rotating ${client.name}`)
    this.logger.log('rotating', client) // expect: sensitive-data-in-log
    this.logger.log(`new secret of ${client.name}: ${clientSecret}`) // expect: sensitive-data-in-log
    await this.clients.update(id, { clientSecret })
  }
}

@Controller('sessions')
export class SessionController {
  private readonly logger = new Logger(SessionController.name)

  constructor(@InjectRepository(Account) private readonly accounts: Repository<Account>) {}

  @Post()
  async login(@Body() dto: LoginDto, @Req() request: any): Promise<void> {
    this.logger.log('login', dto) // expect: sensitive-data-in-log
    this.logger.log(`login ${JSON.stringify(dto)}`) // expect: sensitive-data-in-log
    this.logger.log(`login of ${dto.email}`)
    this.logger.debug({ user: request.user }) // expect: sensitive-data-in-log
    this.logger.debug({ userId: request.user.id })
    const account = await this.accounts.findOneBy({ email: dto.email })
    // The password of an account is not read unless asked for.
    this.logger.log('found', account)
  }

  @Post('orders')
  order(@Body() dto: OrderDto): void {
    this.logger.log('ordering', dto)
  }

  @Post('hooks')
  hook(@Body() payload: any): void {
    this.logger.log('hook', JSON.stringify(payload)) // expect: sensitive-data-in-log
  }
}
