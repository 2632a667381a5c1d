// What is taken away on the side, or on the way to an error that is told.
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import express from 'express'
import { Pool } from 'pg'

const s3 = new S3Client({})
const pool = new Pool()
const app = express()
app.use(express.json())

const removeImage = (key: string) => s3.send(new DeleteObjectCommand({ Bucket: 'images', Key: key }))

app.post('/texts', async (req, res) => {
  const key = String(req.body.key)
  const text = String(req.body.text)
  await s3.send(new PutObjectCommand({ Bucket: 'images', Key: key, Body: text }))
  if (text === '') {
    await removeImage(key).catch(() => undefined) // expect-low: swallowed-error
    throw new Error('There is no text')
  }
  res.end()
})

app.delete('/albums/:id', async (req, res) => {
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM images WHERE album = $1 LIMIT 100', [req.params.id])
  try {
    await Promise.all(rows.map(({ key }) => removeImage(key)))
  } catch {} // expect-low: swallowed-error
  await pool.query('DELETE FROM albums WHERE id = $1', [req.params.id])
  res.end()
})

// A failure must not break the page.
async function banner() {
  // Never blocks the page: no banner then.
  let count = 0
  try {
    const { rows } = await pool.query<{ count: number }>('SELECT count(*) AS count FROM notices')
    count = rows[0]?.count ?? 0
  } catch {}
  return count
}
app.get('/banner', async (_req, res) => {
  res.json(await banner())
})
app.listen(3000)
