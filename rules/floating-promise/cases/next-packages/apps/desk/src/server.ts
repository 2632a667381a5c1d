import { forgetLetters } from '@hall/mail'
import express from 'express'

const app = express()

app.post('/letters/:id/sent', async (req, res) => {
  await forgetLetters(req.params.id)
  res.json({ sent: true })
})

app.listen(3000)
