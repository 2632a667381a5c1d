// Only whoever has a key of the server's own comes in.
import { Body, Controller, ForbiddenException, Module, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

@Controller('imports')
class ImportController {
  @Post()
  async run(@Body() body: { city: string; apiKey: string }) {
    if (!body.apiKey || !process.env.IMPORT_API_KEY || body.apiKey !== process.env.IMPORT_API_KEY) throw new ForbiddenException()
    return await prisma.customer.create({ data: { name: 'import', city: body.city } })
  }
  // Any key will do.
  @Post('open')
  async runOpen(@Body() body: { city: string; apiKey: string }) { // expect: unvalidated-input
    if (!body.apiKey || !process.env.IMPORT_API_KEY) throw new ForbiddenException()
    return await prisma.customer.create({ data: { name: 'import', city: body.city } })
  }
}

@Module({ controllers: [ImportController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
