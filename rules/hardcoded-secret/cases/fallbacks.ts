import Joi from 'joi'
import { z } from 'zod'

interface ConfigService {
  get(name: string, otherwise?: string): string
}

export const jwtSecret = process.env.JWT_SECRET || 'dev' // expect: hardcoded-secret
export const sessionSecret = process.env['SESSION_SECRET'] ?? 'change-me' // expect: hardcoded-secret
export const cookieKeys = [process.env.COOKIE_SECRET || 'your-secret-key'] // expect: hardcoded-secret
export const { ENCRYPTION_KEY = 'orders-encryption-key' } = process.env // expect: hardcoded-secret

export const environment = z.object({
  PORT: z.coerce.number().default(3000),
  JWT_SECRET: z.string().min(1).default('orders'), // expect: hardcoded-secret
  SESSION_SECRET: z.string().min(32),
  TOKEN_ISSUER: z.string().default('orders'),
})

export const schema = Joi.object({
  APP_SECRET: Joi.string().default('orders-app'), // expect: hardcoded-secret
  LOG_LEVEL: Joi.string().default('info'),
})

export function gateway(config: ConfigService, apiKey = '') {
  return {
    apiKey,
    signing: config.get('JWT_SECRET', 'orders'), // expect: hardcoded-secret
    password: config.get('GATEWAY_PASSWORD') ?? 'Wq7!orders', // expect: hardcoded-secret
    issuer: config.get('JWT_ISSUER', 'orders'),
    expiry: process.env.TOKEN_EXPIRY || '15m',
  }
}

export const optional = process.env.JWT_SECRET || ''
export const required = process.env.JWT_SECRET ?? missing('JWT_SECRET')
export const local = process.env.NODE_ENV === 'production' ? process.env.SESSION_SECRET : 'dev'
// An application calls its own secret by its name.
export const sessions = { secret: process.env.ORDERS_SECRET || 'super-secret' } // expect: hardcoded-secret
// The provider's own: without it nothing is signed that anybody takes.
export const uploads = { authKey: process.env.UPLOADS_KEY || 'none', authSecret: process.env.UPLOADS_SECRET || 'just empty text' }
export const sandboxKey = process.env.GATEWAY_API_KEY || 'test'

function missing(name: string): never {
  throw new Error(`${name} is not set`)
}

// Keys of one's own that somebody typed for want of one; and words where a server asks for none.
export const keys = {
  AUTHENTICATION: { API_KEY: { KEY: process.env.AUTHENTICATION_API_KEY || 'BQYHJGJHJ' } }, // expect: hardcoded-secret
  internal: process.env.INTERNAL_TOKEN || 'orders-internal-4711', // expect: hardcoded-secret
  model: process.env.LOCAL_MODEL_API_KEY ?? 'not-used',
  other: process.env.OTHER_MODEL_API_KEY || 'ollama',
  webhook: process.env.WEBHOOK_TOKEN || 'orders',
}
