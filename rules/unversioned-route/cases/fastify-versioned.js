const fastify = require('fastify')()

async function seats(instance) {
  instance.get('/seats', async () => [])
  instance.post('/seats', async () => ({}))
  instance.get('/seats/:id', async () => ({}))
  instance.put('/seats/:id', async () => ({}))
  instance.delete('/seats/:id', async () => ({}))
}

fastify.register(seats, { prefix: '/api/v1' })
fastify.get('/health', async () => 'ok')

fastify.listen({ port: 3000 })
