import { BadRequestException, Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

interface UnitBody {
  status: string
  note: string
}

@Controller('units')
class UnitController {
  @Post('note')
  note(@Body() body: UnitBody) {
    const note = typeof body.note === 'string' ? body.note : ''
    if (body.status !== 'open') throw new BadRequestException()
    return { note, status: body.status }
  }
}

@Module({ controllers: [UnitController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  await app.listen(3000)
}
