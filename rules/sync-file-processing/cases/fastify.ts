import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import ffmpeg from 'fluent-ffmpeg'
import { Jimp } from 'jimp'
import { gunzipSync } from 'node:zlib'

const app = Fastify()
app.register(multipart)

app.post('/logos', async (request) => {
  const data = await request.file()
  const image = await Jimp.read(await data!.toBuffer()) // expect: sync-file-processing
  return { width: image.width }
})

app.post('/dumps', async (request) => {
  const data = await request.file()
  const dump = gunzipSync(await data!.toBuffer()) // expect: sync-file-processing
  return { size: dump.length }
})

app.post('/videos', async (request) => {
  const { files } = await request.saveRequestFiles()
  await new Promise((resolve, reject) => {
    ffmpeg(files[0]!.filepath).format('mp4').on('end', resolve).on('error', reject).save('video.mp4') // expect: sync-file-processing
  })
  return { ok: true }
})

// A field beside the file is short, whatever it is made of.
app.post('/forms', async (request) => {
  const data = await request.file()
  const policy = data!.fields['policy'] as unknown as { value: string }
  return JSON.parse(Buffer.from(policy.value, 'base64').toString())
})

app.post('/settings', async (request) => {
  const data = await request.file()
  return JSON.parse(Buffer.from(await data!.toBuffer()).toString()) // expect: sync-file-processing
})
