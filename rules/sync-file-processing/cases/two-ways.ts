// One upload, that comes on disk or in memory: the work is told where it stands first.
import csv from 'csv-parser'
import express from 'express'
import multer from 'multer'
import fs from 'node:fs'
import { Readable } from 'node:stream'

const app = express()
const upload = multer({ storage: multer.memoryStorage() })

class Statements {
  async read(file: Express.Multer.File): Promise<number> {
    const rows = file.path ? await this.fromDisk(file.path) : await this.fromMemory(file.buffer)
    return rows.length
  }

  private fromMemory(content: Buffer): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const rows: unknown[] = []
      const readable = new Readable()
      readable.push(content)
      readable.push(null)
      readable
        .pipe(csv()) // expect: sync-file-processing
        .on('data', (row) => rows.push(row))
        .on('end', () => resolve(rows))
        .on('error', reject)
    })
  }

  private fromDisk(path: string): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const rows: unknown[] = []
      fs.createReadStream(path)
        .pipe(csv())
        .on('data', (row) => rows.push(row))
        .on('end', () => resolve(rows))
        .on('error', reject)
    })
  }
}

const statements = new Statements()
app.post('/statements', upload.single('statement'), async (req, res) => {
  res.json({ rows: await statements.read(req.file!) })
})
