const Router = require('@koa/router')
const { SeatService, knex } = require('../services/seat-service')

const router = new Router()
const seats = new SeatService()

router.get('/shows/:id/seats', async (ctx) => {
  ctx.body = await seats.free(ctx.params.id)
})

router.delete('/seats/:id', async (ctx) => {
  await knex('seats').where({ id: ctx.params.id }).del() // expect: data-access-in-handler
  ctx.status = 204
})

module.exports = router
