// Codes that an identity service checks are counted there.
import { createClient } from '@supabase/supabase-js'
import express, { Router, type Request, type Response } from 'express'

const client = createClient(String(process.env.IDENTITY_URL), String(process.env.IDENTITY_KEY))

const handedOn = Router()
handedOn.post('/verify-otp', async (req: Request, res: Response) => {
  const { data } = await client.auth.verifyOtp({ email: String(req.body.email), token: String(req.body.token), type: 'email' })
  res.json({ isKnown: data.session !== null })
})

// Here the code is compared with what was stored.
const own = Router()
own.post('/verify-otp', async (req: Request, res: Response) => { // expect: missing-rate-limit
  const { data } = await client.from('codes').select('code').eq('email', String(req.body.email)).single()
  res.json({ isKnown: data?.code === req.body.token })
})

const app = express()
app.use('/handed-on', handedOn)
app.use('/own', own)
app.listen(3000)
