import fastify from 'fastify'
import knex from 'knex'
import PgBoss from 'pg-boss'
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns'
import { createClient } from 'redis'

const app = fastify()
const db = knex({ client: 'pg' })
const boss = new PgBoss('postgres://localhost')
const sns = new SNSClient({})
const redis = createClient()

app.post('/contracts', async (request) => {
  const [contract] = await db('contracts').insert({ text: request.body.text }).returning('*') // expect: dual-write
  await sns.send(new PublishCommand({ TopicArn: 'contracts', Message: JSON.stringify(contract) }))
  return contract
})

// The job is a row of the same transaction.
app.post('/exports', async (request) => {
  return db.transaction(async (trx) => {
    const [row] = await trx('exports').insert({ owner: request.body.owner }).returning('*')
    await boss.send('exports', { id: row.id }, { db: { executeSql: (text, values) => trx.raw(text, values) } })
    return row
  })
})

// Nobody keeps this message for those who do not listen: whoever sends it does not count on it.
app.post('/rooms/:id/topic', async (request) => {
  await db('rooms').where({ id: request.params.id }).update({ topic: request.body.topic }) // expect-low: dual-write
  await redis.publish('rooms', request.params.id)
  return {}
})
