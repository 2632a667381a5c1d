const express = require('express')
const mongoose = require('mongoose')

const userSchema = new mongoose.Schema({ email: String, username: { type: String, unique: true } })

userSchema.statics.isEmailTaken = async function (email, excludedId) {
  const user = await this.findOne({ email, _id: { $ne: excludedId } })
  return !!user
}

userSchema.static('isUsernameTaken', async function (username) {
  return (await this.countDocuments({ username })) > 0
})

const User = mongoose.model('User', userSchema)

const app = express()
app.use(express.json())

app.post('/users', async (req, res) => {
  if (await User.isEmailTaken(req.body.email)) return res.sendStatus(409)
  const user = await User.create(req.body) // expect: check-then-act
  res.status(201).json(user)
})

app.post('/users/by-name', async (req, res) => {
  if (await User.isUsernameTaken(req.body.username)) return res.sendStatus(409)
  const user = await User.create({ username: req.body.username }) // expect-low: check-then-act
  res.status(201).json(user)
})

app.listen(3000)
