// NestJS: controllers of modules that the application imports in several ways, and of one that it no longer imports.
import { Body, Controller, Module, Post, ValidationPipe, forwardRef, type DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

interface Change {
  name: string
}

class Customers {
  static async create(data: Change) {
    return prisma.customer.create({ data })
  }
}

@Controller('orders')
class OrderController {
  @Post()
  create(@Body() change: Change) { // expect: unvalidated-input
    return Customers.create(change)
  }
}

@Module({ controllers: [OrderController] })
class OrderModule {}

interface SeatChange {
  name: string
}

@Controller('seats')
class SeatController {
  @Post()
  create(@Body() change: SeatChange) { // expect: unvalidated-input
    return prisma.customer.create({ data: { name: change.name } })
  }
}

@Module({ imports: [forwardRef(() => OrderModule)], controllers: [SeatController] })
class SeatModule {}

/** What it gives back is called by whoever puts the class together. */
function Described(text: string) {
  return (target: object, key: string, descriptor: PropertyDescriptor) => {
    Reflect.set(target, `${key}:${text}`, descriptor)
  }
}

interface VenueChange {
  name: string
}

@Controller('venues')
class VenueController {
  @Described('A new venue')
  @Post()
  create(@Body() change: VenueChange) { // expect: unvalidated-input
    return prisma.customer.create({ data: { name: change.name } })
  }
}

@Module({})
class VenueModule {
  static forRoot(options: { imports: unknown[] }): DynamicModule {
    return { module: VenueModule, imports: options.imports as [], controllers: [VenueController] }
  }
}

interface CouponChange {
  name: string
}

@Controller('coupons')
class CouponController {
  @Post()
  create(@Body() change: CouponChange) { // expect-low: unvalidated-input
    return prisma.customer.create({ data: { name: change.name } })
  }
}

@Module({ controllers: [CouponController] })
export class CouponModule {}

const FEATURES = [VenueModule.forRoot({ imports: [SeatModule] })]

@Module({
  imports: [
    ...FEATURES,
    // CouponModule,
  ],
})
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
void bootstrap()
