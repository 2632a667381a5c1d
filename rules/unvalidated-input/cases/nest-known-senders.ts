// Only whoever has a key of the server's own comes in.
import { Body, Controller, ForbiddenException, Headers, Injectable, Module, Param, Post, ValidationPipe } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
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

@Injectable()
class SupportService {
  constructor(private readonly config: ConfigService) {}
  async open(key: string, city: string) {
    if (key !== this.config.get('SUPPORT_PASSWORD')) throw new ForbiddenException()
    return await prisma.customer.create({ data: { name: 'support', city } })
  }
  async note(key: string, city: string) {
    if (key !== this.config.get('SUPPORT_PASSWORD')) return undefined
    return await prisma.customer.count({ where: { city } })
  }
}

@Controller('support')
class SupportController {
  constructor(private readonly support: SupportService) {}
  // The secret is asked for one function further.
  @Post()
  async open(@Body() { key, city }: { key: string; city: string }) {
    return this.support.open(key, city)
  }
  // What it says is not looked at.
  @Post('anyhow')
  async openAnyhow(@Body() { key, city }: { key: string; city: string }) { // expect: unvalidated-input
    await this.support.note(key, city)
    return await prisma.customer.create({ data: { name: 'support', city } })
  }
  @Post('perhaps')
  async openPerhaps(@Body() { key, city }: { key: string; city: string }) { // expect: unvalidated-input
    if (key) await this.support.open(key, city)
    return await prisma.customer.create({ data: { name: 'support', city } })
  }
}

enum Setting {
  Secret = 'FEED_SECRET',
  City = 'FEED_CITY',
}

@Controller('feeds')
class FeedController {
  private readonly secret: string
  private readonly city: string
  constructor(private readonly config: ConfigService) {
    this.secret = config.getOrThrow(Setting.Secret)
    this.city = config.getOrThrow(Setting.City)
  }
  @Post()
  async take(@Headers('feed-secret') secret: string, @Body() body: { city: string }) {
    if (secret !== this.secret) throw new Error('not from them')
    return await prisma.customer.create({ data: { name: 'feed', city: body.city } })
  }
  @Post('linked/:token')
  async takeLinked(@Param('token') token: string, @Body() body: { city: string }) {
    if (this.config.get<string>('FEED_TOKEN') !== token) return false
    return await prisma.customer.create({ data: { name: 'feed', city: body.city } })
  }
  // A city is no secret.
  @Post('near')
  async takeNear(@Headers('feed-city') city: string, @Body() body: { city: string }) { // expect: unvalidated-input
    if (city !== this.city) throw new Error('not from there')
    return await prisma.customer.create({ data: { name: 'feed', city: body.city } })
  }
}

@Module({ controllers: [ImportController, SupportController, FeedController], providers: [SupportService] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
