import amqp, { type Channel } from 'amqplib'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { SQSEvent } from 'aws-lambda'
import express, { type Request } from 'express'
import { Kafka } from 'kafkajs'
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'

const pool = new Pool()
const kafka = new Kafka({ brokers: ['kafka:9092'] })
let channel: Channel

export async function connect(): Promise<void> {
  const connection = await amqp.connect('amqp://localhost')
  channel = await connection.createChannel()
}

/** Hands on what a queue delivers. */
const consume = (queue: string, handle: (message: any) => Promise<void>) =>
  channel.consume(queue, async (message) => {
    if (!message) return
    await handle(JSON.parse(message.content.toString()))
    channel.ack(message)
  })

async function subscribe(topic: string, handle: (message: any) => Promise<void>): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'billing' })
  await consumer.subscribe({ topic })
  await consumer.run({ eachMessage: async ({ message }) => handle(JSON.parse(String(message.value))) })
}

export async function start(): Promise<void> {
  await consume('payments', async (payment) => {
    await pool.query('INSERT INTO credits (account_id, amount) VALUES ($1, $2)', [payment.accountId, payment.amount]) // expect: missing-idempotency
  })
  await consume('refunds', async (refund) => {
    await pool.query('INSERT INTO refunds (id, amount) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [refund.id, refund.amount])
  })
  await subscribe('shipments', async (shipment) => {
    await pool.query('UPDATE products SET stock = stock - $1 WHERE id = $2', [shipment.count, shipment.productId]) // expect: missing-idempotency
  })
}

const app = express()
function post(path: string, handle: (req: Request) => Promise<unknown>): void {
  app.post(path, async (req, res, next) => {
    try {
      res.json(await handle(req))
    } catch (error) {
      next(error)
    }
  })
}

post('/orders', async (req) => {
  await pool.query('INSERT INTO orders (customer_id, total) VALUES ($1, $2)', [req.body.customerId, req.body.total]) // expect: missing-idempotency
})
post('/orders/:id/notes', async (req) => ({ id: req.params.id }))

const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}))
export const handler = async (event: SQSEvent) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body)
    // An item under an id of its own is another item each time.
    await dynamo.send(new PutCommand({ TableName: 'parcels', Item: { id: randomUUID(), order: order.id } })) // expect: missing-idempotency
    await dynamo.send(new PutCommand({ TableName: 'invoices', Item: { id: order.id, total: order.total } }))
  }
}
