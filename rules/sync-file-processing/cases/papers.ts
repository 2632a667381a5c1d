import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import busboy from 'busboy'
import NodeClam from 'clamscan'
import csv from 'csv-parser'
import express from 'express'
import Fastify from 'fastify'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import multer from 'multer'
import parsePdf from 'pdf-parse'
import sharp from 'sharp'
import { recognize } from 'tesseract.js'
import { Open } from 'unzipper'

const app = express()
const upload = multer({ dest: 'uploads' })

app.post('/contracts', upload.single('contract'), async (req, res) => {
  const contract = await parsePdf(req.file!.buffer) // expect: sync-file-processing
  res.json({ pages: contract.numpages })
})

app.post('/letters', upload.single('letter'), async (req, res) => {
  const letter = await mammoth.extractRawText({ buffer: req.file!.buffer }) // expect: sync-file-processing
  res.json({ text: letter.value })
})

app.post('/archives', upload.single('archive'), async (req, res) => {
  const archive = await JSZip.loadAsync(req.file!.buffer) // expect: sync-file-processing
  res.json({ names: Object.keys(archive.files) })
})

app.post('/backups', upload.single('backup'), async (req, res) => {
  const backup = await Open.file(req.file!.path) // expect: sync-file-processing
  res.json({ files: backup.files.length })
})

app.post('/receipts', upload.single('receipt'), async (req, res) => {
  const { data } = await recognize(req.file!.path, 'eng') // expect: sync-file-processing
  res.json({ text: data.text })
})

app.post('/scans', upload.single('scan'), async (req, res) => {
  const scanner = await new NodeClam().init({})
  const { isInfected } = await scanner.isInfected(req.file!.path) // expect: sync-file-processing
  res.json({ isInfected })
})

app.post('/prices', upload.single('prices'), (req, res) => {
  const prices: unknown[] = []
  createReadStream(req.file!.path)
    .pipe(csv()) // expect: sync-file-processing
    .on('data', (row) => prices.push(row))
    .on('end', () => res.json({ count: prices.length }))
})

// The file is only kept.
app.post('/attachments', upload.single('attachment'), (req, res) => {
  res.json({ name: req.file!.originalname, path: req.file!.path })
})

app.post('/portraits', (req, res) => {
  const form = busboy({ headers: req.headers })
  form.on('file', (name, file) => {
    const chunks: Buffer[] = []
    file.on('data', (chunk) => chunks.push(chunk))
    file.on('end', () => {
      sharp(Buffer.concat(chunks)) // expect: sync-file-processing
        .resize(200)
        .toFile(`${name}.png`)
        .then(() => res.sendStatus(201), () => res.sendStatus(500))
    })
  })
  req.pipe(form)
})

const server = Fastify()
server.register(multipart)

server.post('/albums', async (request) => {
  for await (const part of request.parts()) if (part.type === 'file') await sharp(await part.toBuffer()).resize(400).toFile(`${part.fieldname}.png`) // expect: sync-file-processing
  return { ok: true }
})

server.post('/orders', async (request) => {
  const data = await request.file()
  const orders: unknown[] = []
  await pipeline(data!.file, csv(), async (rows: AsyncIterable<unknown>) => { // expect: sync-file-processing
    for await (const row of rows) orders.push(row)
  })
  return { count: orders.length }
})
