import amqp from 'amqplib'
import type { SQSEvent } from 'aws-lambda'
import { PubSub } from '@google-cloud/pubsub'
import { Kafka } from 'kafkajs'
import { Pool } from 'pg'

const pool = new Pool()
const connection = await amqp.connect('amqp://localhost')
const channel = await connection.createChannel()
const kafka = new Kafka({ brokers: [] })

async function book(seat: string) {
  await pool.query('UPDATE seats SET taken = true WHERE id = $1', [seat])
}

// ---- Acknowledged before the work

await channel.consume(
  'seats',
  async (message) => {
    if (!message) return
    await book(message.content.toString())
  },
  { noAck: true }, // expect: event-handler-without-recovery
)

await channel.consume('orders', async (message) => {
  if (!message) return
  channel.ack(message) // expect: event-handler-without-recovery
  await pool.query('INSERT INTO orders (body) VALUES ($1)', [message.content.toString()])
})

new PubSub().subscription('invoices').on('message', async (message) => {
  message.ack() // expect: event-handler-without-recovery
  await pool.query('INSERT INTO invoices (body) VALUES ($1)', [String(message.data)])
})

await channel.consume('tickets', async (message) => {
  if (!message) return
  const { id } = JSON.parse(message.content.toString())
  const known = await pool.query('SELECT 1 FROM tickets WHERE id = $1', [id])
  // It was done before.
  if (known.rowCount) {
    channel.ack(message)
    return
  }
  await pool.query('INSERT INTO tickets (id) VALUES ($1)', [id])
  channel.ack(message)
})

// ---- Failures that the broker does not hear of

await kafka.consumer({ groupId: 'ledger' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('INSERT INTO ledger (body) VALUES ($1)', [String(message.value)])
    } catch (error) { // expect: event-handler-without-recovery
      console.error('could not book', error)
    }
  },
})

export async function handler(event: SQSEvent) {
  for (const record of event.Records) {
    try {
      await pool.query('INSERT INTO parcels (body) VALUES ($1)', [record.body])
    } catch (error) { // expect: event-handler-without-recovery
      console.error(error)
    }
  }
}

await channel.consume('wallets', async (message) => {
  if (!message) return
  await book(message.content.toString()).catch((error) => console.error(error)) // expect: event-handler-without-recovery
  channel.ack(message)
})

// ---- Quiet

// What fails is thrown on, and comes again.
await kafka.consumer({ groupId: 'carts' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('INSERT INTO carts (body) VALUES ($1)', [String(message.value)])
    } catch (error) {
      console.error('could not save', error)
      throw error
    }
  },
})

// What fails goes to a queue of its own.
const producer = kafka.producer()
await kafka.consumer({ groupId: 'returns' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('INSERT INTO returns (body) VALUES ($1)', [String(message.value)])
    } catch {
      await producer.send({ topic: 'returns.failed', messages: [{ value: message.value }] })
    }
  },
})

export async function partly(event: SQSEvent) {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const record of event.Records) {
    try {
      await pool.query('INSERT INTO stamps (body) VALUES ($1)', [record.body])
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  return { batchItemFailures }
}

// Acknowledged after the work, given back when it fails.
await channel.assertQueue('letters', { deadLetterExchange: 'failed' })
await channel.consume('letters', async (message) => {
  if (!message) return
  try {
    await pool.query('INSERT INTO letters (body) VALUES ($1)', [message.content.toString()])
    channel.ack(message)
  } catch {
    channel.nack(message, false, false)
  }
})

// Not acknowledged when it fails: the broker keeps it.
await channel.consume('stickers', async (message) => {
  if (!message) return
  try {
    await pool.query('INSERT INTO stickers (body) VALUES ($1)', [message.content.toString()])
    channel.ack(message)
  } catch (error) {
    console.error(error)
  }
})

// Nothing is done that anybody would miss.
await channel.consume('pings', async (message) => console.info(message?.content.toString()), { noAck: true })
