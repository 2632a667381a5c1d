const knex = require('knex')({ client: 'pg' })
const express = require('express')
const app = express()

app.delete('/projects/:id', async (req, res) => {
  await knex('projects').where({ id: req.params.id }).delete()
  res.sendStatus(204)
})

module.exports = app
