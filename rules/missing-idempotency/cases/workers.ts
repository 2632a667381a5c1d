import type { SQSEvent, SQSHandler } from 'aws-lambda'
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { Queue, Worker } from 'bullmq'
import { Kafka } from 'kafkajs'
import nodemailer from 'nodemailer'
import { Pool } from 'pg'
import Stripe from 'stripe'

const pool = new Pool()
const stripe = new Stripe('key')
const mailer = nodemailer.createTransport({})
const connection = { host: 'localhost' }

const invoiceQueue = new Queue('invoices', { connection, defaultJobOptions: { attempts: 4 } })
const onceQueue = new Queue('receipts', { connection, defaultJobOptions: { attempts: 4 } })
const singleQueue = new Queue('statistics', { connection })

export async function enqueue(orderId: number) {
  await invoiceQueue.add('invoice', { orderId })
  await onceQueue.add('receipts', { orderId }, { jobId: `receipt-${orderId}` })
  await singleQueue.add('count', { orderId })
}

new Worker('invoices', async (job) => {
  await pool.query('INSERT INTO invoices (order_id, total) VALUES ($1, $2)', [job.data.orderId, job.data.total]) // expect: missing-idempotency
  await mailer.sendMail({ to: job.data.email, subject: 'Your invoice' })
}, { connection })

// Each receipt has one job.
new Worker('receipts', async (job) => {
  await pool.query('INSERT INTO receipts (order_id) VALUES ($1)', [job.data.orderId])
  await mailer.sendMail({ to: job.data.email, subject: 'Your receipt' })
}, { connection })

// Nobody tries again.
new Worker('statistics', async (job) => {
  await pool.query('UPDATE totals SET orders = orders + 1 WHERE day = $1', [job.data.day])
}, { connection })

// The charge lacks its key, whoever calls.
new Worker('invoices', async (job) => {
  await stripe.charges.create({ amount: job.data.total, currency: 'eur', customer: job.data.customer }) // expect: missing-idempotency
}, { connection })

// One mail is all there is: when it fails it was not sent.
new Worker('invoices', async (job) => {
  await mailer.sendMail({ to: job.data.email, subject: 'Reminder' }) // expect-low: missing-idempotency
}, { connection })

new Worker('invoices', async (job) => {
  await pool.query('INSERT INTO invoices (order_id) VALUES ($1) ON CONFLICT (order_id) DO NOTHING', [job.data.orderId])
}, { connection })

// What goes wrong is written down, and the work counts as done: it only comes again when the process stops in between.
new Worker('invoices', async (job) => {
  try {
    await pool.query('INSERT INTO invoices (order_id, total) VALUES ($1, $2)', [job.data.orderId, job.data.total]) // expect-low: missing-idempotency
    await mailer.sendMail({ to: job.data.email, subject: 'Your invoice' })
  } catch (error) {
    console.error(error)
  }
}, { connection })

// The mail is not in it.
new Worker('invoices', async (job) => {
  try {
    await pool.query('INSERT INTO invoices (order_id, total) VALUES ($1, $2)', [job.data.orderId, job.data.total]) // expect: missing-idempotency
  } catch (error) {
    console.error(error)
  }
  await mailer.sendMail({ to: job.data.email, subject: 'Your invoice' })
}, { connection })

// ---- Brokers deliver at least once.

const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'ledger' })
await consumer.run({
  eachMessage: async ({ message }) => {
    const payment = JSON.parse(String(message.value))
    await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [payment.amount, payment.accountId]) // expect: missing-idempotency
  },
})

const careful = new Kafka({ brokers: [] }).consumer({ groupId: 'ledger-once' })
await careful.run({
  eachMessage: async ({ message }) => {
    const payment = JSON.parse(String(message.value))
    const { rowCount } = await pool.query('INSERT INTO processed_messages (id) VALUES ($1) ON CONFLICT DO NOTHING', [payment.id])
    if (rowCount === 0) return
    await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [payment.amount, payment.accountId])
  },
})

export const handler = async (event: SQSEvent) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body)
    await pool.query('INSERT INTO shipments (order_id) VALUES ($1)', [order.id]) // expect: missing-idempotency
    await mailer.sendMail({ to: order.email, subject: 'On its way' })
  }
}

const dynamo = new DynamoDBClient({})
export const cleanUp: SQSHandler = async (event) => {
  for (const record of event.Records) {
    await dynamo.send(new DeleteItemCommand({ TableName: 'carts', Key: { id: { S: record.body } } }))
    await dynamo.send(new PutItemCommand({ TableName: 'carts', Item: { id: { S: record.body } } }))
  }
}
