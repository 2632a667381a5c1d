import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common'
import { CreditsGuard } from './credits.guard'
import { WalletService } from './wallet.service'
import { BookingService } from './booking.service'
interface Request {
  from: number
  to: number
  amount: number
  seatId: number
  userId: number
  teamId: number
  code: string
  email: string
  plan: string
  total: number
  items: { productId: number; quantity: number }[]
}

@Controller('wallets')
export class WalletController {
  constructor(private readonly wallets: WalletService, private readonly bookings: BookingService) {}
  @Post(':id/withdraw') withdraw(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.withdraw(+id, amount) }
  @Post(':id/deposit') deposit(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.deposit(+id, amount) }
  @Post(':id/pay') pay(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.pay(+id, amount) }
  @Post(':id/pay/conditionally') payConditionally(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.payConditionally(+id, amount) }
  @Post(':id/pay/serialised') paySerialised(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.paySerialised(+id, amount) }
  @Post(':id/pay/locked') payLocked(@Param('id') id: string, @Body('amount') amount: number) { return this.wallets.payLocked(+id, amount) }
  @Post('transfer') transfer(@Body() body: Request) { return this.wallets.transfer(body.from, body.to, body.amount) }
  @Post('book') book(@Body() body: Request) { return this.bookings.book(body.seatId, body.userId) }
  @Post('redeem') redeem(@Body() body: Request) { return this.bookings.redeem(body.code, body.userId) }
  @Post('invite') invite(@Body() body: Request) { return this.bookings.invite(body.teamId, body.email) }
  @Post('invite/by-relation') inviteByRelation(@Body() body: Request) { return this.bookings.inviteByRelation(body.teamId, body.email) }
  @Post('subscribe') subscribe(@Body() body: Request) { return this.bookings.subscribe(body.userId, body.plan) }
  @Post('subscribe/once') subscribeOnce(@Body() body: Request) { return this.bookings.subscribeOnce(body.userId, body.plan) }
  @Post('register') register(@Body() body: Request) { return this.bookings.register(body) }
  @Post('invoice') invoice(@Body() body: Request) { return this.bookings.invoice(body.total) }
  @Post('order') order(@Body() body: Request) { return this.bookings.order(body.items) }
  @Post('users/:id/spend') @UseGuards(CreditsGuard) spend(@Param('id') id: string) { return this.bookings.spendCredit(+id) }
}
