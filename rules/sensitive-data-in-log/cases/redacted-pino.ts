import Fastify from 'fastify'
import pino from 'pino'
import { pinoHttp } from 'pino-http'

const covered = pino({ redact: ['password', 'token', '*.password', 'req.headers.authorization', 'user.email'] })
const withPaths = pino({ redact: { paths: ['card.number', 'card.cvc', 'order.customer.cardNumber'], censor: '***' } })
const serialized = pino({ serializers: { user: (user: { id: string }) => ({ id: user.id }) } })
const bare = pino({ level: 'info' })
const child = covered.child({ module: 'accounts' })

export const requests = pinoHttp({ logger: covered })
export const unguarded = pinoHttp({ level: 'info' }) // expect: sensitive-data-in-log

export function login(password: string, token: string): void {
  covered.info({ password }, 'login')
  child.info({ token }, 'login')
  bare.info({ password }, 'login') // expect: sensitive-data-in-log
  covered.info(`login with ${password}`) // expect: sensitive-data-in-log
  covered.info({ credentials: { password } }, 'login')
  covered.info({ deep: { credentials: { password } } }, 'login') // expect: sensitive-data-in-log
}

export function pay(cardNumber: string): void {
  withPaths.info({ order: { customer: { cardNumber } } }, 'paid')
  withPaths.info({ cardNumber }, 'paid') // expect: sensitive-data-in-log
}

export function welcome(user: { id: string; email: string; passwordHash: string; accessToken: string }): void {
  serialized.info({ user }, 'welcome')
  serialized.info({ account: user }, 'welcome') // expect: sensitive-data-in-log
  serialized.info({ account: { id: user.id } }, 'welcome')
}

const server = Fastify({ logger: { redact: ['body.password', 'req.headers.authorization'] } })

server.post('/sessions', async (request) => {
  request.log.info({ body: request.body }, 'session')
  request.log.info({ headers: request.headers }, 'session') // expect: sensitive-data-in-log
  return { ok: true }
})
