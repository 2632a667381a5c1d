import { EntityRepository, type FilterQuery } from '@mikro-orm/core'

interface Ticket {
  id: number
  state: string
}

export class TicketRepository extends EntityRepository<Ticket> {
  open() {
    return this.find({ state: 'open' }, { limit: 50 })
  }

  closed() {
    return this.find({ state: 'closed' }, { limit: 50 })
  }

  matching(where: FilterQuery<Ticket>) { // expect: leaky-repository
    return this.find(where, { limit: 50 })
  }
}
