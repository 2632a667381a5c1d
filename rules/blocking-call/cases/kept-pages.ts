// Pages that are read once: whether there are any is asked by their number.
import express from 'express'
import { readFileSync } from 'node:fs'

const app = express()
const kept = new Map<string, string>()
const seen = new Map<string, string>()
const names = ['seats', 'prices']

function keepPages(folder: string): void {
  if (kept.size > 0) return
  for (const name of names) kept.set(name, readFileSync(`${folder}/${name}.html`, 'utf8'))
}

// Asked of one map, and kept in none.
function lookAtPages(folder: string): string[] {
  if (seen.size > 0) return [...seen.values()]
  return names.map((name) => readFileSync(`${folder}/${name}.html`, 'utf8')) // expect: blocking-call
}

app.get('/pages/:name', (req, res) => {
  keepPages(req.query.folder as string)
  res.send(kept.get(req.params.name))
})

app.get('/looks', (req, res) => {
  res.send(lookAtPages(req.query.folder as string).join(''))
})
