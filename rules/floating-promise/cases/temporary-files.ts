// What is written for the time of a request, and removed at its end.
import { rm } from 'node:fs/promises'
import express from 'express'
import multer from 'multer'
import { Pool } from 'pg'

const pool = new Pool()
const upload = multer({ dest: '/tmp/photos' })
const app = express()

async function removeFile(path: string): Promise<void> {
  await rm(path)
}

app.post('/photos', upload.single('photo'), async (req, res) => {
  try {
    if (!req.file) throw new Error('There is no photo.')
    await pool.query('insert into photos (name) values ($1)', [req.file.originalname])
    removeFile(req.file.path) // expect-low: floating-promise
    res.status(201).end()
  } catch {
    res.status(400).end()
  }
})

app.delete('/photos/:id', async (req, res) => {
  try {
    const { rows } = await pool.query('select path from photos where id = $1', [req.params.id])
    removeFile(rows[0].path) // expect: floating-promise
    res.status(204).end()
  } catch {
    res.status(404).end()
  }
})
