const Koa = require('koa')
const Router = require('koa-router')
const fs = require('fs')
const { readFileSync } = require('fs')
const { program } = require('commander')

const app = new Koa()
const router = new Router()

router.get('/terms/:language', async (ctx) => {
  ctx.body = readFileSync(`terms/${ctx.params.language}.html`, 'utf8') // expect: blocking-call
})

router.get('/log', async (ctx, next) => {
  fs.appendFileSync('access.log', `${ctx.url}\n`) // expect: blocking-call
  await next()
})

app.use(router.routes())

// On the command line nobody else waits.
program.command('import').action(() => {
  console.log(fs.readFileSync('orders.csv', 'utf8').length)
})

app.listen(3000)
