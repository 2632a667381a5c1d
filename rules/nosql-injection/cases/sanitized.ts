import express from 'express'
import mongoSanitize from 'express-mongo-sanitize'
import { Schema, model } from 'mongoose'

const User = model('User', new Schema({ email: String }))
const app = express()
app.use(express.json())
app.use(mongoSanitize())

app.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})
