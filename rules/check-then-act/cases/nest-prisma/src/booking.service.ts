import { BadRequestException, ConflictException, Injectable } from '@nestjs/common'
import { PrismaService } from './prisma.service'
@Injectable()
export class BookingService {
  constructor(private readonly prisma: PrismaService) {}

  async book(seatId: number, userId: number) {
    const seat = await this.prisma.seat.findUnique({ where: { id: seatId } })
    if (seat?.userId) throw new ConflictException('taken')
    return this.prisma.seat.update({ where: { id: seatId }, data: { userId } }) // expect: check-then-act
  }
  async redeem(code: string, userId: number) {
    const coupon = await this.prisma.coupon.findFirst({ where: { code } })
    if (!coupon || coupon.usedCount >= coupon.maxUses) throw new BadRequestException('used up')
    await this.prisma.coupon.update({ where: { id: coupon.id }, data: { usedCount: { increment: 1 } } }) // expect: check-then-act
    return userId
  }
  async invite(teamId: number, email: string) {
    const team = await this.prisma.team.findUniqueOrThrow({ where: { id: teamId } })
    const used = await this.prisma.member.count({ where: { teamId } })
    if (used >= team.seatLimit) throw new BadRequestException('no seats left')
    return this.prisma.member.create({ data: { teamId, email } }) // expect: check-then-act
  }
  async inviteByRelation(teamId: number, email: string) {
    const team = await this.prisma.team.findUniqueOrThrow({ where: { id: teamId }, include: { members: true } })
    if (team.members.length >= team.seatLimit) throw new BadRequestException('no seats left')
    return this.prisma.member.create({ data: { teamId, email } }) // expect: check-then-act
  }
  async subscribe(userId: number, plan: string) {
    const existing = await this.prisma.subscription.findFirst({ where: { userId } })
    if (existing) return existing
    return this.prisma.subscription.create({ data: { userId, plan } }) // expect: check-then-act
  }
  async subscribeOnce(userId: number, plan: string) {
    const n = await this.prisma.subscription.count({ where: { userId } })
    if (n > 0) throw new ConflictException()
    return this.prisma.subscription.create({ data: { userId, plan } }) // expect: check-then-act
  }
  async register(dto: { email: string }) {
    const found = await this.prisma.user.findUnique({ where: { email: dto.email } })
    if (found) throw new ConflictException()
    return this.prisma.user.create({ data: { email: dto.email, credits: 0 } }) // expect-low: check-then-act
  }
  async invoice(total: number) {
    const last = await this.prisma.invoice.findFirst({ orderBy: { number: 'desc' } })
    return this.prisma.invoice.create({ data: { number: (last?.number ?? 0) + 1, total } }) // expect: check-then-act
  }
  async order(items: { productId: number; quantity: number }[]) {
    for (const item of items) {
      const product = await this.prisma.product.findUnique({ where: { id: item.productId } })
      if (!product) throw new BadRequestException()
      if (product.stock < item.quantity) throw new BadRequestException('out of stock')
      await this.prisma.product.update({ where: { id: item.productId }, data: { stock: product.stock - item.quantity } }) // expect: check-then-act
    }
  }
  // The guard in front of the handler looked at the credits.
  async spendCredit(id: number) {
    await this.prisma.user.update({ where: { id }, data: { credits: { decrement: 1 } } }) // expect: check-then-act
  }
}
