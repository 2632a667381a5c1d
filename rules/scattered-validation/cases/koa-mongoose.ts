import Router from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import mongoose from 'mongoose'

const Wallet = mongoose.model('Wallet', new mongoose.Schema({ owner: String, currency: String, limit: Number }))
const router = new Router()

router.post('/wallets', async (ctx) => {
  const { owner, currency } = ctx.request.body as any
  if (!owner || !currency) { // expect: scattered-validation
    ctx.status = 400
    ctx.body = { error: 'owner and currency are required' }
    return
  }
  ctx.body = await Wallet.create({ owner, currency })
})

router.put('/wallets/:id/limit', async (ctx) => {
  const { limit } = ctx.request.body as any
  if (limit <= 0) ctx.throw(400, 'limit must be positive')
  ctx.body = await Wallet.findByIdAndUpdate(ctx.params.id, { limit })
})

router.get('/wallets', async (ctx: Koa.Context) => {
  ctx.assert(ctx.query.currency, 400, 'currency is required')
  ctx.body = await Wallet.find({ currency: String(ctx.query.currency) }).limit(20)
})

new Koa().use(bodyParser()).use(router.routes()).listen(3000)
