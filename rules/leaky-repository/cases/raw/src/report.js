const seats = require('./repositories/seat.repository')

exports.sold = async (showId) => seats.query().where({ show_id: showId, state: 'sold' }).count()
exports.free = async (showId) => (await seats.free(showId)).length
