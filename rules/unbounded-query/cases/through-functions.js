const mysql = require('mysql2/promise')
const knex = require('knex')({ client: 'pg' })
const { Router } = require('express')

const pool = mysql.createPool({ database: 'shop' })
const router = Router()

/** Statements of the project go through here. */
const query = async (sql, params) => {
  const [rows] = await pool.execute(sql, params)
  return rows
}
const orders = () => knex('orders')
const all = () => orders()

router.get('/invoices', async (req, res) => {
  res.json(await query('SELECT * FROM invoices')) // expect: unbounded-query
})

router.get('/invoices/recent', async (req, res) => {
  res.json(await query('SELECT * FROM invoices ORDER BY id DESC LIMIT 50'))
})

router.get('/orders', async (req, res) => {
  res.json(await orders().orderBy('total')) // expect: unbounded-query
})

router.get('/orders/recent', async (req, res) => {
  res.json(await orders().orderBy('id', 'desc').limit(50))
})

router.post('/orders', async (req, res) => {
  await orders().insert({ total: 10 })
  await query('INSERT INTO invoices (total) VALUES (?)', [10])
  res.sendStatus(201)
})

router.get('/orders/all', async (req, res) => {
  res.json((await all().limit(20)).length)
})

module.exports = router
