import cors from '@fastify/cors'
import Fastify from 'fastify'
import { Controller, Get, Module, UseGuards } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'

// Hooks, plugins and error handlers of this framework are put together when it starts, whatever the order.
const app = Fastify()
app.setErrorHandler((error, request, reply) => {
  reply.status(500).send({ error: 'internal error' })
})
// A hook that is given what is sent, too.
app.addHook('onSend', (request, reply, payload, done) => {
  reply.header('cache-control', 'no-store')
  done(null, payload)
})
app.get('/invoices', async () => ({ invoices: [] }))
app.get('/invoices/open', async () => ({ invoices: [] }))
app.get('/invoices/paid', async () => ({ invoices: [] }))
app.addHook('onRequest', async (request, reply) => {
  if (!request.headers.authorization) return reply.status(401).send()
})
app.register(cors)
app.listen({ port: 3000 })

@Controller('invoices')
@UseGuards(AuthGuard('jwt'))
export class InvoiceController {
  @Get()
  list() {
    return []
  }
}

@Module({ controllers: [InvoiceController] })
export class InvoiceModule {}
