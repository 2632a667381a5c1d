const express = require('express')
const knex = require('knex')({ client: 'pg' })

const app = express() // expect: middleware-order
app.use(express.json())

app.get('/wallets', (req, res, next) => {
  knex('wallets').limit(20).then((rows) => res.json(rows)).catch(next)
})
app.get('/wallets/:id', (req, res, next) => {
  knex('wallets').where({ id: req.params.id }).first().then((row) => res.json(row)).catch(next)
})
app.post('/wallets', (req, res, next) => {
  knex('wallets').insert({ owner: req.body.owner }).then(() => res.sendStatus(201)).catch(next)
})

app.listen(3000)
