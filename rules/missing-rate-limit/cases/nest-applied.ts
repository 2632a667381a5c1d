// Middleware that a module applies to routes: what names a login itself stands before it, what covers all of them lets it through.
import { Controller, Module, Post, RequestMethod, UnauthorizedException, type MiddlewareConsumer, type NestMiddleware, type NestModule } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { SkipThrottle, ThrottlerGuard } from '@nestjs/throttler'
import type { NextFunction, Request, Response } from 'express'
import jwt from 'jsonwebtoken'

/** Only services of the same company come through. */
class ServiceMiddleware implements NestMiddleware {
  use(req: Request, _res: Response, next: NextFunction): void {
    const token = req.headers.authorization?.slice(7)
    if (!token) throw new UnauthorizedException()
    try {
      jwt.verify(token, 'secret')
      next()
    } catch {
      throw new UnauthorizedException()
    }
  }
}

@SkipThrottle()
@Controller('branches')
export class BranchController {
  @Post('user/login') // expect-low: missing-rate-limit
  login() {
    return {}
  }

  @Post('user/register')
  register() {
    return {}
  }
}

// The limit of all is taken away, and nobody is asked for.
@SkipThrottle()
@Controller('public')
export class PublicController {
  @Post('user/login') // expect: missing-rate-limit
  login() {
    return {}
  }
}

@Module({ controllers: [BranchController, PublicController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(ServiceMiddleware).forRoutes({ path: 'branches/user/login', method: RequestMethod.POST }, { path: 'branches/user/register', method: RequestMethod.POST })
    consumer.apply(ServiceMiddleware).forRoutes('public')
  }
}
