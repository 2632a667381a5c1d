import express from 'express'
import mongoose from 'mongoose'

const User = mongoose.model('User', new mongoose.Schema({ email: String, password: String, name: String }))

function isEmpty(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** One `update` for all who write, whatever they give. */
class Users {
  findByEmail(email: string) {
    return User.findOne({ email })
  }

  async update(id: string, updates: Record<string, any>) {
    await User.updateOne({ _id: id }, updates)
  }
}

const users = new Users()
const app = express()

// An address that is looked for, and given to a row that has another one.
app.put('/users/:id/email', async (req, res) => {
  const taken = await users.findByEmail(req.body.email) // expect: check-then-act
  if (taken) return res.sendStatus(409)
  await users.update(req.params.id, { email: req.body.email })
  res.sendStatus(204)
})

// The row that was found is written, and other columns of it.
app.post('/password', async (req, res) => {
  const user = await users.findByEmail(req.body.email)
  if (isEmpty(user)) return res.sendStatus(404)
  if (user.email !== req.body.email) return res.sendStatus(404)
  await users.update(user.id, { password: req.body.password })
  res.sendStatus(204)
})

// Nothing is written unless the row is there.
app.post('/confirm', async (req, res) => {
  const user = await users.findByEmail(req.body.email)
  if (isEmpty(user)) return res.sendStatus(404)
  await users.update(user.id, { email: req.body.email, name: req.body.name })
  res.sendStatus(204)
})

app.post('/users', async (req, res) => {
  const user = await users.findByEmail(req.body.email) // expect: check-then-act
  if (isEmpty(user)) await User.create({ email: req.body.email, name: req.body.name })
  res.sendStatus(201)
})
