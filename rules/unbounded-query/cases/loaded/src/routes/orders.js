require('@fastify/postgres')

// A loader of the folder calls it with the application.
module.exports = async function (fastify) {
  fastify.get('/orders', async () => {
    const { rows } = await fastify.pg.query('SELECT * FROM orders') // expect: unbounded-query
    return rows
  })

  fastify.get('/orders/recent', async () => {
    const { rows } = await fastify.pg.query('SELECT * FROM orders ORDER BY id DESC LIMIT 20')
    return rows
  })

  fastify.post('/orders', async () => {
    await fastify.pg.query('INSERT INTO orders (total) VALUES (1)')
  })
}
