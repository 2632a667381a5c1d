import fastifyRateLimit from '@fastify/rate-limit'
import { Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'

@Controller('auth')
export class AuthController {
  @Post('login')
  login(@Body() body: { email: string; password: string }) {
    return { email: body.email }
  }
}

@Module({ controllers: [AuthController] })
export class AppModule {}

// What is registered on the application holds for every handler.
export async function setUp(app: NestFastifyApplication) {
  await app.register(fastifyRateLimit as never, { max: 20, timeWindow: '1 minute' })
}

async function start() {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter())
  await setUp(app)
  await app.listen(3000)
}

void start()
