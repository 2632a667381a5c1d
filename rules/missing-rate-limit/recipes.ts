/**
 * Code that limits, as each framework writes it.
 */
import { ts } from 'ts-morph'
import type { EntryPoint } from '../../src/model/types.js'

/** Lines to copy, with the names of the entry point. */
export function recipeFor(entry: EntryPoint): string {
  const method = (entry.method ?? 'post').toLowerCase()
  const path = entry.path?.split('/').at(-1) ?? 'login'
  const router = ts.isVariableDeclaration(entry.group) || ts.isParameter(entry.group) ? entry.group.name.getText() : 'router'
  if (ts.isDecorator(entry.node)) return ['@UseGuards(ThrottlerGuard)', '@Throttle({ default: { limit: 5, ttl: 60_000 } })', entry.node.getText()].join('\n')
  if (entry.framework === 'fastify') return [`await ${router}.register(rateLimit, { global: false })`, `${router}.${method}('/${path}', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, handler)`].join('\n')
  if (/^hono/.test(entry.framework)) return `${router}.use('/${path}', rateLimiter({ windowMs: 60_000, limit: 5, keyGenerator: (c) => c.req.header('x-forwarded-for') ?? '' }))`
  if (/koa/.test(entry.framework)) return `${router}.use('/${path}', ratelimit({ driver: 'redis', db: redis, duration: 60_000, max: 5 }))`
  if (/express/.test(entry.framework)) return [`const attempts = rateLimit({ windowMs: 60_000, limit: 5 })`, `${router}.${method}('/${path}', attempts, handler)`].join('\n')
  return ['const { success } = await ratelimit.limit(`' + path + ':${address}`)', "if (!success) throw new Error('Too many requests')"].join('\n')
}
