import express from 'express'

const app = express()

app.get('/tickets', (req, res) => res.json([]))
app.post('/tickets', (req, res) => res.json({}))
app.get('/metrics', (req, res) => res.end())
app.post('/webhooks/payments', (req, res) => res.end())
app.get('/auth/login', (req, res) => res.end())
app.post('/auth/login', (req, res) => res.end())

app.listen(3000)
