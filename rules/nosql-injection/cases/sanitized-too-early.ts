import express from 'express'
import mongoSanitize from 'express-mongo-sanitize'
import { Schema, model } from 'mongoose'

const User = model('User', new Schema({ email: String }))
const app = express()
// There is no body yet.
app.use((req, _res, next) => {
  if (req.body) req.body = mongoSanitize.sanitize(req.body)
  next()
})

const late = express.Router()
late.use(express.json())
late.use((req, _res, next) => {
  req.body = mongoSanitize.sanitize(req.body)
  next()
})
late.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})
app.use('/late', late)

app.use(express.json())
app.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})
