import { Controller, Get, Module, Post, Version, VersioningType, VERSION_NEUTRAL } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Controller('orders')
export class OrderController {
  @Get() // entry: route GET /api/v1/orders
  list() {}

  @Get(':id') // entry: route GET /api/v1/orders/:id
  show() {}

  @Post() // entry: route POST /api/orders
  @Version('2')
  create() {}
}

@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  @Get() // entry: route GET /api/health
  show() {}
}

@Module({ controllers: [OrderController, HealthController] })
export class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.setGlobalPrefix('api')
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })
  await app.listen(3000)
}
