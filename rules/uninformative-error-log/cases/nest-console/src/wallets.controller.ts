import { Controller, Logger, Param, Post } from '@nestjs/common'
import { WalletService } from './wallets.service'

@Controller('wallets')
export class WalletController {
  private readonly logger = new Logger(WalletController.name)

  constructor(private readonly wallets: WalletService) {}

  @Post(':id/top-up')
  async topUp(@Param('id') id: string): Promise<void> {
    this.logger.log('topping up', id)
    await this.wallets.topUp(id)
    this.logger.log('topped up', id)
  }

  @Post(':id/close')
  async close(@Param('id') id: string): Promise<void> {
    try {
      await this.wallets.close(id)
    } catch (error) {
      this.logger.error('Error') // expect: uninformative-error-log
    }
  }
}
