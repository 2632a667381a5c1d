const { callbackify } = require('node:util')
const express = require('express')
const mongoose = require('mongoose')

const Seat = mongoose.model('Seat', new mongoose.Schema({ taken: Boolean }))
const app = express()

async function takeSeat(id) {
  await Seat.updateOne({ _id: id }, { taken: true })
}

const seats = { take: callbackify(takeSeat), promises: { take: takeSeat } }

/** Gives what the callback style function gives, and that is nothing. */
function takeFirst(ids, callback) {
  return seats.take(ids[0], (error) => callback(error))
}

app.post('/seats/:id/take', (req, res, next) => {
  seats.take(req.params.id, (error) => {
    if (error) return next(error)
    res.sendStatus(204)
  })
})

app.post('/seats/take', (req, res, next) => {
  takeFirst(req.body.ids, (error) => {
    if (error) return next(error)
    res.sendStatus(204)
  })
})

app.get('/seats', (req, res) => {
  Seat.find({ taken: false }).limit(20).then((free) => res.json(free)) // expect: floating-promise
})

app.post('/seats/:id/hold', (req, res) => {
  seats.promises.take(req.params.id) // expect: floating-promise
  res.sendStatus(204)
})

app.get('/seats/:id/owner', async (req, res) => {
  const owner = loadOwner(req.params.id).name // expect: floating-promise
  const { name } = await loadOwner(req.params.id)
  res.json({ owner, name })
})

async function loadOwner(id) {
  return await Seat.findById(id).populate('owner')
}

// Rejects nothing: it has an answer for every error.
function checkToken(token) {
  return new Promise((resolve, reject) => {
    verify(token, (error, content) => resolve(error ? undefined : content))
  })
}

function verify(token, done) {
  done(undefined, { token })
}

app.get('/tokens/:token', (req, res) => {
  checkToken(req.params.token).then((content) => res.json({ content }))
})

module.exports = app
