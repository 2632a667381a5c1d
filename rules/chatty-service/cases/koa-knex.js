const Koa = require('koa')
const Router = require('@koa/router')
const knex = require('knex')({ client: 'pg' })

const router = new Router()

router.get('/halls/:id', async (ctx) => {
  const { id } = ctx.params
  const seats = await knex('seats').where({ hall_id: id }).limit(100) // expect: chatty-service
  const shows = await knex('shows').where({ hall_id: id }).limit(100)
  const prices = await knex('prices').where({ hall_id: id }).limit(100)
  const weather = await fetch('https://weather.example.com/' + id)
  ctx.body = { seats, shows, prices, weather: weather.status }
})

// All but the first need the first.
router.get('/shows/:id', async (ctx) => {
  const show = await knex('shows').where({ id: ctx.params.id }).first()
  const hall = await knex('halls').where({ id: show.hall_id }).first()
  const seats = await knex('seats').where({ hall_id: hall.id }).limit(100)
  ctx.body = { show, hall, seats }
})

new Koa().use(router.routes()).listen(3000)
