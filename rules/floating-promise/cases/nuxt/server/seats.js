import { Pool } from 'pg'

const pool = new Pool()

export function loadSeats() {
  return new Promise((resolve) => {
    Promise.all([pool.query('select * from seats'), pool.query('select * from rows')]).then(([seats]) => { // expect: floating-promise
      resolve(seats)
    })
  })
}
