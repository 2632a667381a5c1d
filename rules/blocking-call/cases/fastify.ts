import Fastify from 'fastify'
import { readdirSync, statSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'

const app = Fastify()

app.post('/tokens', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 4096 }) // expect: blocking-call
  return { publicKey }
})

app.get('/reports', async () => {
  const reports = readdirSync('reports') // expect: blocking-call
  return reports.map((name) => ({ name, size: statSync(`reports/${name}`).size })) // expect-low: blocking-call
})

const NAME = /^(\w+\s?)*$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

app.post('/shops', async (request) => {
  const { name, slug } = request.body as { name: string; slug: string }
  if (!NAME.test(name)) throw new Error('name') // expect: blocking-call
  if (!SLUG.test(slug)) throw new Error('slug')
  // What does not come from outside can be as slow as it is.
  return { name, isDefault: NAME.test('the shop') }
})

export const shop = z.object({
  mail: z.string().regex(/^([a-zA-Z0-9]+)*@example\.org$/), // expect: blocking-call
  slug: z.string().regex(SLUG),
})
