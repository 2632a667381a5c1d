import fastify from 'fastify'
import { MongoClient } from 'mongodb'
import { TicketRepository } from './repositories/ticket.repository'
import { CloseTicketUseCase, OpenTicketUseCase } from './usecases/open-ticket.usecase'

const app = fastify()
const tickets = new TicketRepository(new MongoClient(process.env.MONGO_URL ?? '').db())
const open = new OpenTicketUseCase(tickets)
const close = new CloseTicketUseCase(tickets)

app.post('/tickets', (request, reply) => open.execute(request, reply))
app.get('/tickets', (request) => tickets.mine(request as never))
app.delete('/tickets/:id', (request) => close.execute((request.params as { id: string }).id))
