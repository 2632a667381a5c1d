import express from 'express'
import jwt from 'jsonwebtoken'
import OpenAI from 'openai'

const app = express()
const openai = new OpenAI()

// When somebody last came in is a date.
app.patch('/users/:id/last-login', (req, res) => res.json({ at: new Date() }))

app.post('/users/login', (req, res) => { // expect: missing-rate-limit
  res.json({ token: jwt.sign({ name: req.body.name }, String(process.env.JWT_KEY)) })
})

// Whether the provider answers is asked every few seconds, by those who watch.
app.get('/health/providers', async (req, res) => {
  res.json(await openai.chat.completions.create({ model: 'small', messages: [{ role: 'user', content: 'ping' }] }))
})

app.get('/ideas', async (req, res) => { // expect: missing-rate-limit
  res.json(await openai.chat.completions.create({ model: 'small', messages: [{ role: 'user', content: String(req.query.about) }] }))
})

// There is no such route but on the machine of a developer.
const developer = express.Router()

developer.post('/token', (req, res) => {
  if (process.env.NODE_ENV !== 'development') throw new Error('not here')
  res.json({ token: jwt.sign({ name: 'developer' }, String(process.env.JWT_KEY)) })
})

app.use('/auth', developer)

app.listen(3000)
