import type { Collection, Filter } from 'mongodb'

interface Order {
  customerId: string
  state: string
}

interface OrderSearch {
  state?: string
  customerId?: string
}

export class OrderRepository {
  constructor(private readonly collection: Collection<Order>) {}

  findOpenOf(customerId: string) {
    return this.collection.find({ customerId, state: 'open' }).limit(100).toArray()
  }

  // A type of the project says what can be asked.
  search(search: OrderSearch) {
    return this.collection.find({ state: search.state, customerId: search.customerId } as Filter<Order>).limit(100).toArray()
  }

  async close(customerId: string) {
    await this.collection.updateMany({ customerId }, { $set: { state: 'closed' } })
  }

  async countOpen() {
    return this.collection.countDocuments({ state: 'open' })
  }

  find(query: any) { // expect: leaky-repository
    return this.collection.find(query).limit(100).toArray()
  }

  findWhere(filter: Filter<Order>) { // expect: leaky-repository
    return this.collection.find(filter).limit(100).toArray()
  }

  // Only the class itself puts such queries together.
  private load(query: Filter<Order>) {
    return this.collection.findOne(query)
  }

  one(customerId: string) {
    return this.load({ customerId })
  }
}
