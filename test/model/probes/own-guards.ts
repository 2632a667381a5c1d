// Handlers that find out themselves who asks.
import express, { type Request } from 'express'
import * as validator from 'express-openapi-validator'
import jwt from 'jsonwebtoken'

class Unauthorized extends Error {
  readonly status = 401
}
const members = new Map<string, { name: string; key: string }>()
const app = express()

function sessionOf(req: Request): { name: string } | undefined {
  const token = req.headers.authorization
  if (!token) return undefined
  try {
    return jwt.verify(token, 'key') as { name: string }
  } catch {
    return undefined
  }
}
function ownerOf(req: Request): string {
  const user = members.get(String(req.headers['x-user']))
  if (!user) throw new Unauthorized('nobody')
  return user.name
}

app.get('/mine', (req, res) => { // guards: auth
  const session = sessionOf(req)
  if (!session) return void res.status(401).end()
  res.json(session)
})
app.delete('/mine', (req, res) => { // guards: auth
  members.delete(ownerOf(req))
  res.end()
})
app.all('/theirs', (req, res) => { // guards: auth
  if (req.method === 'POST') {
    const session = sessionOf(req)
    if (!session) return void res.status(401).end()
  }
  res.end()
})
app.patch('/mine/:id', (req, res) => { // guards: auth
  const user = members.get(req.params['id'] ?? '')
  res.status(user && req.headers.cookie === user.key ? 200 : 401).end()
})

// How often the application itself may ask others limits nobody who asks it.
const rateLimit = <T>(client: T, most: { perSecond: number }): T => (most.perSecond > 0 ? client : client)
app.get('/films', async (_req, res) => { // guards: -
  const films = rateLimit(fetch, { perSecond: 5 })
  res.json(await films('https://films.example.com'))
})
app.use('/described', validator.middleware({ apiSpec: 'api.yaml' }))
app.get('/described', (_req, res) => { // guards: validate
  res.end()
})

// A webhook whose sender is checked by what came with it.
function verifySender(headers: Request['headers'], body: string): boolean {
  return headers['x-signed'] === body
}
app.post('/paid', (req, res) => { // guards: auth
  if (!verifySender(req.headers, String(req.body))) throw new Error('not from there')
  res.end()
})

// Only where somebody is named is it asked who that is.
app.post('/tickets', (req, res) => { // guards: -
  if (req.body.engineer) {
    const session = sessionOf(req)
    if (!session) return void res.status(401).end()
  }
  res.end()
})
// Who comes in is not known yet, and what is answered is no question.
app.post('/login', (req, res) => { // guards: -
  const user = members.get(req.body.name)
  if (!user) throw new Unauthorized('wrong name')
  res.json({ token: user.key })
})
app.post('/checkout', (req, res) => { // guards: -
  if (req.body.mode === 'subscription' && !req.body.personId) throw new Unauthorized('a subscription needs a person')
  res.json({ session: 'started' })
})
app.post('/refresh', async (_req, res) => { // guards: -
  try {
    res.json({ token: await fetch('https://id.example.com') })
  } catch (error) {
    if (String(error).includes('token')) throw new Unauthorized('gone')
  }
})
