import { BadRequestException, Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { IsString } from 'class-validator'

class CreateNote {
  @IsString()
  text!: string
}

// A pipe looks at what has validators, and at nothing that is declared as `any`.
@Controller('wallets')
class WalletController {
  @Post('open')
  open(@Body() body: any) {
    if (!body.owner) throw new BadRequestException('owner') // expect: scattered-validation
    return { owner: body.owner }
  }

  @Post('charge')
  charge(@Body() body: any) {
    if (typeof body.amount !== 'number') throw new BadRequestException('amount')
    return { amount: body.amount }
  }

  @Post('close')
  close(@Body() body: any) {
    if (!body.reason) throw new BadRequestException('reason')
    return { reason: body.reason }
  }

  @Post('note')
  note(@Body() body: CreateNote) {
    if (body.text.length > 500) throw new BadRequestException('text')
    return body
  }
}

@Module({ controllers: [WalletController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(3000)
}
