// What the system says of the machine, at paths that nobody gives, and what somebody does.
import express from 'express'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Jimp } from 'jimp'

const app = express()
const MEMORY = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes']

interface Paths {
  readonly load?: string
  readonly memory?: readonly string[]
}

function read(path: string) {
  return readFileSync(path, 'utf8').trim() // expect-low: blocking-call
}
function firstOf(paths: readonly string[]) {
  for (const path of paths) return readFileSync(path, 'utf8').trim() // expect-low: blocking-call
  return ''
}
function health(paths: Paths = {}) {
  return { load: read(paths.load ?? '/proc/loadavg'), memory: firstOf(paths.memory ?? MEMORY) }
}
app.get('/health', (_req, res) => {
  res.json(health())
})

function told(paths: Paths = {}) {
  return readFileSync(paths.load ?? '/proc/loadavg', 'utf8') // expect: blocking-call
}
app.get('/told', (req, res) => {
  res.send(told({ load: `/var/loads/${req.ip}` }))
})

// A picture that is written in the code.
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
app.get('/dot', async (_req, res) => {
  const dot = await Jimp.read(Buffer.from(DOT, 'base64')) // expect-low: blocking-call
  res.json(dot.bitmap.width)
})
app.get('/packed', (req, res) => {
  res.send(gzipSync(Buffer.from(String(req.query.text)))) // expect: blocking-call
})
