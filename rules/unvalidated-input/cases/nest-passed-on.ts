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

// What is written is what the other service says, or what was sent.
@Controller('visitors')
class VisitorController {
  @Post('known')
  async enter(@Body() { code }: { code: string }) { // expect-low: unvalidated-input
    const known = await tokenFor(code)
    await prisma.customer.create({ data: { name: known.name } })
  }
  @Post('named')
  async enterAs(@Body() { code, name }: { code: string; name: string }) { // expect: unvalidated-input
    await tokenFor(code)
    await prisma.customer.create({ data: { name } })
  }
}
async function tokenFor(code: string): Promise<{ name: string }> {
  const response = await fetch('https://login.example.com/token', { method: 'POST', body: JSON.stringify({ code }) })
  return (await response.json()) as { name: string }
}

@Module({ controllers: [PromptController, VisitorController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
