// What is seldom done on the way to an answer, and what is done again and again.
import { readFileSync } from 'node:fs'
import { access, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import express, { type NextFunction, type Request, type Response } from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })
const folder = process.env.BADGES ?? '/var/badges'

// An answer is kept on disk, and made where it is not there yet.
async function badgeOf(id: string) {
  try {
    await access(path.join(folder, `${id}.svg`))
    return `/badges/${id}.svg`
  } catch {
    return await drawBadge(id)
  }
}
async function drawBadge(id: string) {
  const shapes = JSON.parse(await readFile(path.join(folder, id), 'utf8')) // expect-low: blocking-call
  await writeFile(path.join(folder, `${id}.svg`), shapes[0])
  return `/badges/${id}.svg`
}
app.get('/badges/:id', async (req, res) => {
  res.redirect(await badgeOf(req.params.id))
})
app.get('/badges/:id/raw', async (req, res) => {
  res.json(JSON.parse(await readFile(path.join(folder, `of-${req.params.id}`), 'utf8'))) // expect: blocking-call
})

// For runs of tests only.
if (process.env.BADGES_INTEGRATION_TEST === 'memory') {
  app.post('/rebuild', (req, res) => {
    res.send(readFileSync(String(process.env.STATE))) // expect-low: blocking-call
  })
}
if (process.env.BADGES_LATEST === 'memory') {
  app.post('/latest', (req, res) => {
    res.send(readFileSync(String(req.query.state))) // expect: blocking-call
  })
}

// The same call in one function is one finding, and mended in one go.
app.get('/backups/:id', async (req, res) => {
  const [info, size, badges] = await Promise.all(['info', 'size', 'badges'].map((name) => readFile(path.join(folder, req.params.id, name))))
  const told = JSON.parse(gunzipSync(info).toString()) // expect: blocking-call
  const bytes = JSON.parse(gunzipSync(size).toString())
  res.json({ told, bytes, badges: JSON.parse(gunzipSync(badges).toString()) })
})

// Once in the life of an installation.
async function isDbInitialized() {
  return (await db('settings').where({ name: 'initialized' }).first()) !== undefined
}
async function onlyBefore(req: Request, res: Response, next: NextFunction) {
  if (await isDbInitialized()) {
    res.status(403).send('already there')
  } else {
    next()
  }
}
async function onlyAfter(req: Request, res: Response, next: NextFunction) {
  if (!(await isDbInitialized())) return void res.status(403).send('not there yet')
  next()
}
app.post('/first', onlyBefore, async (req, res) => {
  await db.raw(readFileSync(`/var/schemas/${req.ip}`, 'utf8')) // expect-low: blocking-call
  res.end()
})
app.post('/again', onlyAfter, async (req, res) => {
  await db('badges').insert({ shape: readFileSync(`/var/shapes/${req.ip}`, 'utf8') }) // expect: blocking-call
  res.end()
})
