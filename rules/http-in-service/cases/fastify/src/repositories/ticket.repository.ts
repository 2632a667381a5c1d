import type { FastifyRequest } from 'fastify'
import type { Db } from 'mongodb'

export class TicketRepository {
  constructor(private readonly db: Db) {}

  async add(subject: string) {
    return this.db.collection('tickets').insertOne({ subject, state: 'open' })
  }

  async close(id: string) {
    return this.db.collection<{ _id: string; state: string }>('tickets').updateOne({ _id: id }, { $set: { state: 'closed' } })
  }

  async mine(request: FastifyRequest<{ Querystring: { state: string } }>) { // expect: http-in-service
    return this.db.collection('tickets').find({ state: String(request.query.state) }).limit(50).toArray()
  }
}
