import { applyDecorators, type CanActivate, Controller, type ExecutionContext, HttpException, Injectable, Module, Post, UseGuards } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import Redis from 'ioredis'

@Injectable()
export class AttemptsGuard implements CanActivate {
  private readonly redis = new Redis()

  async canActivate(context: ExecutionContext) {
    const hits = await this.redis.incr(context.switchToHttp().getRequest().ip)
    if (hits > 10) throw new HttpException('Too many requests', 429)
    return true
  }
}

const Limited = () => applyDecorators(UseGuards(AttemptsGuard))

@Controller('auth')
export class AuthController {
  @Post('login') // expect: missing-rate-limit
  login() {
    return {}
  }

  @Post('register')
  @UseGuards(AttemptsGuard)
  register() {
    return {}
  }

  @Post('otp')
  @Limited()
  otp() {
    return {}
  }
}

@Module({ controllers: [AuthController] })
export class AppModule {}

export async function bootstrap() {
  await (await NestFactory.create(AppModule)).listen(3000)
}
