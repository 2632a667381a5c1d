// A token out of a mail is not guessed: what comes after its look-up is done for those who have one.
import bcrypt from 'bcrypt'
import { createHash } from 'node:crypto'
import express from 'express'
import { model, Schema } from 'mongoose'

const Account = model('Account', new Schema({ resetToken: String, resetCode: String, passwordHash: String }))
const app = express()
app.use(express.json())

class Refused extends Error {}

async function reset(token: string, password: string) {
  const resetToken = createHash('sha256').update(token).digest('hex')
  const account = await Account.findOne({ resetToken })
  if (!account) throw new Refused('unknown')
  const passwordHash = await bcrypt.hash(password, 12)
  await Account.updateOne({ _id: account._id }, { passwordHash })
}

async function resetHashed(token: string, password: string) {
  const passwordHash = await bcrypt.hash(password, 12)
  const account = await Account.findOne({ resetToken: token })
  if (!account) throw new Refused('unknown')
  await Account.updateOne({ _id: account._id }, { passwordHash })
}

async function resetByCode(code: string, password: string) {
  const account = await Account.findOne({ resetCode: code })
  if (!account) throw new Refused('unknown')
  const passwordHash = await bcrypt.hash(password, 12)
  await Account.updateOne({ _id: account._id }, { passwordHash })
}

async function resetByCodeInToken(code: string, password: string) {
  const account = await Account.findOne({ resetToken: code })
  if (!account) throw new Refused('unknown')
  const passwordHash = await bcrypt.hash(password, 12)
  await Account.updateOne({ _id: account._id }, { passwordHash })
}

async function resetUnasked(token: string, password: string) {
  const account = await Account.findOne({ resetToken: token })
  const passwordHash = await bcrypt.hash(password, 12)
  if (account) await Account.updateOne({ _id: account._id }, { passwordHash })
}

const found = express.Router()
found.post('/reset-password', async (request, response) => { // expect-low: missing-rate-limit
  await reset(String(request.body.token), String(request.body.password))
  response.end()
})
app.use('/found', found)

// Hashing comes first: whoever sends anything keeps the processor busy.
const hashed = express.Router()
hashed.post('/reset-password', async (request, response) => { // expect: missing-rate-limit
  await resetHashed(String(request.body.token), String(request.body.password))
  response.end()
})
app.use('/hashed', hashed)

const codedAsToken = express.Router()
codedAsToken.post('/reset-password', async (request, response) => { // expect: missing-rate-limit
  await resetByCodeInToken(String(request.body.code), String(request.body.password))
  response.end()
})
app.use('/coded-as-token', codedAsToken)

// Six digits are tried one after the other.
const coded = express.Router()
coded.post('/reset-password', async (request, response) => { // expect: missing-rate-limit
  await resetByCode(String(request.body.code), String(request.body.password))
  response.end()
})
app.use('/coded', coded)

const unasked = express.Router()
unasked.post('/reset-password', async (request, response) => { // expect: missing-rate-limit
  await resetUnasked(String(request.body.token), String(request.body.password))
  response.end()
})
app.use('/unasked', unasked)
app.listen(3000)
