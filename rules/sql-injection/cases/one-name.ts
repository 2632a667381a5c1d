// One name of a request in many statements.
import express from 'express'
import { Pool } from 'pg'

const pool = new Pool()
const app = express()

const schemaOf = (id: string) => `org_${id}`

async function upgrade(id: string) {
  const schema = schemaOf(id)
  await pool.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`) // expect: sql-injection
  await pool.query(`CREATE TABLE IF NOT EXISTS "${schema}".teams (id serial PRIMARY KEY)`)
  await pool.query(`CREATE TABLE IF NOT EXISTS "${schema}".people (id serial PRIMARY KEY)`)
  await pool.query(`CREATE TABLE IF NOT EXISTS "${schema}".rooms (id serial PRIMARY KEY)`)
}

app.post('/organisations/:id/upgrade', async (req, res) => {
  await upgrade(req.params.id)
  res.end()
})
app.listen(3000)
