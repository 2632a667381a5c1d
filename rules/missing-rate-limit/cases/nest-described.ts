import { applyDecorators, Body, Controller, Module, Post, SetMetadata, UnauthorizedException, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { APP_GUARD, NestFactory } from '@nestjs/core'
import bcrypt from 'bcrypt'

/** Of a package for descriptions of the API. */
declare const ApiOperation: (about: { summary: string }) => MethodDecorator
declare const ApiResponse: (about: { status: number }) => MethodDecorator

const Public = () => SetMetadata('isPublic', true)

class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    if (context.switchToHttp().getRequest().headers.authorization === undefined) throw new UnauthorizedException()
    return true
  }
}

/** What the routes are for, said to people. */
const AuthDocs = { login: () => applyDecorators(ApiOperation({ summary: 'Log in' }), ApiResponse({ status: 200 })) }
const AuthOnly = () => applyDecorators(UseGuards(TokenGuard), ApiResponse({ status: 401 }))

@Controller('auth')
export class AuthController {
  @Post('login') // expect: missing-rate-limit
  @AuthDocs.login()
  @Public()
  login(@Body('password') password: string) {
    return bcrypt.compare(password, 'hash')
  }
}

@Controller('members')
export class MembersController {
  @Post('check')
  @AuthOnly()
  check(@Body('password') password: string) {
    return bcrypt.compare(password, 'hash')
  }
}

@Module({ controllers: [AuthController, MembersController], providers: [{ provide: APP_GUARD, useClass: TokenGuard }] })
export class AppModule {}

export async function bootstrap() {
  await (await NestFactory.create(AppModule)).listen(3000)
}
