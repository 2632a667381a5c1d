// Who sends a secret that the program has from its environment is known.
import { timingSafeEqual } from 'node:crypto'
import express from 'express'
import { Schema, model } from 'mongoose'

const Rate = model('Rate', new Schema({ currency: String, value: Number }))
const { HOOK_SECRET = '', API_VERSION = '1' } = process.env
const app = express()
app.use(express.json())

async function isSame(one: string, other: string) {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

async function take({ secret, currency }: { secret: string; currency: string }) {
  if (!HOOK_SECRET || !(await isSame(secret, HOOK_SECRET))) throw new Error('not from them')
  return Rate.updateMany({ currency }, { value: 1 })
}
app.post('/rates', async (req, res) => {
  res.json(await take(req.body))
})
app.post('/rates/plain', async (req, res) => {
  if (req.body.secret !== process.env.RATES_SECRET) throw new Error('not from them')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 2 }))
})

// Neither a version nor a code that is kept for somebody says who sends it.
app.post('/rates/version', async (req, res) => {
  if (req.body.version !== API_VERSION) throw new Error('too old')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 3 })) // expect: nosql-injection
})
app.post('/rates/stored', async (req, res) => {
  const rate = await Rate.findOne({ value: 4 })
  if (!(await isSame(String(req.body.secret), String(rate?.currency)))) throw new Error('wrong')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 4 })) // expect: nosql-injection
})
