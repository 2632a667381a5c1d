const knex = require('knex')({ client: 'pg' })

const seats = (trx) => (trx || knex)('seats')

exports.book = (id, customer) =>
  knex.transaction(async (trx) => {
    await seats(trx).where({ id }).update({ customer })
    await seats().where({ customer }).update({ held: false }) // expect: escaped-transaction
  })

exports.bookInOne = (id, customer) =>
  knex.transaction(async (trx) => {
    await seats(trx).where({ id }).update({ customer })
    await seats(trx).where({ customer }).update({ held: false })
  })
