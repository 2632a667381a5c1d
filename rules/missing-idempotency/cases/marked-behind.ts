// A row that came with another one says whether it was done, and is marked once it is.
import { PrismaClient } from '@prisma/client'
import { Queue, Worker, type Job } from 'bullmq'
import nodemailer from 'nodemailer'

const prisma = new PrismaClient()
const mailer = nodemailer.createTransport({})
const connection = { host: 'localhost' }

const reminders = new Queue('reminders', { connection })
const greetings = new Queue('greetings', { connection })
const notes = new Queue('notes', { connection })
export const remind = (id: number) => reminders.add('all', { id }, { attempts: 5 })
export const greet = (id: number) => greetings.add('all', { id }, { attempts: 5 })
export const note = (id: number) => notes.add('all', { id }, { attempts: 5 })

const customerOf = (id: number) => prisma.customer.findUniqueOrThrow({ where: { id }, include: { invoices: true } })

new Worker('reminders', async (job: Job<{ id: number }>) => {
  const customer = await customerOf(job.data.id)
  for (const invoice of customer.invoices) {
    const isTold = invoice.status && invoice.status >= 'told'
    if (!isTold) {
      await mailer.sendMail({ to: customer.email ?? '', subject: 'Please pay' })
      await prisma.invoice.update({ where: { id: invoice.id }, data: { status: 'told' } })
    }
  }
}, { connection })

// What is marked is another row.
new Worker('greetings', async (job: Job<{ id: number }>) => {
  const customer = await customerOf(job.data.id)
  for (const invoice of customer.invoices) {
    const isTold = invoice.status && invoice.status >= 'told'
    if (!isTold) {
      await mailer.sendMail({ to: customer.email ?? '', subject: 'Welcome' }) // expect: missing-idempotency
      await prisma.order.update({ where: { id: job.data.id }, data: { status: 'told' } })
    }
  }
}, { connection })

// Another column is written.
new Worker('notes', async (job: Job<{ id: number }>) => {
  const customer = await customerOf(job.data.id)
  for (const invoice of customer.invoices) {
    if (!invoice.status) {
      await mailer.sendMail({ to: customer.email ?? '', subject: 'Your invoice' }) // expect: missing-idempotency
      await prisma.invoice.update({ where: { id: invoice.id }, data: { pdf: 'sent' } })
    }
  }
}, { connection })
