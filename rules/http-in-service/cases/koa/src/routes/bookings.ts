import Router from '@koa/router'
import { bookSeat, releaseSeat } from '../services/booking-service'

export const router = new Router()

router.post('/bookings', async (ctx) => {
  await bookSeat(ctx)
})
router.delete('/bookings/:show/:seat', async (ctx) => {
  ctx.body = await releaseSeat(Number(ctx.params.show), ctx.params.seat ?? '')
})
