// Files of a build, and those that the settings name.
import express from 'express'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const app = express()

// What a build puts beside the program is not there yet.
app.get('/assets/:name', (req, res) => {
  res.send(readFileSync(path.join(__dirname, '..', 'dist', 'ui', req.params.name), 'utf8')) // expect-low: blocking-call
})

async function halls() {
  const file = process.env.HALLS_FILE ?? ''
  return JSON.parse(await readFile(file, 'utf8')) // expect-low: blocking-call
}

app.get('/halls', async (req, res) => {
  res.json(await halls())
})

// Whoever asks names the file.
app.get('/plans/:name', async (req, res) => {
  res.json(JSON.parse(await readFile(`/var/plans/${req.params.name}`, 'utf8'))) // expect: blocking-call
})
