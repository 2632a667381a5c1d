import express from 'express'
import { register } from './accounts.service'

const app = express()
app.use(express.json())

app.post('/accounts', async (req, res) => {
  if (req.body.password.length < 6) return res.status(400).json({ error: 'password is too short' })
  res.json(await register(req.body.email, req.body.password))
})

app.listen(3000)
