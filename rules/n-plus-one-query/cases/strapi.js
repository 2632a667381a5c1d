// Strapi: controllers and services are made by factories and find each other by name.
'use strict'
const { factories } = require('@strapi/strapi')

module.exports.controller = factories.createCoreController('api::order.order', ({ strapi }) => ({
  async overview(ctx) {
    ctx.body = await strapi.service('api::order.order').overview()
  },
  async list(ctx) {
    ctx.body = await strapi.entityService.findMany('api::order.order') // expect: unbounded-query
  },
  async page(ctx) {
    ctx.body = await strapi.db.query('api::order.order').findMany({ limit: ctx.query.limit }) // expect: unbounded-query
  },
  async first(ctx) {
    ctx.body = await strapi.documents('api::order.order').findMany({ limit: 20 })
  },
  async search(ctx) {
    ctx.body = await strapi.db.connection.raw(`SELECT id FROM orders WHERE number = '${ctx.query.number}' LIMIT 10`) // expect: sql-injection
  },
  async place(ctx) {
    ctx.body = await strapi.documents('api::order.order').create({ data: ctx.request.body }) // expect: unvalidated-input
  },
  async sell(ctx) {
    ctx.body = await strapi.service('api::order.order').sell(ctx.params.id)
  },
}))

module.exports.service = factories.createCoreService('api::order.order', ({ strapi }) => ({
  async overview() {
    const orders = await strapi.documents('api::order.order').findMany({ filters: { status: 'open' }, limit: 100 })
    const result = []
    for (const order of orders) {
      result.push(await strapi.documents('api::product.product').findOne({ documentId: order.productId })) // expect: n-plus-one-query
    }
    return result
  },
  async sell(id) {
    const product = await strapi.db.query('api::product.product').findOne({ where: { id } })
    if (product.stock < 1) throw new Error('sold out')
    await strapi.db.query('api::product.product').update({ where: { id }, data: { stock: product.stock - 1 } }) // expect: check-then-act
  },
}))
