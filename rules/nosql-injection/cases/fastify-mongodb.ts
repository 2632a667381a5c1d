import Fastify from 'fastify'
import { MongoClient, ObjectId } from 'mongodb'

const client = new MongoClient('mongodb://localhost')
const sessions = client.db('shop').collection('sessions')
const app = Fastify()

app.post<{ Body: { token: string } }>('/session', async (request) => sessions.findOne({ token: request.body.token })) // expect: nosql-injection

app.get<{ Querystring: Record<string, string> }>('/sessions', async (request) => sessions.find(request.query).toArray()) // expect: nosql-injection

// ---- Quiet neighbours -------------------------------------------------------------------------------------

// What Fastify reads from the query string are strings.
app.get<{ Querystring: { token: string } }>('/quiet/session', async (request) => sessions.findOne({ token: request.query.token }))

app.post<{ Body: { token: string } }>(
  '/quiet/schema',
  { schema: { body: { type: 'object', properties: { token: { type: 'string' } }, required: ['token'] } } },
  async (request) => sessions.findOne({ token: request.body.token }),
)

app.post<{ Body: { token: string } }>(
  '/schema-of-the-query',
  { schema: { querystring: { type: 'object' } } },
  async (request) => sessions.findOne({ token: request.body.token }), // expect: nosql-injection
)

app.post<{ Body: { id: string } }>('/quiet/id', async (request) => sessions.findOne({ _id: new ObjectId(request.body.id) }))

app.post<{ Body: { from: string } }>('/quiet/date', async (request) => sessions.find({ startedAt: { $gte: new Date(request.body.from) } }).toArray())
