import Router from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import { MongoClient } from 'mongodb'
import * as yup from 'yup'

const coupons = new MongoClient('mongodb://localhost').db('shop').collection('coupons')
const router = new Router()
const Coupon = yup.object({ code: yup.string().required() })

router.post('/redeem', async (ctx) => {
  const { code } = ctx.request.body as { code: string }
  ctx.body = await coupons.findOneAndUpdate({ code }, { $set: { used: true } }) // expect: nosql-injection
})

router.get('/coupons', async (ctx) => {
  ctx.body = await coupons.findOne({ code: ctx.query.code })
})

router.post('/quiet', async (ctx) => {
  const { code } = await Coupon.validate(ctx.request.body)
  ctx.body = await coupons.findOne({ code })
})

const app = new Koa()
app.use(bodyParser())
app.use(router.routes())
