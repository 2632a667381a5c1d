import Fastify from 'fastify'

const app = Fastify()
app.register(import('./routes/auth.js'), { prefix: '/auth' })
app.register(import('./routes/codes.js'), { prefix: '/links' })
app.listen({ port: 3000 })
