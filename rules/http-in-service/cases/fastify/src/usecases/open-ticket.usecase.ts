import type { FastifyReply, FastifyRequest } from 'fastify'
import { TicketRepository } from '../repositories/ticket.repository'

export class OpenTicketUseCase {
  constructor(private readonly tickets: TicketRepository) {}

  async execute(request: FastifyRequest, reply: FastifyReply) { // expect: http-in-service
    const { subject } = request.body as { subject: string }
    const ticket = await this.tickets.add(subject)
    return reply.code(201).send(ticket)
  }
}

export class CloseTicketUseCase {
  constructor(private readonly tickets: TicketRepository) {}

  async execute(id: string) {
    return this.tickets.close(id)
  }
}
