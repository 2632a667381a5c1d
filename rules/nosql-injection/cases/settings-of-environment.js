// The secret is a setting that a function puts together of several objects.
const express = require('express')
const { Schema, model } = require('mongoose')

const defaults = { port: process.env.PORT || 8100 }
const production = { feedSecret: process.env.FEED_SECRET, feedName: process.env.FEED_NAME }

function readSettings() {
  switch (process.env.NODE_ENV) {
    case 'production':
      return Object.assign({}, defaults, production)
    default:
      return Object.assign({}, defaults, production)
  }
}
const { feedSecret, feedName } = readSettings()

const Rate = model('Rate', new Schema({ currency: String, value: Number }))
const app = express()
app.use(express.json())

function isFeed(req) {
  if (!feedSecret) return false
  return req.get('Authorization') === feedSecret
}
app.post('/rates', async (req, res) => {
  if (!isFeed(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 1 }))
})
// Its name is told to everybody.
function isCalledSo(req) {
  return req.get('X-Name') === feedName
}
app.post('/rates/named', async (req, res) => {
  if (!isCalledSo(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 2 })) // expect: nosql-injection
})
