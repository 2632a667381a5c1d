const Koa = require('koa')
const Router = require('@koa/router')
const knex = require('knex')({ client: 'pg' })
const winston = require('winston')

const logger = winston.createLogger({ transports: [new winston.transports.Console()] })
const router = new Router()
const app = new Koa()

router.post('/seats/:id', async (ctx) => {
  await knex('seats')
    .where({ id: ctx.params.id })
    .update({ taken: true })
    .catch(() => logger.error('Something went wrong')) // expect: uninformative-error-log
  ctx.status = 204
})

router.delete('/seats/:id', async (ctx) => {
  await knex('seats')
    .where({ id: ctx.params.id })
    .delete()
    .catch((error) => {
      logger.error('seat was not freed', { error })
    })
  ctx.status = 204
})

app.use(router.routes())
