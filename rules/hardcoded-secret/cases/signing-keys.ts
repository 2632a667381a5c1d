import { createCipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto'
import cookieParser from 'cookie-parser'
import cookieSession from 'cookie-session'
import express from 'express'
import session from 'express-session'
import jwt from 'jsonwebtoken'

const RECEIPT_KEY = 'receipts' // expect: hardcoded-secret
const publicKey = '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----'

export const app = express()
app.use(cookieParser('keyboard cat')) // expect: hardcoded-secret
app.use(
  session({
    secret: 'keyboard cat', // expect: hardcoded-secret
    resave: false,
    saveUninitialized: false,
  }),
)
app.use(cookieSession({ name: 'seat', keys: ['first', 'second'] })) // expect: hardcoded-secret, hardcoded-secret
app.use(session({ secret: process.env.SESSION_SECRET ?? '', resave: false, saveUninitialized: false }))

export function signOrder(orderId: string): string {
  return jwt.sign({ orderId }, 'secret', { expiresIn: '1h' }) // expect: hardcoded-secret
}

export function readOrder(token: string) {
  return jwt.verify(token, publicKey)
}

export function signInvoice(orderId: string, key: string): string {
  return jwt.sign({ orderId }, key)
}

export function receiptNumber(orderId: string): string {
  return createHmac('sha256', RECEIPT_KEY).update(orderId).digest('hex')
}

export function checksum(body: Buffer): string {
  return createHmac('sha256', process.env.WEBHOOK_SECRET as string).update(body).digest('hex')
}

export function encryptCard(card: string): Buffer {
  const key = scryptSync('orders', randomBytes(16), 32) // expect: hardcoded-secret
  const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
  return Buffer.concat([cipher.update(card, 'utf8'), cipher.final()])
}
