// What is short beside or behind longer work of the same function, or done only when another way has failed.
import bcrypt from 'bcrypt'
import express from 'express'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { access, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const app = express()

app.post('/exports/:id', (req, res) => {
  const folder = path.join('exports', req.params.id)
  execFileSync('tar', ['-czf', `${folder}.tgz`, folder]) // expect: blocking-call
  const names = () => readdirSync(folder)
  console.log(names().length)
  rmSync(folder, { recursive: true })
  res.end()
})

app.delete('/exports/:id', (req, res) => {
  rmSync(path.join('exports', req.params.id), { recursive: true }) // expect: blocking-call
  res.end()
})

// Of the same account, one after the other.
app.post('/password', (req, res) => {
  if (!bcrypt.compareSync(req.body.old, req.body.hash)) return void res.sendStatus(400) // expect: blocking-call
  res.json({ hash: bcrypt.hashSync(req.body.password, 12) })
})

app.get('/covers/:name', async (req, res) => {
  res.send(await cover(req.params.name))
})

async function cover(name: string): Promise<Buffer> {
  try {
    return await readFile(path.join('covers', name))
  } catch {
    return readFileSync(path.join('originals', name)) // expect-low: blocking-call
  }
}

// It goes on behind it, whether it failed or not.
app.post('/notes/:name', async (req, res) => {
  try {
    await readFile(path.join('notes', req.params.name))
  } catch {
    writeFileSync(path.join('notes', req.params.name), req.body.note) // expect: blocking-call
  }
  res.end()
})

// What the handler notes of a picture lies beside it.
app.get('/pictures/:id', async (req, res) => {
  const file = `pictures/${req.params.id}`
  const notes = `${file}.json`
  const isThere = await access(file).then(() => true, () => false)
  if (!isThere) {
    await writeFile(file, await (await fetch(`https://pictures/${req.params.id}`)).text())
    await writeFile(notes, JSON.stringify({ type: 'image/png' }))
  }
  res.set(JSON.parse(await readFile(notes, 'utf8'))) // expect-low: blocking-call
  res.send(await readFile(file))
})
