// Folders of the program: any below one of small files, and what is listed of one.
import express from 'express'
import { readFileSync, readdirSync, realpathSync, renameSync } from 'node:fs'
import path from 'node:path'

const app = express()

// Any folder below one of the program, in which only small files lie.
app.get('/locales/:language', (req, res) => {
  const file = realpathSync(path.resolve(path.join(__dirname, '../locales'), req.params.language, 'shop.json'))
  res.json(JSON.parse(readFileSync(file, 'utf8'))) // expect-low: blocking-call
})

// Whoever runs the program puts files into the one folder, and the program itself into the other.
app.post('/inbox', (_req, res) => {
  const names = readdirSync(path.join(__dirname, '../inbox')) // expect-low: blocking-call
  for (const name of names) renameSync(path.join(__dirname, '../inbox', name), path.join(__dirname, '../done', name))
  res.json(names)
})

app.get('/done', (_req, res) => {
  res.json(readdirSync(path.join(__dirname, '../done'))) // expect: blocking-call
})

// The name of the folder is one of some, and it is counted from where the process runs.
const SHAPES = ['en', 'de']
function shapesOf(name: string) {
  return readdirSync(path.join(process.cwd(), 'locales', name)) // expect-low: blocking-call
}
app.get('/shapes', (_req, res) => {
  res.json(SHAPES.flatMap((name) => shapesOf(name)))
})
app.get('/uploads/:folder', (req, res) => {
  res.json(readdirSync(path.join(process.cwd(), 'uploads', req.params.folder))) // expect: blocking-call
})
