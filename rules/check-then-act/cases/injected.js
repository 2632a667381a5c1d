const express = require('express')
const mongoose = require('mongoose')

const Account = mongoose.model('Account', new mongoose.Schema({ owner: String, email: String, balance: Number }))
const Seat = mongoose.model('Seat', new mongoose.Schema({ number: String, status: String, holderId: String }))

/** Models come from outside, and nothing says what they are. */
function createAccounts({ Account }) {
  async function withdraw(id, amount) {
    const account = await Account.findById(id) // expect: check-then-act
    if (account.balance < amount) throw new Error('the balance is too low')
    account.balance -= amount
    await account.save()
  }

  async function withdrawAtOnce(id, amount) {
    const account = await Account.findOneAndUpdate({ _id: id, balance: { $gte: amount } }, { $inc: { balance: -amount } })
    if (!account) throw new Error('the balance is too low')
  }

  return { withdraw, withdrawAtOnce }
}

class Members {
  constructor(models) {
    this.models = models
  }

  async join(email) {
    const { Account } = this.models
    const known = await Account.findOne({ email }) // expect: check-then-act
    if (known) throw new Error('known')
    return Account.create({ email })
  }

  // An existing row takes the address.
  async move(id, email) {
    const { Account } = this.models
    const taken = await Account.findOne({ email }) // expect: check-then-act
    if (taken) throw new Error('taken')
    await Account.updateOne({ _id: id }, { email })
  }

  // The same row is looked for, and a state is nobody's.
  async rename(id, owner) {
    const { Account } = this.models
    const account = await Account.findOne({ _id: id, owner })
    if (account) return
    await Account.updateOne({ _id: id }, { owner })
  }

  async take(id, userId) {
    const { Seat } = this.models
    const seat = await Seat.findById(id) // expect: check-then-act
    if (seat.status !== 'free') throw new Error('taken')
    seat.status = 'held'
    seat.holderId = userId
    await seat.save()
  }

  async takeAtOnce(id, userId) {
    const { Seat } = this.models
    const { modifiedCount } = await Seat.updateOne({ _id: id, status: 'free' }, { status: 'held', holderId: userId })
    if (modifiedCount === 0) throw new Error('taken')
  }
}

const accounts = createAccounts({ Account })
const members = new Members({ Account, Seat })
const app = express()

app.post('/withdrawals', async (req, res) => {
  await accounts.withdraw(req.body.id, req.body.amount)
  await accounts.withdrawAtOnce(req.body.id, req.body.amount)
  res.sendStatus(204)
})

app.post('/members', async (req, res) => {
  await members.join(req.body.email)
  await members.move(req.user.id, req.body.email)
  await members.rename(req.user.id, req.body.owner)
  await members.take(req.body.seat, req.user.id)
  await members.takeAtOnce(req.body.seat, req.user.id)
  res.sendStatus(204)
})

module.exports = app
