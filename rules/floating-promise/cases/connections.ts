// What opens a connection, and what is only said to a channel that is open.
import amqp from 'amqplib'
import mongoose from 'mongoose'

export async function listen(work: (text: string) => Promise<void>) {
  const connection = await amqp.connect('amqp://localhost')
  const channel = await connection.createChannel()
  channel.prefetch(1) // expect-low: floating-promise
  channel.assertQueue('seats', { durable: true }) // expect: floating-promise
  await channel.consume('seats', async (message) => {
    if (message) await work(message.content.toString())
  })
}

// The listener learns of it, and the promise is rejected all the same.
export function connect() {
  mongoose.connection.on('error', (error: Error) => console.error('no database', error))
  mongoose.connect('mongodb://localhost/shop') // expect: floating-promise
}
