import express from 'express'

const app = express()

// The version comes in a header.
app.use((req, res, next) => {
  if (req.headers['x-api-version'] === '1') next()
  else res.status(406).end()
})
app.get('/invoices', (req, res) => res.json([]))
app.post('/invoices', (req, res) => res.json({}))
app.get('/invoices/:id', (req, res) => res.json({}))
app.put('/invoices/:id', (req, res) => res.json({}))
app.delete('/invoices/:id', (req, res) => res.end())

app.listen(3000)
