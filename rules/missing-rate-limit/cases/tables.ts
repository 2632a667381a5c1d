// Routes that are registered from tables: what an element says of itself decides which registration is its own.
import express, { type Request, type RequestHandler, type Response } from 'express'
import { type IncomingHttpHeaders } from 'node:http'
import jwt from 'jsonwebtoken'

interface Endpoint {
  readonly path: string
  readonly type: 'get' | 'post'
  readonly guard?: RequestHandler
  readonly handler: (req: Request, res: Response) => Promise<void>
}

const answered = async (_req: Request, res: Response) => void res.json({ ok: true })

const asWritten: Endpoint[] = [
  { path: '/login', type: 'get', handler: answered },
  { path: '/orders', type: 'post', handler: answered },
]

const partners = express()
asWritten.forEach((endpoint) => {
  if (endpoint.type === 'get') {
    partners.get(endpoint.path, endpoint.handler)
  } else if (endpoint.type === 'post') {
    partners.post(endpoint.path, endpoint.handler)
  }
})
partners.listen(3000)

const switched: Endpoint[] = [
  { path: '/signin', type: 'get', handler: answered },
  { path: '/login', type: 'post', handler: answered },
]

const shops = express()
for (const { path, type, handler } of switched) {
  switch (type) {
    case 'get':
      shops.get(path, handler)
      break
    case 'post':
      shops.post(path, handler) // expect: missing-rate-limit
      break
  }
}
shops.listen(3001)

const left: Endpoint[] = [
  { path: '/signup', type: 'get', handler: answered },
  { path: '/forgot-password', type: 'post', handler: answered },
]

const carriers = express()
for (const endpoint of left) {
  if (endpoint.type === 'get') continue
  carriers.post(endpoint.path, endpoint.handler) // expect: missing-rate-limit
}
carriers.listen(3002)

// What is changed before it is asked is not what is written.
const changed: { path: string; type: string; handler: RequestHandler }[] = [{ path: '/register', type: 'GET', handler: answered }]

const hotels = express()
changed.forEach((endpoint) => {
  endpoint.type = process.env.LOGIN_METHOD ?? endpoint.type
  if (endpoint.type === 'POST') hotels.post(endpoint.path, endpoint.handler) // expect: missing-rate-limit
})
hotels.listen(3003)

/** Who sent the request; undefined where nobody did that is known. */
function readToken(headers: IncomingHttpHeaders): { workspace: string } | undefined {
  try {
    return jwt.verify((headers.authorization ?? '').slice(7), 'secret') as { workspace: string }
  } catch {
    return undefined
  }
}

// A consent page is for whoever is known already, whatever the path is called.
const calendars = express()
calendars.post('/signin', async (req, res) => {
  try {
    const token = readToken(req.headers)
    if (token === undefined) {
      res.status(401).send()
      return
    }
    res.send(`https://accounts.google.com/o/oauth2/v2/auth?state=${token.workspace}`)
  } catch {
    res.status(500).send()
  }
})
calendars.post('/login', async (req, res) => { // expect: missing-rate-limit
  const token = readToken(req.headers)
  if (token === undefined) console.warn('nobody is known')
  res.json({ ok: true })
})
calendars.listen(3004)
