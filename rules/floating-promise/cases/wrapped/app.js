const express = require('express')
const { Pool } = require('pg')
const createCheck = require('./create-told-check')
const createLooseCheck = require('./create-untold-check')

const app = express()
const pool = new Pool()
const checkSeat = createCheck(pool)
const checkSeatLoosely = createLooseCheck(pool)

app.get('/seats/:id', (req, res, next) => {
  checkSeat(req, res, (error) => {
    if (error) return next(error)
    res.json(req.seat)
  })
})

app.get('/seats/:id/plan', (req, res, next) => {
  checkSeatLoosely(req, res, (error) => { // expect: floating-promise
    if (error) return next(error)
    res.json(req.seat)
  })
})
