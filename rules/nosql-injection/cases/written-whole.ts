// All of the body is written before, and a field of it would have been refused by the schema.
import express from 'express'
import { model, Schema } from 'mongoose'

const Stay = model('Stay', new Schema({ room: { type: String, required: true }, extras: Schema.Types.Mixed, nights: Number }))
const Room = model('Room', new Schema({ name: String, stays: Number, state: String }))

const app = express()
app.use(express.json())

app.post('/stays', async (req, res) => {
  await Stay.create(req.body)
  res.json(await Room.updateMany({ name: req.body.room }, { $inc: { stays: 1 } })) // expect-low: nosql-injection
})
app.post('/stays/extras', async (req, res) => {
  await Stay.create(req.body)
  res.json(await Room.updateMany({ name: req.body.extras }, { $inc: { stays: 1 } })) // expect: nosql-injection
})
app.post('/stays/other', async (req, res) => {
  await Stay.create({ room: 'none', nights: req.body.nights })
  res.json(await Room.updateMany({ name: req.body.room }, { $inc: { stays: 1 } })) // expect: nosql-injection
})
app.post('/stays/after', async (req, res) => {
  res.json(await Room.updateMany({ name: req.body.room }, { $set: { state: 'taken' } })) // expect: nosql-injection
  await Stay.create(req.body)
})

// What is read back of a row was made to fit its column, unless the column takes all.
async function leaveRoom(stay: { room?: string | null; extras?: any }) {
  await Room.updateMany({ name: stay.room }, { $inc: { stays: -1 } })
  await Room.updateMany({ state: stay.extras }, { $inc: { stays: -1 } }) // expect: nosql-injection
}
app.post('/stays/left', async (req, res) => {
  await leaveRoom(new Stay(req.body))
  res.end()
})
