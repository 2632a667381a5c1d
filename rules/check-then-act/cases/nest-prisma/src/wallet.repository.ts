import { Injectable } from '@nestjs/common'
import { PrismaService } from './prisma.service'
@Injectable()
export class WalletRepository {
  constructor(private readonly prisma: PrismaService) {}
  findById(id: number) { return this.prisma.wallet.findUnique({ where: { id } }) }
  async getOrThrow(id: number) {
    const wallet = await this.prisma.wallet.findUnique({ where: { id } })
    if (!wallet) throw new Error('no wallet')
    return wallet
  }
  updateBalance(id: number, balance: number) { return this.prisma.wallet.update({ where: { id }, data: { balance } }) }
  save(id: number, data: { balance?: number; status?: string }) { return this.prisma.wallet.update({ where: { id }, data }) }
}
