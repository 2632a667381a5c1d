const express = require('express')
const Knex = require('knex')
const { Pool } = require('pg')
const { DataTypes, Model, Op, Sequelize } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL)
class Charge extends Model {}
Charge.init({ group: DataTypes.UUID, kind: DataTypes.STRING }, { sequelize, modelName: 'Charge' })
class Transaction extends Model {}
Transaction.init({ group: DataTypes.UUID, kind: DataTypes.STRING }, { sequelize, modelName: 'Transaction' })
class Report extends Model {}
Report.init({ title: DataTypes.STRING }, { sequelize, modelName: 'Report' })
Charge.hasMany(Transaction)

const pool = new Pool()
const knex = Knex({ client: 'pg' })
const app = express()

// What belongs to rows that are at hand.
async function related(charges, ids) {
  const groups = charges.map((charge) => charge.group)
  const byGroup = await Transaction.findAll({ where: { group: groups } })
  const byPair = await Transaction.findAll({ where: { kind: 'fee', [Op.or]: charges.map(({ group }) => ({ group })) } })
  return [byGroup, byPair, await Transaction.findAll({ where: { id: ids } })]
}
app.get('/charges/:id/related', async (req, res) => {
  const charge = await Charge.findByPk(req.params.id)
  const same = await Transaction.findAll({ where: { group: charge.group } }) // expect-low: unbounded-query
  const own = await charge.getTransactions({ where: { kind: 'fee' } }) // expect-low: unbounded-query
  res.json([same, own, await related([charge], [1])])
})
app.get('/transactions', async (req, res) => {
  res.json(await Transaction.findAll({ where: { kind: req.query.kind } })) // expect: unbounded-query
})

// Joined rows without which there is none.
app.get('/reports/:id/charges', async (req, res) => {
  const found = await Charge.findAll({ include: [{ model: Transaction, required: true, include: [{ model: Report, where: { id: req.params.id } }] }] }) // expect-low: unbounded-query
  const all = await Charge.findAll({ include: [{ model: Transaction, required: false, where: { kind: 'fee' } }] }) // expect: unbounded-query
  res.json([found, all])
})

// One row for each kind, and one for each order.
app.get('/statistics', async (req, res) => {
  const kinds = await pool.query("SELECT kind, count(*) FROM transactions WHERE created_at > now() - interval '1 day' GROUP BY kind ORDER BY 2")
  const names = await pool.query('SELECT DISTINCT kind FROM transactions')
  const either = await pool.query("(SELECT 'order' AS target FROM orders WHERE reference = $1 LIMIT 1) UNION ALL (SELECT 'expense' FROM expenses WHERE reference = $1 LIMIT 1)", [req.query.reference])
  const orders = await pool.query('SELECT orders.id, count(*) FROM orders JOIN lines ON lines.order_id = orders.id GROUP BY orders.id') // expect: unbounded-query
  await knex('statistics_log').insert({ at: new Date() })
  res.json([kinds.rows, names.rows, either.rows, orders.rows])
})

app.listen(3000)
