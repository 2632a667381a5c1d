const { WebClient } = require('@slack/web-api')
const express = require('express')
const mongoose = require('mongoose')
const { PrismaClient } = require('@prisma/client')
const { bot } = require('./bot')
const { schedule } = require('./bot')

const prisma = new PrismaClient()
const slack = new WebClient(process.env.SLACK_TOKEN)
const app = express()

const Seat = mongoose.model('Seat', new mongoose.Schema({ number: String, status: String }))
const Tag = mongoose.model('Tag', new mongoose.Schema({ venue: String, names: [String] }))
const Guest = mongoose.model('Guest', new mongoose.Schema({ email: String, visits: Number }))

// Each is run when its button is pressed.
function registerButtons() {
  bot.onAction('confirm', async (event) => {
    await prisma.booking.update({ where: { id: event.id }, data: { status: 'confirmed' } })
  })
  bot.onAction('refuse', async (event) => {
    await prisma.refusal.create({ data: { bookingId: event.id } })
  })
}

const { tool } = require('./bot')

function closeTool(seatId) {
  return tool({
    execute: async () => prisma.seat.update({ where: { id: seatId }, data: { status: 'closed' } }),
  })
}

const noteTool = (seatId) =>
  tool({
    execute: async ({ text }) => {
      await prisma.note.create({ data: { seatId, text } })
    },
  })

function toolsFor(seatId) {
  return { close: closeTool(seatId), note: noteTool(seatId) }
}

// What is awaited runs here.
app.post('/bookings', async (req, res) => {
  await schedule(async () => {
    await prisma.booking.create({ data: { seatId: req.body.seatId } }) // expect: missing-transaction
    await prisma.seat.update({ where: { id: req.body.seatId }, data: { status: 'taken' } })
  })
  res.sendStatus(201)
})

// Each by itself, and nobody looks at the failures.
app.delete('/guests/:id', async (req, res) => {
  await Promise.allSettled([
    prisma.guest.delete({ where: { id: req.params.id } }), // expect-low: missing-transaction
    prisma.voucher.deleteMany({ where: { guestId: req.params.id } }),
    slack.chat.postMessage({ channel: 'guests', text: 'gone' }),
  ])
  res.sendStatus(204)
})

app.post('/guests/:id/upgrade', async (req, res) => {
  const results = await Promise.allSettled([
    prisma.guest.update({ where: { id: req.params.id }, data: { level: 'gold' } }), // expect: missing-transaction
    prisma.voucher.create({ data: { guestId: req.params.id, value: 20 } }),
  ])
  if (results.some(({ status }) => status === 'rejected')) return res.sendStatus(500)
  res.sendStatus(204)
})

// Made where it is missing: the next try finds it.
app.post('/venues/:id/folders', async (req, res) => {
  const folder = await prisma.folder.upsert({ where: { venueId: req.params.id }, update: {}, create: { venueId: req.params.id } }) // expect-low: missing-transaction
  await prisma.venue.update({ where: { id: req.params.id }, data: { folderId: folder.id } })
  res.sendStatus(204)
})

// Both leave out what is there already.
app.post('/imports', async (req, res) => {
  await prisma.supplier.createMany({ data: req.body.suppliers, skipDuplicates: true })
  await prisma.product.createMany({ data: req.body.products, skipDuplicates: true })
  res.sendStatus(204)
})

// A word that is missing in a list of words.
app.post('/seats', async (req, res) => {
  const seat = await Seat.create({ number: req.body.number, status: 'free' }) // expect-low: missing-transaction
  await Tag.updateOne({ venue: req.body.venue }, { $addToSet: { names: req.body.tag } }, { upsert: true })
  res.json(seat)
})

app.post('/seats/:id/take', async (req, res) => {
  await Seat.updateOne({ _id: req.params.id }, { status: 'taken' }) // expect: missing-transaction
  await Guest.updateOne({ email: req.body.email }, { $inc: { visits: 1 } }, { upsert: true })
  res.sendStatus(204)
})

// A workflow goes on with the step in which it stopped.
async function renew(context) {
  await context.run('extend', async () => prisma.subscription.update({ where: { id: context.id }, data: { status: 'active' } })) // expect-low: missing-transaction
  await context.run('bill', async () => prisma.invoice.create({ data: { subscriptionId: context.id } }))
}

// Tried again as a whole, it sets both again.
async function close(context) {
  await context.run('close', async () => {
    await prisma.subscription.update({ where: { id: context.id }, data: { status: 'closed' } }) // expect-low: missing-transaction
    await prisma.voucher.deleteMany({ where: { subscriptionId: context.id } })
  })
}

// A row that says that something ran.
app.post('/flows/:id/run', async (req, res) => {
  await prisma.execution.create({ data: { flowId: req.params.id } }) // expect-low: missing-transaction
  await prisma.flow.update({ where: { id: req.params.id }, data: { published: true } })
  res.sendStatus(204)
})

// What it sets, it sets again the next time.
async function syncSeats(venueId) {
  await prisma.venue.update({ where: { id: venueId }, data: { stale: false } }) // expect-low: missing-transaction
  await prisma.seat.updateMany({ where: { venueId }, data: { checked: true } })
}

module.exports = { app, toolsFor, close, registerButtons, renew, syncSeats }

// How often and when: a number that people look at; what somebody owns is none.
app.post('/links/:id/leads', async (req, res) => {
  const guest = await prisma.guest.create({ data: { email: req.body.email } }) // expect-low: missing-transaction
  await prisma.link.update({ where: { id: req.params.id }, data: { leads: { increment: 1 }, lastLeadAt: new Date() } })
  res.json(guest)
})

app.post('/wallets/:id/orders', async (req, res) => {
  const order = await prisma.order.create({ data: { walletId: req.params.id } }) // expect: missing-transaction
  await prisma.wallet.update({ where: { id: req.params.id }, data: { points: { increment: 5 }, lastOrderAt: new Date() } })
  res.json(order)
})

// Numbers of readers are looked at, whatever they are called.
app.post('/articles/:id/read', async (req, res) => {
  await prisma.reader.create({ data: { articleId: req.params.id } }) // expect-low: missing-transaction
  await prisma.article.update({ where: { id: req.params.id }, data: { totalClicks: { increment: 1 } } })
  res.end()
})

app.post('/articles/:id/buy', async (req, res) => {
  await prisma.reader.create({ data: { articleId: req.params.id } }) // expect: missing-transaction
  await prisma.article.update({ where: { id: req.params.id }, data: { totalCents: { increment: 100 } } })
  res.end()
})

// Each of many by itself.
app.post('/rooms/check', async (req, res) => {
  await prisma.check.create({ data: { by: req.body.by } }) // expect-low: missing-transaction
  const results = await Promise.all(
    req.body.rooms.map(async (room) => {
      try {
        await prisma.room.create({ data: { number: room.number } })
        return { room, done: true }
      } catch (error) {
        return { room, done: false, error }
      }
    }),
  )
  res.json(results)
})

// Each request finds what the one before it left.
async function findOrAddGuest(email) {
  const guest = (await prisma.guest.findFirst({ where: { email } })) ?? (await prisma.guest.create({ data: { email } })) // expect-low: missing-transaction
  await prisma.membership.create({ data: { guestId: guest.id } })
  return guest
}

async function loadVenue(slug) {
  const venue = await prisma.venue.create({ data: { slug } }) // expect-low: missing-transaction
  await prisma.calendar.create({ data: { venueId: venue.id } })
  return venue
}

module.exports.guests = { findOrAddGuest, loadVenue }
