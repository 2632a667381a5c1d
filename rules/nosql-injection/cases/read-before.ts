// The row that is changed is the one that a query in front found by the same filter: an operator finds the same one again.
import express, { type NextFunction, type Request, type Response } from 'express'
import mongoose, { Schema, model } from 'mongoose'

const Review = model('Review', new Schema({ author: String, text: String, likes: Number, likedBy: [String], slip: String }))
const votes = mongoose.connection.collection('votes')

interface Known extends Request {
  currentUser?: { id: string }
}
function signedIn(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser) return res.status(401).end()
  next()
}
const app = express()
app.use(express.json())
app.use(signedIn)

app.post('/reviews/like', async (req: Known, res) => {
  const { id } = req.body
  const review = await Review.findOne({ _id: id })
  if (!review || review.likedBy.includes(req.currentUser?.id ?? '')) return res.status(403).end()
  res.json(await Review.updateOne({ _id: id }, { $inc: { likes: 1 } })) // expect-low: nosql-injection
})
// One operator may fit a review of one's own first, and a foreign one then.
app.post('/reviews/hide', async (req: Known, res) => {
  const { id } = req.body
  const own = await Review.findOne({ _id: id, author: req.currentUser?.id })
  if (!own) return res.status(403).end()
  res.json(await Review.updateOne({ _id: id }, { $set: { text: '' } })) // expect: nosql-injection
})
app.post('/reviews/hide-any', async (req: Known, res) => {
  const { id, mine } = req.body
  const query: Record<string, unknown> = { _id: id }
  if (mine) query.author = req.currentUser?.id
  const own = await Review.findOne(query)
  if (!own) return res.status(403).end()
  res.json(await Review.updateOne({ _id: id }, { $set: { text: '' } })) // expect: nosql-injection
})
app.post('/reviews/write', async (req: Known, res) => {
  const { id, text } = req.body
  const review = await Review.findOne({ _id: id })
  if (!review) return res.status(404).end()
  res.json(await Review.updateOne({ _id: id }, { $set: { text: String(text) } })) // expect: nosql-injection
})
// Whoever has the slip may use it up, and nobody else.
app.post('/reviews/redeem', async (req: Known, res) => {
  const { slip } = req.body
  const review = await Review.findOne({ slip })
  if (!review) return res.status(404).end()
  res.json(await Review.updateOne({ slip }, { $set: { likes: 0 } })) // expect: nosql-injection
})
app.post('/reviews/like-many', async (req: Known, res) => {
  const { id } = req.body
  const review = await Review.findOne({ _id: id })
  if (!review) return res.status(404).end()
  res.json(await Review.updateMany({ _id: id }, { $inc: { likes: 1 } })) // expect: nosql-injection
})

app.post('/votes/count', async (req: Known, res) => {
  const { id } = req.body
  const vote = await votes.findOne({ _id: id })
  if (!vote) return res.status(404).end()
  res.json(await votes.updateOne({ _id: id }, { $inc: { seen: 1 } })) // expect-low: nosql-injection
})
