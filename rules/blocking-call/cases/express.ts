import bcrypt from 'bcrypt'
import { execSync } from 'node:child_process'
import { pbkdf2Sync, scryptSync } from 'node:crypto'
import fs, { readFileSync } from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import express from 'express'

const app = express()

// Read once, when the process starts.
const template = readFileSync(path.join(__dirname, 'invoice.html'), 'utf8')

app.get('/invoices/:id', (req, res) => {
  const invoice = fs.readFileSync(path.join('invoices', `${req.params.id}.json`), 'utf8') // expect: blocking-call
  res.send(template.replace('{{invoice}}', invoice))
})

app.get('/invoices/:id/file', async (req, res) => {
  const invoice = await fs.promises.readFile(path.join('invoices', req.params.id))
  res.send(invoice)
})

function storePassword(password: string): string {
  return bcrypt.hashSync(password, 10) // expect: blocking-call
}

app.post('/users', (req, res) => {
  res.json({ password: storePassword(req.body.password) })
})

app.post('/sessions', async (req, res) => {
  const isRight = await bcrypt.compare(req.body.password, req.body.hash)
  res.json({ isRight })
})

app.post('/keys', (req, res) => {
  const first = pbkdf2Sync(req.body.password, 'salt', 100_000, 64, 'sha512') // expect: blocking-call
  const second = scryptSync(req.body.password, 'salt', 64)
  res.json({ first: first.toString('hex'), second: second.toString('hex') })
})

app.get('/version', (req, res) => {
  res.send(execSync('git rev-parse HEAD').toString()) // expect: blocking-call
})

app.get('/export', (req, res) => {
  res.send(zlib.gzipSync(JSON.stringify({ orders: req.query.orders }))) // expect: blocking-call
})

// A look at the directory is short.
app.get('/avatars/:name', (req, res) => {
  const file = path.join('avatars', req.params.name)
  if (!fs.existsSync(file)) return void res.sendStatus(404) // expect-low: blocking-call
  res.sendFile(file)
})

let settings: { currency: string } | undefined
function loadSettings(): { currency: string } {
  if (!settings) settings = JSON.parse(fs.readFileSync('settings.json', 'utf8'))
  return settings as { currency: string }
}

const translations = new Map<string, string>()
function translation(language: string): string {
  const known = translations.get(language)
  if (known !== undefined) return known
  const text = fs.readFileSync(path.join('locales', `${language}.json`), 'utf8')
  translations.set(language, text)
  return text
}

let rates: string | undefined
function readRates(): string {
  rates ??= fs.readFileSync('rates.csv', 'utf8')
  return rates
}

app.get('/prices', (req, res) => {
  res.json({ ...loadSettings(), rates: readRates(), words: translation(String(req.query.language)) })
})

app.get('/catalogue', async (req, res) => {
  const catalogue = await fs.promises.readFile(`catalogues/${req.query.year}.json`, 'utf8')
  res.json(JSON.parse(catalogue)) // expect: blocking-call
})

app.get('/about', async (req, res) => {
  res.json(JSON.parse(await fs.promises.readFile(path.join(__dirname, 'about.json'), 'utf8'))) // expect-low: blocking-call
})

// Only developers come here.
app.get('/page', (req, res) => {
  if (process.env.NODE_ENV !== 'production') {
    res.send(fs.readFileSync('page.html', 'utf8')) // expect-low: blocking-call
    return
  }
  res.send(template)
})

app.listen(Number(readFileSync('port', 'utf8')))
