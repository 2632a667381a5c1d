const express = require('express')
const { MongoClient, ObjectId } = require('mongodb')
const mongoose = require('mongoose')
const Joi = require('joi')

const db = new MongoClient(process.env.MONGO_URL).db('shop')
const Wallet = mongoose.model('Wallet', new mongoose.Schema({ owner: String, pin: String, balance: Number }))
const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  const user = await db.collection('users').findOne({ email: req.body.email, password: req.body.password }) // expect: nosql-injection
  res.json(user)
})
app.post('/wallets/find', (req, res) => {
  Wallet.find({ owner: req.body.owner }).exec((error, wallets) => res.json(error || wallets)) // expect: nosql-injection
})
app.post('/wallets/where', async (req, res) => {
  res.json(await Wallet.find().where('owner').equals(req.body.owner)) // expect: nosql-injection
})
app.post('/wallets/count', async (req, res) => {
  res.json(await Wallet.countDocuments({ owner: req.body.owner })) // expect: nosql-injection
})
app.post('/wallets/exists', async (req, res) => {
  res.json(await Wallet.exists({ pin: req.body.pin })) // expect: nosql-injection
})
app.post('/wallets/distinct', async (req, res) => {
  res.json(await db.collection('wallets').distinct('owner', { pin: req.body.pin })) // expect: nosql-injection
})
app.post('/wallets/remove', async (req, res) => {
  await db.collection('wallets').deleteMany({ owner: req.body.owner }) // expect: nosql-injection
  res.end()
})
app.post('/wallets/replace', async (req, res) => {
  await db.collection('wallets').findOneAndUpdate({ pin: req.body.pin }, { $set: { open: true } }) // expect: nosql-injection
  res.end()
})
app.post('/wallets/expr', async (req, res) => {
  res.json(await db.collection('wallets').find({ $expr: req.body.rule }).toArray()) // expect: nosql-injection
})
app.post('/wallets/pipeline', async (req, res) => {
  res.json(await db.collection('wallets').aggregate(req.body.pipeline).toArray()) // expect: nosql-injection
})
app.post('/wallets/function', async (req, res) => {
  res.json(await db.collection('wallets').find({ $where: `this.balance > ${req.body.least}` }).toArray()) // expect: nosql-injection
})

// A filter that is built over statements.
app.get('/wallets', async (req, res) => {
  const filter = {}
  if (req.query.owner) filter.owner = req.query.owner
  res.json(await Wallet.find(filter).limit(10)) // expect-low: nosql-injection
})
app.post('/wallets/spread', async (req, res) => {
  res.json(await Wallet.findOne({ ...req.body, open: true })) // expect: nosql-injection
})
app.post('/wallets/copied', async (req, res) => {
  const filter = Object.assign({}, req.body)
  res.json(await Wallet.findOne(filter)) // expect: nosql-injection
})

// A service, a field of a class.
class WalletService {
  constructor(body) {
    this.pin = body.pin
  }
  open() {
    return Wallet.findOne({ pin: this.pin }) // expect: nosql-injection
  }
}
app.post('/wallets/service', async (req, res) => res.json(await new WalletService(req.body).open()))

// ---- Quiet neighbours -------------------------------------------------------------------------------------

app.post('/quiet/id', async (req, res) => {
  if (!ObjectId.isValid(req.body.id)) return res.status(400).end()
  res.json(await Wallet.findOne({ _id: req.body.id }))
})
app.post('/quiet/object-id', async (req, res) => {
  res.json(await db.collection('wallets').findOne({ _id: new ObjectId(req.body.id) }))
})
app.post('/quiet/number', async (req, res) => {
  res.json(await Wallet.find({ balance: { $gte: Number(req.body.least) } }).limit(10))
})
app.post('/quiet/lower', async (req, res) => {
  res.json(await Wallet.findOne({ owner: req.body.owner.toLowerCase() }))
})
app.post('/quiet/template', async (req, res) => {
  res.json(await Wallet.findOne({ owner: `${req.body.owner}` }))
})
app.post('/quiet/eq', async (req, res) => {
  res.json(await Wallet.findOne({ pin: { $eq: req.body.pin } }))
})
const schema = Joi.object({ owner: Joi.string().required() })
const validate = (rules) => (req, res, next) => {
  const { error, value } = rules.validate(req.body)
  if (error) return next(error)
  req.body = value
  next()
}
app.post('/quiet/joi', validate(schema), async (req, res) => {
  res.json(await Wallet.findOne({ owner: req.body.owner }))
})
app.get('/quiet/params/:owner', async (req, res) => {
  res.json(await Wallet.findOne({ owner: req.params.owner }))
})
app.post('/quiet/typeof', async (req, res) => {
  if (typeof req.body.pin === 'string') {
    res.json(await Wallet.findOne({ pin: req.body.pin }))
  } else {
    res.json(await Wallet.findOne({ pin: req.body.pin })) // expect: nosql-injection
  }
})
function assertString(value) {
  if (typeof value !== 'string') throw new Error('not a string')
}
app.post('/quiet/assert', async (req, res) => {
  assertString(req.body.pin)
  res.json(await Wallet.findOne({ pin: req.body.pin }))
})
const isString = (value) => typeof value === 'string'
app.post('/quiet/is-string', async (req, res) => {
  if (!isString(req.body.pin)) return res.status(400).end()
  res.json(await Wallet.findOne({ pin: req.body.pin }))
})
// It looks like a check, and lets everything through.
const isFine = (value) => value !== undefined
app.post('/is-fine', async (req, res) => {
  if (!isFine(req.body.pin)) return res.status(400).end()
  res.json(await Wallet.findOne({ pin: req.body.pin })) // expect: nosql-injection
})
app.post('/present', async (req, res) => {
  const { owner, pin } = req.body
  if (!owner || !pin) return res.status(400).end()
  res.json(await Wallet.findOne({ owner, pin })) // expect: nosql-injection
})
