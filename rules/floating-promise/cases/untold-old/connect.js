// Nobody listens to `error`: who looks at the log of warnings finds it.
const mongoose = require('mongoose')

const db = mongoose.connection
db.on('disconnected', () => connect())

function connect() {
  mongoose.connect('mongodb://localhost/shop') // expect: floating-promise
}

module.exports = { connect }
