// NestJS without a validation pipe: each application is told with the handlers of its own modules.
import { Body, Controller, Get, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

interface Change {
  city: string
}

@Controller('orders')
class OrderController {
  @Post()
  create(@Body() change: Change) {
    return change.city
  }
}

@Module({ controllers: [OrderController] })
class OrderModule {}

@Controller('seats')
class SeatController {
  @Post()
  create(@Body() change: Change) {
    return change.city
  }
}

@Module({ imports: [OrderModule], controllers: [SeatController] })
class AppModule {}

@Controller('health')
class HealthController {
  @Get()
  show() {
    return 'ok'
  }
}

@Module({ controllers: [HealthController] })
class WorkerModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule) // expect: unvalidated-input
  await app.listen(3000)
}
void bootstrap()

async function startOrders() {
  const orders = await NestFactory.create(OrderModule) // expect-low: unvalidated-input
  await orders.listen(3001)
}
void startOrders()

async function startWorker() {
  const worker = await NestFactory.create(WorkerModule)
  await worker.listen(3002)
}
void startWorker()

/** Nobody calls it. */
export async function preview() {
  const app = await NestFactory.create(AppModule)
  return app.init()
}
