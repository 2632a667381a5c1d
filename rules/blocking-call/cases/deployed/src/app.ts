// Files that are deployed with the program, and those that it gets while it runs.
import express from 'express'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { welcome } from './welcome'

const app = express()
const TEMPLATES = path.join(process.cwd(), 'templates')

app.post('/guests', (req, res) => {
  const text = readFileSync(path.join(__dirname, '../templates/welcome.html'), 'utf8') // expect-low: blocking-call
  res.send(text.replace('{{name}}', req.body.name))
})

// Any of a folder in which only small files lie.
app.get('/texts/:name', (req, res) => {
  res.send(readFileSync(path.join(TEMPLATES, `${req.params.name}.html`), 'utf8')) // expect-low: blocking-call
})

function template(name: string) {
  return readFileSync(path.join(TEMPLATES, name), 'utf8') // expect-low: blocking-call
}

app.post('/orders', (req, res) => {
  res.send(template('order.html').replace('{{day}}', req.body.day))
})

app.post('/orders/again', (req, res) => {
  res.send(`${template('order.html')}${template('welcome.html')}`)
})

app.get('/welcome', (_req, res) => {
  res.send(welcome())
})

// Nothing of the kind is deployed: these come while the program runs.
app.get('/tickets/:id', (req, res) => {
  res.send(readFileSync(path.join(process.cwd(), 'tickets', `${req.params.id}.html`), 'utf8')) // expect: blocking-call
})

function stored(folder: string, name: string) {
  return readFileSync(path.join(folder, name), 'utf8') // expect: blocking-call
}

app.get('/posters/:name', (req, res) => {
  res.send(stored('posters', req.params.name))
})

// One name, and the program writes it.
const SEATS = path.join(process.cwd(), 'data', 'seats.json')

app.post('/seats', (req, res) => {
  writeFileSync(`${SEATS}.new`, JSON.stringify(req.body)) // expect: blocking-call
  renameSync(`${SEATS}.new`, SEATS)
  res.sendStatus(204)
})

app.get('/seats', (_req, res) => {
  res.json(JSON.parse(readFileSync(SEATS, 'utf8'))) // expect: blocking-call
})
