import express from 'express'
import { Schema, model } from 'mongoose'

const User = model('User', new Schema({ email: String }))
const app = express()
app.use(express.urlencoded({ extended: false }))

app.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})

const nested = express()
nested.use(express.urlencoded({ extended: true }))
nested.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})
