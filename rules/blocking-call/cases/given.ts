// What the program gives decides whether control comes to a call.
import express from 'express'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

class PlanCache {
  private readonly plans = new Map<string, Buffer>()

  keep(key: string, plan: string) {
    this.plans.set(key, gzipSync(plan))
  }
}

// Nobody gives a cache.
class Plans {
  private cache?: PlanCache

  constructor(
    private readonly city: string,
    cache?: PlanCache,
  ) {
    this.cache = cache
  }

  plan(hall: string) {
    const text = `${this.city} ${hall}`
    if (this.cache) this.cache.keep(hall, text)
    this.cache?.keep(hall, text)
    return text
  }
}

class Texts {
  private readonly texts = new Map<string, Buffer>()

  keep(key: string, text: string) {
    this.texts.set(key, gzipSync(text)) // expect: blocking-call
  }
}

// One who makes them gives it.
class Letters {
  constructor(
    private readonly city: string,
    private readonly texts?: Texts,
  ) {}

  letter(name: string) {
    const text = `${this.city}, ${name}`
    if (this.texts) this.texts.keep(name, text)
    return text
  }
}

const plans = new Plans('Bern')
const letters = new Letters('Bern')
const kept = new Letters('Basel', new Texts())
const app = express()

app.get('/plans/:hall', (req, res) => {
  res.send(plans.plan(req.params.hall))
})

app.get('/letters/:name', (req, res) => {
  res.send(letters.letter(req.params.name) + kept.letter(req.params.name))
})

// The way that is shown is one that what is given leaves open.
function seats(hall: string, request: { plan?: string }) {
  if (request.plan) writeFileSync(`seats/${hall}.json`, request.plan)
  return readFileSync(`seats/${hall}.json`) // expect: blocking-call
}

app.get('/seats/:hall', (req, res) => {
  res.send(seats(req.params.hall, {}))
})

// The constructor asks before it has said where, and nobody asks again.
class Limits {
  private readonly path: string
  readonly longest: number

  constructor(hall: string) {
    this.longest = this.read().length
    this.path = `limits/${hall}.txt`
  }

  private read() {
    if (!existsSync(this.path)) return '' // expect-low: blocking-call
    return readFileSync(this.path, 'utf8')
  }
}

class Aisles {
  private readonly path: string
  readonly longest: number

  constructor(hall: string) {
    this.path = `aisles/${hall}.txt`
    this.longest = this.read().length
  }

  private read() {
    if (!existsSync(this.path)) return ''
    return readFileSync(this.path, 'utf8') // expect: blocking-call
  }
}

// Somebody asks again.
class Rows {
  private readonly path: string
  private longest: number

  constructor(hall: string) {
    this.longest = this.read().length
    this.path = `rows/${hall}.txt`
  }

  refresh() {
    this.longest = this.read().length
    return this.longest
  }

  private read() {
    if (!existsSync(this.path)) return ''
    return readFileSync(this.path, 'utf8') // expect: blocking-call
  }
}

app.get('/limits/:hall', (req, res) => {
  const { hall } = req.params
  res.json([new Limits(hall).longest, new Aisles(hall).longest, new Rows(hall).refresh()])
})
