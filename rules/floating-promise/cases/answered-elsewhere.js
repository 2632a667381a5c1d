// Calls that are answered through callbacks and events, beside the same ones that give promises.
const async = require('async')
const mysql = require('mysql2')
const promises = require('mysql2/promise')

const connection = mysql.createConnection({ host: 'db' })

// What fails is an event of the query, which nobody waits for here.
async function openSeats() {
  await connection.execute('update seats set is_open = 1')
}

async function closeSeats() {
  const own = await promises.createConnection({ host: 'db' })
  await own.execute('update seats set is_open = 0')
}

exports.listen = (shop) => {
  shop.on('opened', () => {
    openSeats()
  })
  shop.on('closed', () => {
    closeSeats() // expect: floating-promise
  })
}

exports.refresh = (tasks, answer) => {
  async.parallel(tasks, refreshed)
  async.parallel(tasks) // expect: floating-promise

  function refreshed(failure) {
    answer(failure)
  }
}
