// An event that is only handed on, with its signature, is looked at by whoever gets it.
import express from 'express'
import Stripe from 'stripe'

const stripe = new Stripe('key')
const app = express()

app.post('/webhooks/billing', express.raw({ type: '*/*' }), async (req, res) => {
  const headers = { 'stripe-signature': String(req.headers['stripe-signature']), 'content-type': 'application/json' }
  const response = await fetch('http://billing.internal/webhooks/stripe', { method: 'POST', body: req.body, headers })
  res.status(response.status).end()
})

// Whoever looks at the signature himself handles the event.
app.post('/webhooks/shop', express.raw({ type: '*/*' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), 'whsec')
  if (event.type === 'charge.succeeded') await fetch('http://shop.internal/parcels', { method: 'POST', body: JSON.stringify(event.data.object) }) // expect: missing-idempotency
  res.json({ received: true })
})
