const orders = require('../orders')

module.exports = (app) => {
  app.get('/orders', async (req, res) => { // expect: unhandled-async-error
    res.json({ count: await orders.count() })
  })
  app.post('/orders', orders.create)
  app.post('/orders/:id/close', orders.close)
}
