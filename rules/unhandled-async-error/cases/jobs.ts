import Bull from 'bull'
import { Worker } from 'bullmq'
import { CronJob } from 'cron'
import cron from 'node-cron'
import fastify from 'fastify'
import Koa from 'koa'
import { Hono } from 'hono'
import { Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import mongoose, { Schema } from 'mongoose'

const Invoice = mongoose.model('Invoice', new Schema({ sent: Boolean }))

async function sendInvoices() {
  await Invoice.updateMany({ sent: false }, { sent: true })
}

cron.schedule('0 * * * *', async () => { // expect: unhandled-async-error
  await sendInvoices()
})
new CronJob('0 * * * *', sendInvoices).start() // expect: unhandled-async-error

const queue = new Bull('invoices')
queue.process(async (job) => {
  await Invoice.deleteOne({ _id: job.data.id })
})
queue.process('remind', async (job, done) => { // expect: unhandled-async-error
  await Invoice.updateOne({ _id: job.data.id }, { reminded: true })
  done()
})
// The queue deals with what fails in them.
const workers = { print: async (_job: Bull.Job) => sendInvoices(), mail: async (_job: Bull.Job) => sendInvoices() }
Object.entries(workers).map(([name, run]) => queue.process(name, run)) // expect-low: unhandled-async-error
new Worker('invoices', async (job) => {
  await Invoice.deleteOne({ _id: job.data.id })
})

const server = fastify()
server.get('/invoices', async () => Invoice.find().limit(20))

const koa = new Koa()
koa.use(async (ctx) => {
  ctx.body = await Invoice.countDocuments()
})

const hono = new Hono()
hono.get('/invoices', async (c) => c.json(await Invoice.find().limit(20)))

@Injectable()
export class InvoiceJobs {
  @Cron('0 * * * *')
  async send() {
    await sendInvoices()
  }
}
