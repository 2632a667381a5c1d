import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { PrismaClient } from '@prisma/client'
import amqp, { type Channel, type ConsumeMessage } from 'amqplib'
import { Queue, Worker } from 'bullmq'
import Redis from 'ioredis'

const prisma = new PrismaClient()
const sqs = new SQSClient({})
const url = 'https://sqs.example.com/orders'

// ---- The message goes on to a method

export class PaymentConsumer {
  private channel!: Channel

  async start() {
    const connection = await amqp.connect('amqp://localhost')
    this.channel = await connection.createChannel()
    await this.channel.consume('payments', (message) => this.onPayment(message))
    await this.channel.consume('refunds', this.onRefund.bind(this))
    await this.channel.consume('fees', (message) => this.onFee(message))
  }

  private async onPayment(message: ConsumeMessage | null) {
    if (!message) return
    this.channel.ack(message) // expect: event-handler-without-recovery
    await this.book(message.content.toString())
  }

  private async onRefund(message: ConsumeMessage | null) {
    if (!message) return
    try {
      await prisma.payment.create({ data: { body: message.content.toString() } as never })
    } catch (error) { // expect: event-handler-without-recovery
      console.error('no refund', error)
    }
    this.channel.ack(message)
  }

  private async onFee(message: ConsumeMessage | null) {
    if (!message) return
    try {
      await this.book(message.content.toString())
      this.channel.ack(message)
    } catch (error) {
      console.error('no fee', error)
      this.channel.nack(message)
    }
  }

  private async book(order: string) {
    await prisma.payment.create({ data: { order } as never })
  }
}

// ---- Messages that are asked for

export async function poll() {
  for (;;) {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }))
    for (const message of Messages ?? []) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle })) // expect: event-handler-without-recovery
      await prisma.order.update({ where: { id: 1 }, data: { status: String(message.Body) } as never })
    }
  }
}

export async function pollSafely() {
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }))
  for (const message of Messages ?? []) {
    try {
      await prisma.order.update({ where: { id: 1 }, data: { status: String(message.Body) } as never })
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }))
    } catch (error) {
      console.error('comes again', error)
    }
  }
}

// ---- Jobs that are tried again when they fail

export const settlements = new Queue('settlements', { connection: {}, defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 500 } } })

// Put into the queue every so often: the next round does it.
export const tillHealth = new Queue('till-health', { connection: {}, defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 500 } } })
new Worker('till-health', async (job) => {
  try {
    await prisma.order.update({ where: { id: job.data.id }, data: { status: 'reached' } })
  } catch (error) { // expect-low: event-handler-without-recovery
    console.error(error)
  }
}, { connection: {} })

new Worker('settlements', async (job) => {
  try {
    await prisma.payment.create({ data: job.data })
  } catch (error) { // expect: event-handler-without-recovery
    console.error('not settled', error)
  }
})

new Worker('settlements', async (job) => {
  try {
    await prisma.payment.create({ data: job.data })
  } catch (error) {
    console.error('not settled', error)
    throw error
  }
})

// ---- Channels of other processes keep nothing

const subscriber = new Redis()
void subscriber.subscribe('invoices')
subscriber.on('message', async (_channel, message) => {
  await prisma.invoice.create({ data: { body: message } as never }) // expect: event-handler-without-recovery
})

// ---- What cannot be taken out comes again

async function deleteMessage(receipt: string | undefined): Promise<void> {
  try {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: receipt }))
  } catch (error) {
    console.error('it comes again', error)
  }
}

export async function pollSeats(): Promise<void> {
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }))
  for (const message of Messages ?? []) {
    await prisma.order.update({ where: { id: 1 }, data: { status: String(message.Body) } as never })
    await deleteMessage(message.ReceiptHandle)
  }
}
