// Pages that are read once: whether there are any is asked by their number.
import express from 'express'
import { readFileSync, writeFileSync } from 'node:fs'

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

interface Kept {
  readonly url: string
  readonly name: string
}

const pictures: Kept[] = []
const asked: Kept[] = []

// A list that is searched first, and gets what was not found.
async function keepPicture(url: string) {
  const found = pictures.find((one) => one.url === url)
  if (found) return found.name
  const name = `${pictures.length}.png`
  writeFileSync(name, Buffer.from(await (await fetch(url)).arrayBuffer()))
  pictures.push({ url, name })
  return name
}

async function storePicture(url: string) {
  const found = asked.find((one) => one.url === url)
  if (found) return found.name
  const name = `${pictures.length}.png`
  writeFileSync(name, Buffer.from(await (await fetch(url)).arrayBuffer())) // expect: blocking-call
  return name
}

app.get('/picture', async (req, res) => {
  res.json([await keepPicture(String(req.query.url)), await storePicture(String(req.query.url))])
})
