import amqp from 'amqplib'
import { Pool } from 'pg'

const pool = new Pool()
const connection = await amqp.connect('amqp://localhost')
const channel = await connection.createChannel()
await channel.assertQueue('payments', { durable: true })

await channel.consume('payments', async (message) => {
  if (!message) return
  try {
    await pool.query('INSERT INTO payments (body) VALUES ($1)', [message.content.toString()])
    channel.ack(message)
  } catch {
    channel.nack(message, false, false) // expect: event-handler-without-recovery
  }
})

// Delivered again.
await channel.consume('deposits', async (message) => {
  if (!message) return
  try {
    await pool.query('INSERT INTO deposits (body) VALUES ($1)', [message.content.toString()])
    channel.ack(message)
  } catch {
    channel.nack(message, false, true)
  }
})
