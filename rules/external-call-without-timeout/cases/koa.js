const Koa = require('koa')
const Router = require('@koa/router')
const request = require('superagent')
const nodeFetch = require('node-fetch')
const { Worker } = require('bullmq')
const { OpenAI } = require('openai')

const router = new Router()
const app = new Koa()
const openai = new OpenAI() // expect-low: external-call-without-timeout

class StockClient {
  constructor(base) {
    this.base = base
  }

  async call(path, options) {
    return nodeFetch(this.base + path, { method: 'GET', ...options }) // expect: external-call-without-timeout
  }
}

const stock = new StockClient('https://stock.example.com')

router.get('/stock/:sku', async (ctx) => {
  ctx.body = await stock.call(`/${ctx.params.sku}`, { headers: { accept: 'application/json' } })
})

router.get('/prices/:sku', async (ctx) => {
  await request.get('https://prices.example.com').query({ sku: ctx.params.sku }) // expect: external-call-without-timeout
  ctx.body = await request.get('https://prices.example.com').timeout(2000)
})

router.post('/descriptions', async (ctx) => {
  ctx.body = await openai.chat.completions.create({ model: 'small', messages: [] })
})

new Worker('restock', async (job) => {
  await nodeFetch('https://suppliers.example.com/orders', { method: 'POST', body: job.data }) // expect: external-call-without-timeout
})

app.use(router.routes())
