import express from 'express'
import mongoose, { Schema, model } from 'mongoose'

mongoose.set('sanitizeFilter', true)
const User = model('User', new Schema({ email: String }))
const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})
