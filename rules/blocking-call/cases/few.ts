// Files that the code beside keeps small, and one that it does not.
import express from 'express'
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'

const app = express()
const day = () => `prices/${new Date().getDay()}.json`

app.get('/prices', async (_req, res) => {
  res.json(JSON.parse(await readFile(day(), 'utf8'))) // expect-low: blocking-call
})

app.get('/prices/text', (_req, res) => {
  res.send(readFileSync(day(), 'utf8')) // expect-low: blocking-call
})

// No more than a day of them is kept.
app.post('/prices', async (req, res) => {
  const prices: unknown[] = JSON.parse(await readFile(day(), 'utf8')) // expect-low: blocking-call
  prices.push(req.body.price)
  if (prices.length > 24) prices.shift()
  await writeFile(day(), JSON.stringify(prices))
  res.end()
})

const LONGEST = 5000

function keep(notes: string[]): void {
  writeFileSync(`${day()}.notes`, notes.join('\n')) // expect: blocking-call
}

app.post('/notes', (req, res) => {
  const notes: string[] = [...req.body.notes]
  if (notes.join('\n').length > LONGEST) return void res.sendStatus(400)
  keep(notes)
  res.end()
})

app.delete('/notes/:index', (req, res) => {
  const notes: string[] = req.body.notes
  notes.splice(Number(req.params.index), 1)
  keep(notes)
  res.end()
})
