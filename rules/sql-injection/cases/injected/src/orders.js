// What is injected has no type of its own: what calls give says what it is.
class OrderStore {
  constructor(pool) {
    this.pool = pool
  }

  byCustomer(customer) {
    return this.pool.query(`SELECT id FROM orders WHERE customer = '${customer}'`) // expect: sql-injection
  }

  byId(id) {
    return this.pool.query('SELECT id FROM orders WHERE id = $1', [id])
  }
}

class OrderService {
  constructor({ store }) {
    this.store = store
  }

  ofCustomer(customer) {
    return this.store.byCustomer(customer)
  }

  one(id) {
    return this.store.byId(id)
  }
}

module.exports = { OrderStore, OrderService }
