// Another service gets the body, and how much of it there is was tested.
import { BadRequestException, Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const send = (prompts: unknown) => fetch('https://chat.example.com/prompts', { method: 'POST', body: JSON.stringify(prompts) })

@Controller('prompts')
class PromptController {
  @Post()
  async send(@Body() body: { prompts: { text: string }[] }) { // expect-low: unvalidated-input
    if (!body.prompts?.length || body.prompts.length > 4) throw new BadRequestException()
    if ((await prisma.customer.count()) === 0) throw new BadRequestException()
    await send(body.prompts)
  }
  @Post('any')
  async sendAny(@Body() body: { prompts: { text: string }[] }) { // expect: unvalidated-input
    if ((await prisma.customer.count()) === 0) throw new BadRequestException()
    await send(body.prompts)
  }
}

@Module({ controllers: [PromptController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
