import express from 'express'

const app = express()
app.use(express.json())

// Two handlers are not many.
app.post('/tickets', (req, res) => {
  if (!req.body.subject) return res.status(400).json({ error: 'subject is required' })
  res.json({ subject: req.body.subject })
})

app.post('/replies', (req, res) => {
  if (!req.body.text) return res.status(400).json({ error: 'text is required' })
  res.json({ text: req.body.text })
})

app.post('/sessions', (req, res) => {
  if (req.body.password !== process.env.PASSWORD) return res.status(401).end()
  res.end()
})

app.listen(3000)
