import { Body, Controller, Get, Injectable, Module, Param, ParseIntPipe, Post, Query, UsePipes, ValidationPipe } from '@nestjs/common'
import { APP_PIPE } from '@nestjs/core'
import { InjectModel } from '@nestjs/mongoose'
import { IsEmail, IsNotEmpty, IsString } from 'class-validator'
import { Model } from 'mongoose'

interface Account {
  email: string
  password: string
  seats: number
}

class LoginDto {
  @IsEmail()
  email!: string

  @IsString()
  password!: string

  @IsNotEmpty()
  device!: string
}

interface SearchDto {
  email: string
}

@Injectable()
class AccountService {
  constructor(@InjectModel('Account') private readonly accounts: Model<Account>) {}

  login(dto: LoginDto) {
    return this.accounts.findOne({ email: dto.email, password: dto.password })
  }
  byDevice(dto: LoginDto) {
    return this.accounts.findOne({ device: dto.device }) // expect: nosql-injection
  }
  search(dto: SearchDto) {
    return this.accounts.find({ email: dto.email }) // expect: nosql-injection
  }
  byEmail(email: string) {
    return this.accounts.findOne({ email }) // expect: nosql-injection
  }
  bySeats(seats: number) {
    return this.accounts.find({ seats })
  }
}

@Controller('accounts')
export class AccountController {
  constructor(private readonly service: AccountService) {}

  @Post('login')
  login(@Body() dto: LoginDto) {
    return this.service.login(dto)
  }

  @Post('device')
  device(@Body() dto: LoginDto) {
    return this.service.byDevice(dto)
  }

  @Post('search')
  search(@Body() dto: SearchDto) {
    return this.service.search(dto)
  }

  @Post('email')
  email(@Body('email') email: string) {
    return this.service.byEmail(email)
  }

  @Get('seats')
  seats(@Query('seats', ParseIntPipe) seats: number) {
    return this.service.bySeats(seats)
  }

  @Get(':email')
  one(@Param('email') email: string) {
    return this.service.bySeats(Number(email))
  }

  @UsePipes(new ValidationPipe({ whitelist: true }))
  @Post('again')
  again(@Body() dto: LoginDto) {
    return this.service.login(dto)
  }
}

@Module({ controllers: [AccountController], providers: [AccountService, { provide: APP_PIPE, useClass: ValidationPipe }] })
export class AccountModule {}
