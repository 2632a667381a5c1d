const express = require('express')
const { Model, QueryBuilder } = require('objection')

class ShopQueryBuilder extends QueryBuilder {
  withDeleted() {
    return this.context({ withDeleted: true })
  }
  hardDelete() {
    return super.delete()
  }
}

class Order extends Model {
  static get tableName() {
    return 'orders'
  }
  static get QueryBuilder() {
    return ShopQueryBuilder
  }
  static search(status) {
    return this.query().withDeleted().where({ status })
  }
}

const app = express()

// Behind a step of one's own the builder goes on.
app.get('/orders/:id', async (req, res) => {
  res.json(await Order.query().withDeleted().findById(req.params.id))
})
app.get('/orders', async (_req, res) => {
  res.json(await Order.query().withDeleted().orderBy('id')) // expect: unbounded-query
})
app.get('/orders/newest', async (_req, res) => {
  res.json(await Order.query().withDeleted().orderBy('id', 'desc').limit(20))
})
app.delete('/orders/closed', async (_req, res) => {
  await Order.query().withDeleted().hardDelete()
  res.end()
})
// Whoever gets a builder may give it a limit.
app.get('/orders/search', async (req, res) => {
  res.json(await Order.search(req.query.status).page(0, 20))
})
module.exports = app
