const knex = require('knex')({ client: 'pg' })

class SeatService {
  async free(showId) {
    return knex('seats').where({ show_id: showId, state: 'free' }).limit(500)
  }

  async reserve(id) {
    await knex('seats').where({ id }).update({ state: 'reserved' })
  }
}

module.exports = { SeatService, knex }
