const express = require('express')
const mysql = require('mysql2')
const { Pool } = require('pg')

const pool = new Pool()
const orders = mysql.createPool({ uri: 'mysql://localhost/orders' })
const app = express()

// The failure of the query keeps the client.
app.get('/invoices', (req, res, next) => {
  pool.connect((error, client, done) => { // expect: unreleased-connection
    if (error) return next(error)
    client.query('SELECT id FROM invoices LIMIT 10', (failure, result) => {
      if (failure) return next(failure)
      done()
      res.json(result.rows)
    })
  })
})

app.get('/invoices/all-ways', (req, res, next) => {
  pool.connect((error, client, done) => {
    if (error) return next(error)
    client.query('SELECT id FROM invoices LIMIT 10', (failure, result) => {
      done()
      if (failure) return next(failure)
      res.json(result.rows)
    })
  })
})

app.get('/orders', (req, res, next) => {
  orders.getConnection((error, connection) => { // expect: unreleased-connection
    if (error) return next(error)
    connection.query('SELECT id FROM orders LIMIT 10', (failure, rows) => {
      if (failure) {
        return next(failure)
      }
      connection.release()
      res.json(rows)
    })
  })
})

app.get('/orders/all-ways', (req, res, next) => {
  orders.getConnection((error, connection) => {
    if (error) return next(error)
    connection.query('SELECT id FROM orders LIMIT 10', (failure, rows) => {
      if (failure) {
        connection.release()
        return next(failure)
      }
      connection.release()
      res.json(rows)
    })
  })
})

app.listen(3000)
