// A controller that no module registers serves nothing.
import { Body, Controller, Module, Post, UnauthorizedException } from '@nestjs/common'
import bcrypt from 'bcrypt'

interface Credentials {
  password: string
  stored: string
}

@Controller('auth')
export class OldAuthController {
  @Post('login')
  async login(@Body() { password, stored }: Credentials) {
    if (!(await bcrypt.compare(password, stored))) throw new UnauthorizedException()
    return { ok: true }
  }
}

@Controller('auth')
export class AuthController {
  @Post('login') // expect: missing-rate-limit
  async login(@Body() { password, stored }: Credentials) {
    if (!(await bcrypt.compare(password, stored))) throw new UnauthorizedException()
    return { ok: true }
  }
}

@Module({ controllers: [AuthController] })
export class AuthModule {}
