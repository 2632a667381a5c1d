// What an emitter never tells: a pool with promises hands on few of the events of the pool behind it.
import mysql from 'mysql2'
import promised from 'mysql2/promise'

const pool = promised.createPool({ host: 'db.example.com' })

export function watch() {
  pool.on('error', async () => {
    await pool.query('select 1')
  })
  pool.on('connection', async () => { // expect: unhandled-async-error
    await pool.query('set time_zone = "+00:00"')
  })
  mysql.createPool({ host: 'db.example.com' }).on('error', async () => { // expect: unhandled-async-error
    await pool.query('select 1')
  })
}

/** @type {promised.Connection} */
let connection

export async function open() {
  const link = await promised.createConnection({ host: 'db.example.com' })
  link.on('error', async () => { // expect: unhandled-async-error
    await pool.query('select 1')
  })
  connection = promised.createPool({ host: 'db.example.com' })
  connection.on('end', async () => {
    await open()
  })
}
