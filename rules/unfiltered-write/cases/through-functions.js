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
const seats = () => knex('seats')

router.delete('/carts/:id', async (req, res) => {
  await query('DELETE FROM carts') // expect: unfiltered-write
  res.sendStatus(204)
})

router.delete('/carts/:id/one', async (req, res) => {
  await query('DELETE FROM carts WHERE id = ?', [req.params.id])
  res.sendStatus(204)
})

router.put('/seats/:id', async (req, res) => {
  await seats().update({ held: false }) // expect: unfiltered-write
  res.sendStatus(204)
})

router.put('/seats/:id/one', async (req, res) => {
  await seats().where({ id: req.params.id }).update({ held: false })
  res.sendStatus(204)
})

module.exports = router
