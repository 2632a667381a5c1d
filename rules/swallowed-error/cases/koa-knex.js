const Koa = require('koa')
const knex = require('knex')({ client: 'pg' })

const app = new Koa()

app.use(async (ctx) => {
  let wallet
  try {
    wallet = await knex('wallets').where({ id: ctx.query.id }).first()
  } catch (error) { // expect: swallowed-error
    wallet = null
  }
  try {
    await knex('audits').insert({ wallet_id: ctx.query.id })
  } catch {} // expect-low: swallowed-error
  try {
    await knex('visits').insert({ wallet_id: ctx.query.id })
  } catch (error) {
    if (error.code !== '23505') throw error
  }
  ctx.body = wallet
})

module.exports = app
