import express from 'express'
import mongoose from 'mongoose'

const Article = mongoose.model('Article', new mongoose.Schema({ title: String, price: Number, stats: { profileViews: Number } }))
const app = express()

app.get('/articles/:id', async (req, res) => {
  await Article.findByIdAndUpdate(req.params.id, { $inc: { 'stats.profileViews': 1 } }) // expect-low: write-in-query
  res.json(await Article.findById(req.params.id))
})

app.get('/articles/:id/raise', async (req, res) => {
  await Article.findByIdAndUpdate(req.params.id, { $inc: { price: 1 } }) // expect: write-in-query
  res.end()
})

app.listen(3000)
