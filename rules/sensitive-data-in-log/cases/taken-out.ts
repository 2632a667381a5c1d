import express from 'express'
import pino from 'pino'

const logger = pino()
const app = express()

const SECRETS = ['password', 'cardNumber']

// The code puts something else in the place of what it finds.
function presentable(data: Record<string, unknown>): Record<string, unknown> {
  const copy = { ...data }
  for (const field of SECRETS) if (field in copy) copy[field] = '[REDACTED]'
  return copy
}

function shortened(data: Record<string, unknown>): Record<string, unknown> {
  return { ...data, items: undefined }
}

app.post('/orders', (req, res) => {
  const { body } = req
  const shown = presentable(body)
  const context = { path: req.path, body: shown }
  logger.warn(context, 'order refused')
  const short = shortened(body)
  logger.warn({ body: short }, 'order refused') // expect: sensitive-data-in-log
  // Not where it runs for customers.
  logger.info({ body: process.env.NODE_ENV === 'production' ? undefined : req.body }, 'order') // expect-low: sensitive-data-in-log
  logger.info({ body: process.env.NODE_ENV === 'production' ? req.body : undefined }, 'order') // expect: sensitive-data-in-log
  res.sendStatus(202)
})

const databaseUrl = process.env.DATABASE_URL as string
logger.info({ url: databaseUrl.replace(/:[^:@]+@/, ':***@') }, 'connecting')
logger.info({ url: databaseUrl.replace('postgres:', 'postgresql:') }, 'connecting') // expect: sensitive-data-in-log

// What could not be written elsewhere is logged; it is no logger.
export async function auditLog(entry: unknown, save: (entry: unknown) => Promise<void>) {
  try {
    await save(entry)
  } catch (error) {
    logger.error(error, 'audit entry lost', entry)
  }
}

app.put('/orders', async (req, res) => {
  await auditLog({ action: 'put', body: req.body }, async () => undefined)
  res.sendStatus(202)
})
