import { applyDecorators, Body, Controller, Get, Post, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'
import { SkipThrottle, Throttle, ThrottlerGuard } from '@nestjs/throttler'

@Controller('accounts')
export class AccountController {
  @Post('login') // expect: missing-rate-limit
  login(@Body() body: { password: string }) {
    return body.password.length
  }

  @Post('register')
  register() {
    return {}
  }

  @Get('login')
  page() {
    return {}
  }
}

@Controller('limited')
@UseGuards(ThrottlerGuard)
export class LimitedController {
  @Post('login')
  login() {
    return {}
  }

  @SkipThrottle()
  @Post('otp/verify') // expect: missing-rate-limit
  verify() {
    return {}
  }
}

// One limit of several is taken away, the others stay.
@Controller('several')
@SkipThrottle({ reports: true })
@UseGuards(ThrottlerGuard)
export class SeveralController {
  @Post('login')
  login() {
    return {}
  }

  @SkipThrottle({ default: true })
  @Post('otp/verify') // expect: missing-rate-limit
  verify() {
    return {}
  }
}

@Controller('throttled')
export class ThrottledController {
  @Throttle({ default: { limit: 5, ttl: 60_000 } })
  @Post('forgot-password')
  forgot() {
    return {}
  }
}

const Limited = () => applyDecorators(UseGuards(ThrottlerGuard), Throttle({ default: { limit: 5, ttl: 60_000 } }))

@Controller('composed')
export class ComposedController {
  @Limited()
  @Post('login')
  login() {
    return {}
  }
}

class ProxyThrottlerGuard extends ThrottlerGuard {
  protected override async getTracker(request: Record<string, string>) {
    return request['ip'] ?? ''
  }
}

@Controller('derived')
@UseGuards(ProxyThrottlerGuard)
export class DerivedController {
  @Post('login')
  login() {
    return {}
  }
}

export class LocalGuard extends AuthGuard('local') {}

@Controller('local')
export class LocalController {
  @UseGuards(LocalGuard)
  @Post('login') // expect: missing-rate-limit
  login() {
    return {}
  }
}

class RedisCounter {
  async increment(key: string) {
    return key.length
  }
}

export class AttemptsGuard implements CanActivate {
  constructor(private readonly counter: RedisCounter) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const count = await this.counter.increment(request.ip)
    if (count > 5) throw new Error('TOO_MANY_REQUESTS')
    return true
  }
}

@Controller('counted')
@UseGuards(AttemptsGuard)
export class CountedController {
  @Post('login')
  login() {
    return {}
  }
}
