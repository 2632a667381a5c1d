import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { PrismaService } from './prisma.service'

@Injectable()
export class CreditsGuard implements CanActivate {
  constructor(private readonly prisma: PrismaService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const user = await this.prisma.user.findUniqueOrThrow({ where: { id: +request.params.id } })
    if (user.credits < 1) return false
    return true
  }
}
