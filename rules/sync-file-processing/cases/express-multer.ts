import AdmZip from 'adm-zip'
import { Queue, Worker } from 'bullmq'
import { parse } from 'csv-parse/sync'
import express from 'express'
import fileUpload, { type UploadedFile } from 'express-fileupload'
import multer from 'multer'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import * as XLSX from 'xlsx'

const app = express()
const upload = multer({ storage: multer.memoryStorage() })
const queue = new Queue('images')

app.post('/avatars', upload.single('avatar'), async (req, res) => {
  const image = await sharp(req.file!.buffer).resize(200, 200).jpeg().toBuffer() // expect: sync-file-processing
  res.type('jpeg').send(image)
})

async function importPrices(data: Buffer): Promise<number> {
  const book = XLSX.read(data) // expect: sync-file-processing
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!).length
}

app.post('/prices', upload.single('prices'), async (req, res) => {
  res.json({ rows: await importPrices(req.file!.buffer) })
})

app.post('/customers', upload.single('customers'), (req, res) => {
  const rows = parse(req.file!.buffer, { columns: true }) // expect: sync-file-processing
  res.json({ rows: rows.length })
})

app.post('/suppliers', upload.single('suppliers'), async (req, res) => {
  const rows = parse(await readFile(req.file!.path), { columns: true }) // expect: sync-file-processing
  res.json({ rows: rows.length })
})

app.post('/backups', fileUpload(), (req, res) => {
  const file = (req.files as unknown as Record<string, UploadedFile>).backup!
  new AdmZip(file.data).extractAllTo('backups', true) // expect: sync-file-processing
  res.sendStatus(200)
})

app.post('/settings', upload.single('settings'), (req, res) => {
  res.json(JSON.parse(req.file!.buffer.toString('utf8'))) // expect: sync-file-processing
})

// Turning a file into text for another service costs little.
app.post('/signatures', upload.single('signature'), (req, res) => {
  res.json({ data: req.file!.buffer.toString('base64') }) // expect-low: sync-file-processing
})

// A job does the work.
app.post('/banners', upload.single('banner'), async (req, res) => {
  await queue.add('banner', { path: req.file!.path })
  res.sendStatus(202)
})
new Worker('images', async (job) => {
  await sharp(job.data.path).resize(1200).toFile(`${job.data.path}.jpg`)
})

// The answer is sent first.
app.post('/photos', upload.single('photo'), async (req, res) => {
  res.sendStatus(202)
  await sharp(req.file!.path).resize(1200).toFile('photo.jpg')
})

// Nobody waits for it.
app.post('/previews', upload.single('preview'), (req, res) => {
  sharp(req.file!.path).resize(100).toFile('preview.jpg').catch(console.error)
  res.sendStatus(202)
})

// The header says how large it is.
app.post('/covers', upload.single('cover'), async (req, res) => {
  const { width } = await sharp(req.file!.buffer).metadata()
  res.json({ width })
})

// Heavy, but not of the file.
app.get('/placeholder', async (req, res) => {
  res.send(await sharp('placeholder.png').resize(50).toBuffer())
})
