// What the handler asks for goes before what the plugin lets in.
import multipart, { type MultipartFile } from '@fastify/multipart'
import Fastify from 'fastify'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'

const app = Fastify()
app.register(multipart, { limits: { fileSize: 10 * 1024 * 1024 } })

app.post('/dumps', async (request) => {
  const data = await request.file()
  return gunzipSync(await data!.toBuffer()).length // expect-low: sync-file-processing
})

app.post('/dumps/large', async (request) => {
  const data = await request.file({ limits: { fileSize: 500 * 1024 * 1024 } })
  return gunzipSync(await data!.toBuffer()).length // expect: sync-file-processing
})

app.post('/faces', async (request) => {
  const file = await request.file({ limits: { fileSize: 2_000_000 } })
  return face(file!)
})

async function face(file: MultipartFile) {
  return sharp(await file.toBuffer()).resize(600).toBuffer() // expect-low: sync-file-processing
}

app.post('/posters', async (request) => {
  const file = await request.file({ limits: { fileSize: 80_000_000 } })
  return poster(file!)
})

async function poster(file: MultipartFile) {
  return sharp(await file.toBuffer()).resize(6000).toBuffer() // expect: sync-file-processing
}
