import fastify from 'fastify'
import knex from 'knex'
import twilio from 'twilio'
import sendgrid from '@sendgrid/mail'
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3'

const app = fastify()
const db = knex({ client: 'pg' })
const sms = twilio('sid', 'token')
const s3 = new S3Client({})

async function createLabel(orderId: number): Promise<{ url: string }> {
  const response = await fetch('https://carrier.example.com/labels', { method: 'POST', body: JSON.stringify({ orderId }) })
  return (await response.json()) as { url: string }
}

app.post<{ Body: { id: number; phone: string; email: string } }>('/dispatch', async (request) => {
  const label = await createLabel(request.body.id) // expect: slow-work-in-request
  await db('orders').where({ id: request.body.id }).update({ label: label.url })
  await sms.messages.create({ to: request.body.phone, from: '1', body: 'On its way' })
  await sendgrid.send({ to: request.body.email, from: 'a@example.com', subject: 'On its way', text: label.url })
  return label
})

// A token, and then what it is for.
app.get('/profile', async () => {
  const token = await fetch('https://login.example.com/token', { method: 'POST' })
  const profile = await fetch('https://login.example.com/me', { headers: { authorization: await token.text() } })
  return profile.json()
})

// One slow service, and reading a file.
app.post<{ Body: { email: string } }>('/brochures', async (request, reply) => {
  const file = await s3.send(new GetObjectCommand({ Bucket: 'files', Key: 'brochure' }))
  await sendgrid.send({ to: request.body.email, from: 'a@example.com', subject: 'Brochure', text: String(file.ETag) })
  return reply.code(204).send()
})

// The other service is asked when the first does not answer.
app.post<{ Body: { email: string; phone: string } }>('/codes', async (request, reply) => {
  await sendgrid.send({ to: request.body.email, from: 'a@example.com', subject: 'Code', text: '1234' }).catch(() => sms.messages.create({ to: request.body.phone, from: '1', body: '1234' }))
  return reply.code(204).send()
})
