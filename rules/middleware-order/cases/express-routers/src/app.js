const express = require('express')
const bodyParser = require('body-parser')
const passport = require('passport')
const seats = require('./seats')
const login = require('./login')
const { onError } = require('./errors')

const app = express()
app.use(bodyParser.json())
app.use(onError) // expect: middleware-order
app.use('/login', login)
app.use('/seats', seats)
app.use(passport.authenticate('jwt', { session: false })) // expect: middleware-order

module.exports = app
