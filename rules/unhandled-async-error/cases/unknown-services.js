// Services of which nobody knows the type: a name of several words that one function has is that function's.
const { Pool } = require('pg')

const pool = new Pool()

class Letters {
  async queueLetter(order) {
    if (this.isPaused()) return
    await pool.query('insert into letters (order_id) values ($1)', [order])
  }

  async queueInvoice(order) {
    await pool.query('insert into invoices (order_id) values ($1)', [order])
  }

  isPaused() {
    return true
  }
}

class Reminders {
  constructor(api) {
    this.api = api
    this.api.services.letters = new Letters()
  }

  async remind(order) {
    await this.api.services.letters.queueLetter(order)
  }

  async charge(order) {
    await this.api.services.letters.queueInvoice(order)
  }

  later(order) {
    setTimeout(this.remind.bind(this), 500, order)
    setTimeout(this.charge.bind(this), 500, order) // expect: unhandled-async-error
  }
}

module.exports = Reminders
