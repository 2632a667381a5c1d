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

// A scheduler calls it, and waits as long as it takes.
app.post<{ Body: { email: string } }>('/cron/reports', async (request) => {
  const report = await createLabel(1)
  await sendgrid.send({ to: request.body.email, from: 'a@example.com', subject: 'Report', text: report.url })
  return report
})

// One message of the two is sent.
app.post<{ Body: { email: string; taken: number } }>('/accounts', async (request, reply) => {
  const { email, taken } = request.body
  if (taken === 0) await sendgrid.send({ to: email, from: 'a@example.com', subject: 'Welcome', text: 'Welcome' })
  if (taken > 0) await sms.messages.create({ to: email, from: '1', body: 'Somebody tried your address' })
  return reply.code(204).send()
})

async function notify(to: string): Promise<void> {
  if (process.env['SMS']) return void (await sms.messages.create({ to, from: '1', body: 'New seat' }))
  await sendgrid.send({ to, from: 'a@example.com', subject: 'New seat', text: 'New seat' })
}

// All owners are told at the same time, each in one way.
app.post<{ Body: { owners: string[] } }>('/seats', async (request, reply) => {
  await Promise.all(request.body.owners.map((owner) => notify(owner)))
  return reply.code(204).send()
})

// What was asked for is the message, and the answer says whether it went out.
app.post<{ Body: { id: number; email: string } }>('/labels/mail', async (request, reply) => {
  const label = await createLabel(request.body.id) // expect-low: slow-work-in-request
  const sent = await sendgrid.send({ to: request.body.email, from: 'a@example.com', subject: 'Label', text: label.url })
  return reply.code(sent[0].statusCode === 202 ? 204 : 502).send()
})

// Nobody is told unless it fails.
app.post<{ Body: { id: number } }>('/labels', async (request) => {
  try {
    return await createLabel(request.body.id)
  } catch (error) {
    await sendgrid.send({ to: 'duty@example.com', from: 'a@example.com', subject: 'No label', text: String(error) })
    throw error
  }
})
