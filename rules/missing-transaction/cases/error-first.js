const express = require('express')
const mysql = require('mysql2')

const pool = mysql.createPool({ host: 'localhost' })
const router = express.Router()

router.post('/bookings', (req, res, next) => {
  pool.query('INSERT INTO bookings (seat_id, guest_id) VALUES (?, ?)', [req.body.seat, req.body.guest], (error, result) => { // expect: missing-transaction
    if (error) return next(error)
    pool.query('UPDATE seats SET taken = 1 WHERE id = ?', [req.body.seat], (error) => {
      if (error) return next(error)
      res.json({ id: result.insertId })
    })
  })
})

router.post('/refunds', (req, res, next) => {
  pool.query('INSERT INTO refunds (booking_id) VALUES (?)', [req.body.booking], (error) => { // expect: missing-transaction
    if (!error) {
      pool.query('UPDATE bookings SET refunded = 1 WHERE id = ?', [req.body.booking], (error) => (error ? next(error) : res.end()))
    }
  })
})

router.post('/bookings/together', (req, res, next) => {
  pool.getConnection((error, connection) => {
    if (error) return next(error)
    connection.beginTransaction((error) => {
      if (error) return next(error)
      connection.query('INSERT INTO bookings (seat_id) VALUES (?)', [req.body.seat], (error) => {
        if (error) return connection.rollback(() => next(error))
        connection.query('UPDATE seats SET taken = 1 WHERE id = ?', [req.body.seat], (error) => {
          if (error) return connection.rollback(() => next(error))
          connection.commit(() => res.end())
        })
      })
    })
  })
})

// What failed is written down.
router.post('/seats/:id/take', (req, res) => {
  pool.query('UPDATE seats SET taken = 1 WHERE id = ?', [req.params.id], (error) => {
    if (error) {
      pool.query('INSERT INTO problems (message) VALUES (?)', [error.message], () => res.sendStatus(500))
      return
    }
    res.end()
  })
})

// The lines follow the order, in whatever way they are waited for.
router.post('/orders', (req, res, next) => {
  pool
    .promise()
    .query('INSERT INTO orders (guest_id) VALUES (?)', [req.body.guest]) // expect: missing-transaction
    .then(([{ insertId }]) => pool.promise().query('INSERT INTO order_lines (order_id, item) VALUES (?, ?)', [insertId, req.body.item]))
    .then(() => res.sendStatus(201), next)
})

module.exports = router
