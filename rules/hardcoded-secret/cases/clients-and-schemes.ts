import * as jose from 'jose'
import twilio from 'twilio'

declare function algoliasearch(application: string, key: string): unknown

// Tokens that a builder signs, with a key named elsewhere in the file.
const key = new TextEncoder().encode('orders that nobody reads') // expect: hardcoded-secret

export function seatToken(seat: string) {
  return new jose.SignJWT({ seat }).setProtectedHeader({ alg: 'HS256' }).sign(key)
}

export function invoiceToken(invoice: string, secret: Uint8Array) {
  return new jose.SignJWT({ invoice }).setProtectedHeader({ alg: 'HS256' }).sign(secret)
}

// Clients that take their credential by its position.
export const sms = twilio('ACorders', '9f3b7c1d2e8a4065b1c9d7e3f2a84b60') // expect: hardcoded-secret
export const quietSms = twilio('ACorders', process.env.TWILIO_AUTH_TOKEN)
export const index = algoliasearch('ORDERS', 'b7c19f3d2e8a4065b1c9d7e3f2a84b61') // expect: hardcoded-secret
export const quietIndex = algoliasearch('ORDERS', 'your-admin-api-key')

// Schemes that are told their key where a strategy is registered.
interface Server {
  auth: { strategy(name: string, scheme: string, options: object): void }
}

export function protect(server: Server) {
  server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password: '!orders-Wq7-seats-Lm2-wallets-Rx' } }) // expect: hardcoded-secret
  server.auth.strategy('token', 'jwt', { keys: process.env.JWT_SECRET, verify: { aud: 'orders' } })
}

// What is signed stands beside a key that reads like a name or a sentence.
export const jwtConstants = {
  secret: 'secretKey', // expect: hardcoded-secret
  expiresIn: '15m',
}
export const sessionOptions = {
  secret: 'nobody guesses this', // expect: hardcoded-secret
  name: 'seat-session',
}
export const variables = { jwt: { secret: 'JWT_SECRET' }, database: { password: 'DB_PASSWORD' } }

// Keys in the query of a URL, which proxies log.
export const rates = () => fetch('https://rates.orders.io/v1/latest?base=EUR&apikey=4c1d9f3b7e8a2065c1b9d7e3f2a84b62') // expect: hardcoded-secret
export const quietRates = () => fetch(`https://rates.orders.io/v1/latest?apikey=${process.env.RATES_KEY}`)
export const page = () => fetch('https://orders.io/list?sort_key=created_at&token=your-token-goes-here')

export const answers = { examples: ['/rates?apikey=4c1d9f3b7e8a2065c1b9d7e3f2a84b62'] }

// Which settings are secret, by their names.
export const SECRET_KEYS = ['s3SecretAccessKey', 'smtpPassword', 'gatewayApiKey']

// http://localhost:3000/invitation?token=CZK4BLrUdMa32RVkAdZiLsPDdvnPiAgZ
export const invitation = (token: string) => fetch(`https://orders.io/invitation?token=${token}`)

// Put together, chosen, or given by a function.
export const pay = (body: string) => fetch('https://pay.orders.io', { method: 'POST', body, headers: { Authorization: 'Bearer ' + 'Rz8Kq3Tw6Lv1Xb9Nc4Ym7Hd2Fb5' } }) // expect: hardcoded-secret
export const quietPay = (body: string, token: string) => fetch('https://pay.orders.io', { method: 'POST', body, headers: { Authorization: 'Bearer ' + token } })
export const encKey = process.env.ENC_KEY ? process.env.ENC_KEY : 'orders-enc-key-12' // expect: hardcoded-secret
export const region = process.env.REGION ? process.env.REGION : 'eu-west-1'
const getJwtSecret = () => 'orders-jwt-key-2023' // expect: hardcoded-secret
export const isConfigured = () => getJwtSecret() !== ''
export const place = { params: { key: 'Kq3Tw6Lv1Xb9Nc4Ym7Hd2Fb5Rz8', language: 'en' } } // expect: hardcoded-secret
export const mailer = 'smtps://orders%40seats.io:Xb9Nc4Ym7Hd2Fb5R@smtp.seats.io' // expect: hardcoded-secret
