// An archive is unpacked by a stream: who waits for its end, and who does not.
import express from 'express'
import multer from 'multer'
import { cpSync, createReadStream } from 'node:fs'
import unzipper from 'unzipper'

const app = express()
const upload = multer({ dest: 'uploads' })

async function restore(path: string) {
  const unpacked = createReadStream(path).pipe(unzipper.Extract({ path: './restored' }))
  unpacked.on('close', () => {
    cpSync('restored/shops', 'shops', { recursive: true })
  })
  return { isStarted: true }
}

app.post('/restore', upload.single('backup'), async (req, res) => {
  res.json(await restore(req.file!.path))
})

async function restoreAll(path: string) {
  return new Promise<void>((resolve, reject) => {
    const unpacked = createReadStream(path).pipe(unzipper.Extract({ path: './restored' })) // expect: sync-file-processing
    unpacked.on('close', () => resolve())
    unpacked.on('error', reject)
  })
}

app.post('/restore-all', upload.single('backup'), async (req, res) => {
  await restoreAll(req.file!.path)
  res.sendStatus(200)
})

app.post('/restore-one', upload.single('backup'), (req, res) => {
  const unpacked = createReadStream(req.file!.path).pipe(unzipper.Extract({ path: './restored' })) // expect: sync-file-processing
  unpacked.on('close', () => {
    res.sendStatus(200)
  })
})

// Where it comes from is waited for.
async function restoreSome(path: string) {
  const packed = createReadStream(path)
  packed.pipe(unzipper.Extract({ path: './restored' })).on('close', () => console.log('restored')) // expect: sync-file-processing
  await new Promise((resolve) => packed.on('end', () => resolve(undefined)))
}

app.post('/restore-some', upload.single('backup'), async (req, res) => {
  await restoreSome(req.file!.path)
  res.sendStatus(200)
})
