import express from 'express'

const app = express()

app.post('/send', (_req, res) => {
  res.end()
})

app.listen(3000)
