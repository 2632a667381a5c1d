// A value is put into a list elsewhere, unless it is in it.
import express from 'express'
import Stripe from 'stripe'

const stripe = new Stripe('sk')
const app = express()

const blocked = async (): Promise<string[]> => (await (await fetch('https://lists.example.com/blocked')).json()) as string[]
const refused = async (): Promise<string[]> => (await (await fetch('https://lists.example.com/refused')).json()) as string[]

async function addEmailToBlocked(email: string) {
  const emails = (await blocked()) ?? []
  if (Array.isArray(emails) && emails.includes(email)) return
  const all = [...emails, email]
  await fetch('https://lists.example.com/blocked', { method: 'PATCH', body: JSON.stringify({ all }) })
}

// The list says who wants no letter, and is not what is written.
async function write(email: string) {
  const emails = await refused()
  if (emails.includes(email)) return
  await fetch('https://letters.example.com/letters', { method: 'POST', body: JSON.stringify({ email }) })
}

const eventOf = (req: express.Request) => stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), 'whsec')

app.post('/hooks/failed', express.raw({ type: '*/*' }), async (req, res) => {
  const event = eventOf(req)
  if (event.type === 'charge.failed') await addEmailToBlocked(event.data.object.receipt_email ?? '')
  res.json({ received: true })
})

app.post('/hooks/paid', express.raw({ type: '*/*' }), async (req, res) => {
  const event = eventOf(req)
  if (event.type === 'charge.succeeded') await write(event.data.object.receipt_email ?? '') // expect: missing-idempotency
  res.json({ received: true })
})
