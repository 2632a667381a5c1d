module.exports = (db) => ({
  sorted: (column) => db('seats').orderByRaw(column), // expect: sql-injection
  inHall: (hall) => db('seats').whereRaw('hall = ?', [hall]),
})
