// Before version 4 the members of the client take a callback, and give no promise.
const express = require('express')
const { createClient } = require('redis')

const app = express()
const client = createClient({ url: process.env.REDIS_URL })

const hold = async (seat) => {
  if (seat === undefined) throw new Error('no seat')
  client.set(`seat:${seat}`, 'held')
}

app.post('/seats/:id', (req, res) => {
  hold(req.params.id) // expect: floating-promise
  res.sendStatus(202)
})
