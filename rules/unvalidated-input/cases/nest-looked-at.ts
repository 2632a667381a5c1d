// No pipe, but some handlers look at their bodies themselves; only those that do not are counted.
import { BadRequestException, Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

interface UnitBody {
  status: string
  note: string
}
const STATES = ['open', 'closed']

@Controller('units')
class UnitController {
  @Post('state')
  state(@Body() body: UnitBody) {
    if (!STATES.includes(body.status)) throw new BadRequestException()
    return { status: body.status, note: body.note }
  }
  @Post('note')
  note(@Body() body: UnitBody) {
    return { note: body.note }
  }
}

@Module({ controllers: [UnitController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule) // expect: unvalidated-input
  await app.listen(3000)
}
