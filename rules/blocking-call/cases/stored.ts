// Uploads that are kept, and read again for whoever asks.
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

const app = Fastify()
app.register(multipart)

class Papers {
  private readonly paths = new Map<string, string>()

  async keep(id: string, paper: Buffer) {
    const file = path.join('papers', id)
    await writeFile(file, paper)
    this.paths.set(id, file)
  }

  read(id: string) {
    return readFileSync(this.paths.get(id) ?? '') // expect-low: blocking-call
  }
}

const papers = new Papers()

app.put('/papers/:id', async (request, reply) => {
  const { id } = request.params as { id: string }
  const paper = await (await request.file())!.toBuffer()
  if (paper.length > 10 * 1024 * 1024) return reply.code(413).send()
  await papers.keep(id, paper)
})

app.get('/papers/:id', async (request) => papers.read((request.params as { id: string }).id))
