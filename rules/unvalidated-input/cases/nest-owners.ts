// Owners and their administrators may spoil what is theirs; what others have they may not.
import { Body, Controller, createParamDecorator, Module, Put, Post, SetMetadata, UseGuards, ValidationPipe, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const CustomerId = createParamDecorator((_: unknown, context: ExecutionContext): number => context.switchToHttp().getRequest().member.customerId)
const Roles = (...roles: readonly string[]) => SetMetadata('roles', roles)
class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().member !== undefined
  }
}

@Controller('shop')
@UseGuards(RolesGuard)
@Roles('OWNER', 'ADMIN')
class ShopController {
  @Put('address')
  move(@CustomerId() id: number, @Body() body: { city: string }) { // expect-low: unvalidated-input
    return prisma.customer.update({ where: { id }, data: { city: body.city } })
  }
  // Any customer's.
  @Put('other-address')
  moveOther(@Body() body: { id: number; city: string }) { // expect: unvalidated-input
    return prisma.customer.update({ where: { id: body.id }, data: { city: body.city } })
  }
}

@Controller('desk')
@UseGuards(RolesGuard)
@Roles('OWNER', 'MEMBER')
class DeskController {
  @Post('address')
  move(@CustomerId() id: number, @Body() body: { city: string }) { // expect: unvalidated-input
    return prisma.customer.update({ where: { id }, data: { city: body.city } })
  }
}

@Module({ controllers: [ShopController, DeskController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
