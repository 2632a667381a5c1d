// What a first request writes, a second one finds and is answered with: only two at once make it twice.
import express from 'express'
import mongoose, { Schema } from 'mongoose'
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
const Purchase = mongoose.model('Purchase', new Schema({ buyer: String, kind: String, status: String, clientSecret: String }))
const Seller = mongoose.model('Seller', new Schema({ user: String, account: String, country: String }))
const Settlement = mongoose.model('Settlement', new Schema({ payment: String, transfer: String }))

const app = express()
app.use(express.json())

function openPurchase(buyer: string, kind: string) {
  return Purchase.findOne({ buyer, kind })
}

async function intentFor(amount: number) {
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur' }) // expect-low: missing-idempotency
  return intent.client_secret ?? ''
}
app.post('/statements', async (req, res) => {
  const existing = await openPurchase(String(req.body.buyer), 'statement')
  if (existing?.status === 'paid') return res.status(409).end()
  if (existing?.status === 'pending' && existing.clientSecret) return res.json({ secret: existing.clientSecret })
  const purchase = await Purchase.create({ buyer: String(req.body.buyer), kind: 'statement', status: 'pending' })
  const clientSecret = await intentFor(500)
  await Purchase.updateOne({ _id: purchase._id }, { clientSecret })
  res.json({ secret: clientSecret })
})

// A repetition comes before it is paid, and none of the tests is about that.
app.post('/reports', async (req, res) => {
  const existing = await openPurchase(String(req.body.buyer), 'report')
  if (existing?.status === 'paid') return res.status(409).end()
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: 'eur' }) // expect: missing-idempotency
  await Purchase.create({ buyer: String(req.body.buyer), kind: 'report', status: 'pending', clientSecret: intent.client_secret })
  res.json({ secret: intent.client_secret })
})

// One of two callers looks first.
async function intentOf(amount: number) {
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur' }) // expect: missing-idempotency
  return intent.client_secret ?? ''
}
app.post('/unlocks', async (req, res) => {
  const open = await openPurchase(String(req.body.buyer), 'unlock')
  if (open?.status === 'pending') throw new Error('There is one already')
  await Purchase.create({ buyer: String(req.body.buyer), kind: 'unlock', status: 'pending', clientSecret: await intentOf(700) })
  res.end()
})
app.post('/boosts', async (req, res) => {
  await Purchase.create({ buyer: String(req.body.buyer), kind: 'boost', status: 'pending', clientSecret: await intentOf(300) })
  res.end()
})

function linkAgain(account: string) {
  return stripe.accountLinks.create({ account, type: 'account_onboarding' })
}
app.post('/sellers', async (req, res) => {
  const known = await Seller.findOne({ user: String(req.body.user) })
  if (known) return res.json(await linkAgain(String(known.account)))
  let account = ''
  try {
    const made = await stripe.accounts.create({ type: 'express' }) // expect-low: missing-idempotency
    account = made.id
  } catch {
    return res.status(502).end()
  }
  await Seller.create({ user: String(req.body.user), account })
  res.end()
})
// What was found says nothing of what is made.
app.post('/sellers/of-country', async (req, res) => {
  const known = await Seller.findOne({ user: String(req.body.user) })
  if (known?.country === 'nowhere') return res.status(400).end()
  const made = await stripe.accounts.create({ type: 'express' }) // expect: missing-idempotency
  await Seller.create({ user: String(req.body.user), account: made.id })
  res.end()
})

// Paying stays what it is, also where it is looked first.
app.post('/settlements', async (req, res) => {
  const settled = await Settlement.findOne({ payment: String(req.body.payment) })
  if (settled) return res.json(settled)
  const transfer = await stripe.transfers.create({ amount: 500, currency: 'eur', destination: String(req.body.seller) }) // expect: missing-idempotency
  res.json(await Settlement.create({ payment: String(req.body.payment), transfer: transfer.id }))
})

app.listen(3000)
