// NestJS: bodies checked by hand with class-validator, classes without validators behind a whitelist, bodies passed on.
import { BadRequestException, Body, Controller, Injectable, Module, Post, ValidationPipe } from '@nestjs/common'
import { HttpService } from '@nestjs/axios'
import { NestFactory } from '@nestjs/core'
import { InjectModel, MongooseModule, Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
import { plainToInstance } from 'class-transformer'
import { IsEmail, IsOptional, IsString, validate, type ValidationError } from 'class-validator'
import { Model } from 'mongoose'

@Schema()
class Member {
  @Prop()
  email!: string

  @Prop()
  role!: string
}

class NewMember {
  @IsEmail()
  email!: string

  @IsString()
  city!: string
}

class Opening {
  day!: string
}

/** Kept by the whitelist, with anything in it. */
class Reminder {
  @IsOptional()
  days!: number[]
}

@Injectable()
export class Members {
  constructor(@InjectModel(Member.name) private readonly members: Model<Member>) {}

  async checked(text: string): Promise<NewMember> {
    const member = plainToInstance(NewMember, JSON.parse(text) as object)
    const errors = await validate(member)
    if (errors.length > 0) this.refuse(errors)
    return member
  }

  async checkedInVain(text: string): Promise<NewMember> {
    const member = plainToInstance(NewMember, JSON.parse(text) as object)
    const errors = await validate(member)
    if (errors.length > 0) this.note(errors)
    return member
  }

  private refuse(errors: ValidationError[]): never {
    const messages = errors.map(({ property }) => property)
    throw new BadRequestException(messages)
  }

  private note(errors: ValidationError[]): void {
    console.log(errors.length)
  }

  async add(member: NewMember) {
    return new this.members(member).save()
  }
}

@Controller('members')
export class MembersController {
  constructor(
    private readonly service: Members,
    private readonly http: HttpService,
  ) {}

  @Post('checked')
  async checked(@Body('member') text: string) {
    return this.service.add(await this.service.checked(text))
  }

  @Post('in-vain')
  async inVain(@Body('member') text: string) { // expect: unvalidated-input
    return this.service.add(await this.service.checkedInVain(text))
  }

  @Post('openings')
  opening(@Body() opening: Opening) { // expect: unvalidated-input
    return opening.day
  }

  @Post('reminders')
  remind(@Body() reminder: Reminder) { // expect: unvalidated-input
    return reminder.days.length
  }

  @Post('tokens')
  token(@Body() body: any) {
    return this.http.axiosRef.get('https://id.example.com/me', { timeout: 2000, headers: { authorization: `Bearer ${body.token}` } })
  }

  @Post('forwarded')
  forwarded(@Body() body: { day: string }) { // expect-low: unvalidated-input
    return this.http.axiosRef.post('https://desk.example.com/openings', body, { timeout: 2000 })
  }
}

@Module({
  imports: [MongooseModule.forFeature([{ name: Member.name, schema: SchemaFactory.createForClass(Member) }])],
  controllers: [MembersController],
  providers: [Members],
})
export class AppModule {}

export async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(3000)
}
