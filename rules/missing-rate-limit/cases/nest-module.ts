import { Controller, Module, Post, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common'
import { rateLimit } from 'express-rate-limit'

@Controller('auth')
export class AuthController {
  @Post('login')
  login() {
    return {}
  }

  @Post('otp')
  send() {
    return {}
  }
}

@Controller('accounts')
export class AccountController {
  @Post('register')
  register() {
    return {}
  }

  @Post('reset-password') // expect: missing-rate-limit
  reset() {
    return {}
  }
}

@Module({ controllers: [AuthController, AccountController] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer
      .apply(rateLimit({ windowMs: 60_000 }))
      .forRoutes(AuthController, { path: 'accounts/register', method: RequestMethod.POST })
  }
}
