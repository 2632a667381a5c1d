// What `update` of older drivers changes is one row, or all that fit where it is told so.
import express from 'express'
import { MongoClient } from 'mongodb'

const votes = new MongoClient('mongodb://localhost').db('polls').collection('votes')
const app = express()
app.use(express.json())

app.post('/votes/count', async (req, res) => {
  const { id } = req.body
  const vote = await votes.findOne({ _id: id })
  if (!vote) return res.status(404).end()
  res.json(await votes.update({ _id: id }, { $inc: { seen: 1 } })) // expect-low: nosql-injection
})
app.post('/votes/count-all', async (req, res) => {
  const { id } = req.body
  const vote = await votes.findOne({ _id: id })
  if (!vote) return res.status(404).end()
  res.json(await votes.update({ _id: id }, { $inc: { seen: 1 } }, { multi: true })) // expect: nosql-injection
})
