import { applyDecorators, Catch, Controller, Get, Injectable, Module, Post, RequestMethod, UseFilters, UseGuards, UsePipes, ValidationPipe, type CanActivate, type ExecutionContext, type MiddlewareConsumer } from '@nestjs/common'
import { APP_GUARD, NestFactory } from '@nestjs/core'
import { AuthGuard } from '@nestjs/passport'
import { Cron } from '@nestjs/schedule'
import { ThrottlerGuard } from '@nestjs/throttler'

@Injectable()
export class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    if (!context.switchToHttp().getRequest().user) throw new Error('Forbidden')
    return true
  }
}

const Auth = (...roles: string[]) => applyDecorators(UseGuards(AuthGuard(roles)), UseGuards(RolesGuard))
const trace = (_req: unknown, _res: unknown, next: () => void) => next()

@Catch()
export class Problem {
  catch() {}
}

@Controller('orders')
@UseFilters(Problem)
@UseGuards(AuthGuard('jwt'))
export class OrderController {
  @Get() // entry: route GET /api/orders; before: trace, ThrottlerGuard, AuthGuard('jwt'), new ValidationPipe(); guards: limit, auth, validate; errors: Problem
  list() {}

  @Post() // entry: route POST /api/orders; before: ThrottlerGuard, AuthGuard('jwt'), new ValidationPipe(), ValidationPipe; guards: limit, auth, validate, validate
  @UsePipes(ValidationPipe)
  create() {}
}

@Controller('admin')
export class AdminController {
  @Auth('admin') // entry: route GET /api/admin; guards: limit, auth, auth, validate
  @Get()
  all() {}
}

// Timers ask nobody who it is.
@Injectable()
export class Nightly {
  @Cron('0 3 * * *') // entry: cron 0 3 * * *; before: -; guards: -
  close() {}
}

@Module({ controllers: [OrderController, AdminController], providers: [Nightly, { provide: APP_GUARD, useClass: ThrottlerGuard }] })
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(trace).exclude('admin').forRoutes({ path: 'orders', method: RequestMethod.GET })
  }
}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.setGlobalPrefix('api')
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
