import { existsSync, readFileSync, writeFileSync, writeFile } from 'node:fs'
import { access, copyFile, readFile, stat, writeFile as write } from 'node:fs/promises'
import express from 'express'
import Redis from 'ioredis'

const app = express()
const redis = new Redis()

// Nothing else of the process runs between question and answer.
app.post('/files/:name', async (req, res) => {
  const path = `/data/${req.params.name}`
  if (existsSync(path)) return res.status(409).end()
  writeFileSync(path, req.body)
  res.status(201).end()
})

app.post('/files/:name/scanned', async (req, res) => {
  const path = `/data/${req.params.name}`
  if (existsSync(path)) return res.status(409).end()
  const scan = await fetch('https://scanner.example.com/scans', { method: 'POST', body: req.body })
  if (!scan.ok) return res.status(422).end()
  writeFileSync(path, req.body) // expect: check-then-act
  res.status(201).end()
})

app.post('/files/:name/new', async (req, res) => {
  const path = `/data/${req.params.name}`
  if (!existsSync(path)) {
    await write(path, req.body) // expect: check-then-act
  }
  res.status(201).end()
})

app.post('/files/:name/exclusive', (req, res) => {
  const path = `/data/${req.params.name}`
  if (existsSync(path)) return res.status(409).end()
  writeFileSync(path, req.body, { flag: 'wx' })
  res.status(201).end()
})

app.put('/files/:name', (req, res) => {
  const path = `/data/${req.params.name}`
  if (!existsSync(path)) return res.status(404).end()
  writeFile(path, req.body, () => res.json({}))
})

app.post('/jobs/:id', async (req, res) => {
  const key = `lock:${req.params.id}`
  const locked = await redis.get(key)
  if (locked) return res.status(409).end()
  await redis.set(key, '1', 'EX', 60) // expect: check-then-act
  await redis.del(key)
  res.json({})
})

// One state is written over another: it keeps nobody out.
app.get('/circuits/:name', async (req, res) => {
  const key = `circuit:${req.params.name}`
  const state = await redis.get(key)
  if (state === 'OPEN') {
    await redis.set(key, 'HALF_OPEN', 'EX', 30)
    return res.json({ state: 'HALF_OPEN' })
  }
  res.json({ state })
})

app.post('/jobs/:id/marked', async (req, res) => {
  const key = `lock:${req.params.id}`
  const mark = await redis.get(key)
  if (mark !== '1') {
    await redis.set(key, '1', 'EX', 60) // expect: check-then-act
    res.json({})
  }
})

app.post('/jobs/:id/once', async (req, res) => {
  const key = `lock:${req.params.id}`
  const taken = await redis.set(key, '1', 'EX', 60, 'NX')
  if (!taken) return res.status(409).end()
  res.json({})
})

app.get('/limited', async (req, res) => {
  const key = `hits:${req.ip}`
  const hits = Number(await redis.get(key))
  if (hits >= 100) return res.status(429).end()
  await redis.set(key, hits + 1) // expect: check-then-act
  res.json({})
})

app.get('/limited/atomic', async (req, res) => {
  const hits = await redis.incr(`hits:${req.ip}`)
  if (hits > 100) return res.status(429).end()
  res.json({})
})

app.get('/reports/:id', async (req, res) => {
  const key = `report:${req.params.id}`
  const cached = await redis.get(key)
  if (cached) return res.json(JSON.parse(cached))
  const report = { id: req.params.id, lines: [] }
  await redis.set(key, JSON.stringify(report), 'EX', 60)
  res.json(report)
})

app.get('/ready', async (req, res) => {
  await access('/data')
  res.json({})
})

async function acquireLock(id: string) {
  const key = `lock:${id}`
  if (await redis.exists(key)) return false
  await redis.setex(key, 60, 'held') // expect: check-then-act
  return true
}

app.post('/imports/:id', async (req, res) => {
  if (!(await acquireLock(req.params.id))) return res.status(409).end()
  res.json({})
})

app.post('/invoices/:id', async (req, res) => {
  const path = `/data/invoices/${req.params.id}.pdf`
  try {
    await access(path)
  } catch {
    await write(path, req.body) // expect: check-then-act
  }
  res.status(201).end()
})

app.post('/orders/:shop', async (req, res) => {
  const path = `/data/orders/${req.params.shop}.json`
  const orders = JSON.parse(await readFile(path, 'utf8'))
  orders.push(req.body)
  await write(path, JSON.stringify(orders)) // expect: check-then-act
  res.status(201).end()
})

// Nothing else of the process runs in between.
app.post('/orders/:shop/at-once', (req, res) => {
  const path = `/data/orders/${req.params.shop}.json`
  const orders = JSON.parse(readFileSync(path, 'utf8'))
  orders.push(req.body)
  writeFileSync(path, JSON.stringify(orders))
  res.status(201).end()
})

// What is copied was just written; where it goes is not asked.
app.post('/maps/:name', async (req, res) => {
  const upload = `/tmp/${req.params.name}.upload`
  await write(upload, req.body)
  const { size } = await stat(upload)
  if (size === 0) return res.status(400).end()
  await copyFile(upload, `/data/maps/${req.params.name}.bin`)
  res.status(201).end()
})
