const { MongoClient } = require('mongodb')
const { Pool } = require('pg')

const pool = new Pool()
const client = new MongoClient('mongodb://localhost')

// A query in the callback of a query, once for each row.
exports.list = (req, res, next) => {
  pool.query('SELECT * FROM orders LIMIT 50', (error, orders) => {
    if (error) return next(error)
    let left = orders.rows.length
    orders.rows.forEach((order) => {
      pool.query('SELECT * FROM lines WHERE order_id = $1', [order.id], (_failure, lines) => { // expect: n-plus-one-query
        order.lines = lines.rows
        if (--left === 0) res.json(orders.rows)
      })
    })
  })
}

const linesOf = (id) => pool.query('SELECT * FROM lines WHERE order_id = $1', [id])
exports.promised = (orders) => Promise.all(orders.map(({ id }) => linesOf(id))).then((lines) => lines.flat()) // expect: n-plus-one-query

// Each round takes a row off the cursor.
exports.walk = async () => {
  const cursor = client.db().collection('orders').find({})
  while (await cursor.hasNext()) {
    const order = await cursor.next()
    await client.db().collection('customers').updateOne({ _id: order.customer }, { $inc: { spent: order.total } }) // expect: n-plus-one-query
  }
}

// A step that asks for itself again, inside of a callback of its own: each round takes an order off the list.
function drain(waiting, onOrder) {
  const step = () => {
    pool.query('SELECT 1', () => {
      const order = waiting.shift()
      if (order) onOrder(order)
      setTimeout(step, 100)
    })
  }
  setImmediate(step)
}
exports.drained = (waiting) => drain(waiting, (order) => pool.query('UPDATE orders SET seen = true WHERE id = $1', [order.id]))

// Two functions that hand each other on around a third: which of them runs it how often is said by none.
function inTurns(jobs, done) {
  const next = () => {
    setImmediate(() => step())
  }
  const step = () => {
    done(jobs.shift())
    process.nextTick(next)
  }
  setImmediate(next)
}
exports.inTurns = (ids) => inTurns(ids, (id) => pool.query('SELECT * FROM lines WHERE order_id = $1', [id]))
