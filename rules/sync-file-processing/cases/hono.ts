import { Hono } from 'hono'
import sharp from 'sharp'

const app = new Hono()

app.post('/seats/photo', async (c) => {
  const form = await c.req.formData()
  const file = form.get('photo') as File
  const small = await sharp(Buffer.from(await file.arrayBuffer())).resize(320).toBuffer() // expect: sync-file-processing
  return c.json({ size: small.length })
})

app.post('/seats/photo/stored', async (c) => {
  const form = await c.req.formData()
  await fetch('https://files.example.com/photo', { method: 'PUT', body: form.get('photo') as File })
  return c.json({ stored: true }, 202)
})
