// A token out of a mail is not guessed: what comes after its look-up is done for those who have one.
import bcrypt from 'bcrypt'
import { createHash } from 'node:crypto'
import express from 'express'
import Redis from 'ioredis'
import { model, Schema } from 'mongoose'

const Account = model('Account', new Schema({ name: String, resetToken: String, resetCode: String, passwordHash: String }))
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

// ---- The token is looked up in another class ----------------------------------------------------------------------------

const redis = new Redis()

interface Sessions {
  accountOfToken(token: string): Promise<string | undefined>
}

class StoredSessions implements Sessions {
  async accountOfToken(token: string) {
    return (await redis.get(`session:${token}`)) ?? undefined
  }
}

class Authenticate {
  constructor(private readonly sessions: Sessions) {}

  async execute({ token }: { token: string }) {
    const account = await this.sessions.accountOfToken(token)
    if (account === undefined) return { isKnown: false }
    return { isKnown: true, account }
  }
}

class SignIn {
  async execute({ name, password }: { name: string; password: string }) {
    const account = await Account.findOne({ name })
    if (!account) return { isKnown: false }
    return { isKnown: await bcrypt.compare(password, String(account.passwordHash)) }
  }
}

const authenticate = new Authenticate(new StoredSessions())
const looked = express.Router()
looked.post('/authenticate/:token', async (request, response) => { // expect-low: missing-rate-limit
  const { isKnown } = await authenticate.execute({ token: request.params.token })
  if (!isKnown) return void response.sendStatus(401)
  response.end()
})
app.use('/looked', looked)

const signIn = new SignIn()
const typed = express.Router()
typed.post('/authenticate', async (request, response) => { // expect: missing-rate-limit
  const { isKnown } = await signIn.execute({ name: String(request.body.name), password: String(request.body.password) })
  if (!isKnown) return void response.sendStatus(401)
  response.end()
})
app.use('/typed', typed)

// ---- An upload for those who were given a token -----------------------------------------------------------------------------

const uploads = express.Router()
uploads.put('/:token/upload', async (request, response) => { // expect-low: missing-rate-limit
  const { token } = request.params
  const place = await redis.get(`upload:${token}`)
  if (!place) throw new Refused(`unknown: ${token}`)
  await Account.create({ name: place })
  response.end()
})
app.use('/uploads', uploads)

const openUploads = express.Router()
openUploads.put('/:folder/upload', async (request, response) => { // expect: missing-rate-limit
  const { folder } = request.params
  const place = await Account.findOne({ name: folder })
  if (!place) throw new Refused(`unknown: ${folder}`)
  await Account.create({ name: `${folder}/upload` })
  response.end()
})
app.use('/open-uploads', openUploads)
app.listen(3000)
