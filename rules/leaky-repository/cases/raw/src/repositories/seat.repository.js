const knex = require('knex')({ client: 'pg' })

exports.free = (showId) => knex('seats').where({ show_id: showId, state: 'free' }).limit(500)

exports.reserve = (id) => knex('seats').where({ id }).update({ state: 'reserved' })

exports.release = (id) => knex('seats').where({ id }).update({ state: 'free' })

exports.findBy = (filter) => knex('seats').where(filter).limit(500) // expect: leaky-repository

// Goes on in its callers.
exports.query = () => knex('seats') // expect: leaky-repository

exports.byIds = (ids) => knex('seats').whereIn('id', ids)
