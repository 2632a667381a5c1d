// The same without a limit.
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

const app = Fastify()
app.register(multipart)
const paths = new Map<string, string>()

app.put('/plans/:id', async (request) => {
  const { id } = request.params as { id: string }
  const file = path.join('plans', id)
  await writeFile(file, await (await request.file())!.toBuffer())
  paths.set(id, file)
})

app.get('/plans/:id', async (request) => {
  return readFileSync(paths.get((request.params as { id: string }).id) ?? '') // expect: blocking-call
})
