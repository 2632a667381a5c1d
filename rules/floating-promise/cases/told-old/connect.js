// Node 14 only warns of rejections, and the listener says what was wrong.
const mongoose = require('mongoose')

const db = mongoose.connection
db.on('error', (error) => console.error('no database', error))

function connect() {
  mongoose.connect('mongodb://localhost/shop')
}

function end() {
  mongoose.syncIndexes() // expect: floating-promise
}

module.exports = { connect, end }
