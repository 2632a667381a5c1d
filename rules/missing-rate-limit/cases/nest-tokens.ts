import { Controller, Module, Post, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { APP_GUARD, NestFactory } from '@nestjs/core'

const Public = () => SetMetadata('isPublic', true)

class AuthGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest<{ user?: { id: string } }>()
    return request.user !== undefined
  }
}

// Only who is known already makes a token for a script; everybody else may ask for one here.
@Controller('access-token')
export class AccessTokenController {
  @Post() // expect-low: missing-rate-limit
  create() {
    return { id: '1' }
  }
}

@Controller('oauth')
export class OauthController {
  @Public()
  @Post('access-token') // expect: missing-rate-limit
  exchange() {
    return { id: '1' }
  }
}

@Module({ controllers: [AccessTokenController, OauthController], providers: [{ provide: APP_GUARD, useClass: AuthGuard }] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  await app.listen(3000)
}
