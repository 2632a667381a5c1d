// No pipe is on, but only those who work there send the one body there is, and it is not stored.
import { Body, Controller, Module, Post, SetMetadata, UseGuards, type CanActivate } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

const STAFF = ['support_operator', 'admin', 'qa_engineer', 'readonly_auditor'] as const
const Roles = (...roles: readonly string[]) => SetMetadata('roles', roles)
class RolesGuard implements CanActivate {
  canActivate(): boolean {
    return true
  }
}

@Controller('policies')
@UseGuards(RolesGuard)
@Roles(...STAFF)
class PolicyController {
  @Post('preview')
  preview(@Body() body: Record<string, unknown>) {
    return { ...body, stored: false }
  }
}

@Module({ controllers: [PolicyController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule) // expect-low: unvalidated-input
  await app.listen(3000)
}
