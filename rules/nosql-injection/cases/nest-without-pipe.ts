import { Body, Controller, Post } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { IsEmail } from 'class-validator'
import { Model } from 'mongoose'

/** Decorators alone check nothing: no validation pipe is on. */
class InviteDto {
  @IsEmail()
  email!: string
}

@Controller('invites')
export class InviteController {
  constructor(@InjectModel('Invite') private readonly invites: Model<InviteDto>) {}

  @Post()
  find(@Body() dto: InviteDto) {
    return this.invites.findOne({ email: dto.email }) // expect: nosql-injection
  }
}
