// Which side of a choice is taken is said by the call.
import express from 'express'
import { Schema, model } from 'mongoose'

const Court = model('Court', new Schema({ name: String, town: String, open: Boolean }))
const app = express()
app.use(express.json())

function matching(field: string, value: unknown, isPattern = false) {
  const wanted = isPattern ? { $regex: new RegExp(String(value), 'i') } : value
  return { [field]: wanted }
}
function matchingAny(fields: readonly string[], value: unknown, isPattern = false) {
  return { $or: fields.map((field) => matching(field, value, isPattern)) }
}

app.post('/courts/search', async (req, res) => {
  res.json(await Court.find(matchingAny(['name', 'town'], req.body.text, true)))
})
app.post('/courts/search/name', async (req, res) => {
  res.json(await Court.find(matching('name', req.body.text, true)))
})
// The value as it is: nothing is given, or it is not said what.
app.post('/courts/named', async (req, res) => {
  res.json(await Court.find(matching('name', req.body.text))) // expect: nosql-injection
})
app.post('/courts/any', async (req, res) => {
  res.json(await Court.find(matchingAny(['name', 'town'], req.body.text, false))) // expect: nosql-injection
})
app.post('/courts/either', async (req, res) => {
  res.json(await Court.find(matching('name', req.body.text, req.body.isPattern === true))) // expect: nosql-injection
})

// All that call it want text.
function close(town: unknown, isText: boolean) {
  return Court.updateMany({ town: isText ? String(town) : town }, { open: false })
}
app.post('/courts/close', async (req, res) => {
  res.json(await close(req.body.town, true))
})
app.post('/courts/close/all', async (req, res) => {
  res.json(await close(req.body.district, true))
})
// One of them does not.
function reopen(town: unknown, isText: boolean) {
  return Court.updateMany({ town: isText ? String(town) : town }, { open: true }) // expect: nosql-injection
}
app.post('/courts/reopen', async (req, res) => {
  res.json(await reopen(req.body.town, true))
})
app.post('/courts/reopen/all', async (req, res) => {
  res.json(await reopen(req.body.district, false))
})
