import fs from 'node:fs'
import path from 'node:path'
import express from 'express'
import { readJsonSync } from 'fs-extra'
import { Jimp } from 'jimp'

const app = express()

app.get('/halls/:town', (req, res) => {
  res.json(readJsonSync(`halls/${req.params.town}.json`)) // expect: blocking-call
})

app.get('/plans/:year', (req, res, next) => {
  fs.readFile(`plans/${req.params.year}.json`, 'utf8', (error, text) => {
    if (error) return next(error)
    res.json(JSON.parse(text)) // expect: blocking-call
  })
})

// Opening, scaling and writing an image is one piece of work.
app.get('/pictures/:name', async (req, res) => {
  const picture = await Jimp.read(`pictures/${req.params.name}`) // expect: blocking-call
  picture.resize({ w: 200 })
  res.send(await picture.getBuffer('image/png'))
})

// ---- Read again only when it has changed, and not at all where people are served

let changedAt = 0
let prices = ''

function loadPrices() {
  const changed = fs.statSync('prices.yml').mtimeMs // expect-low: blocking-call
  if (changed === changedAt) return
  changedAt = changed
  prices = fs.readFileSync('prices.yml', 'utf8')
}

app.get('/prices', (req, res) => {
  loadPrices()
  res.send(prices)
})

function loadTexts(): string {
  if (process.env['NODE_ENV'] === 'production') return prices
  return fs.readFileSync('texts.yml', 'utf8') // expect-low: blocking-call
}

app.get('/texts', (req, res) => {
  res.send(loadTexts())
})

// ---- One entry of a folder, or all that is in it; settings of the program's own; texts that are deployed with it

app.delete('/plans/:year', (req, res) => {
  fs.rmSync(`plans/${req.params.year}.json`) // expect-low: blocking-call
  res.sendStatus(204)
})

app.delete('/plans', (_req, res) => {
  fs.rmSync('plans', { recursive: true, force: true }) // expect: blocking-call
  res.sendStatus(204)
})

app.put('/settings', (req, res) => {
  fs.writeFileSync('settings.json', JSON.stringify(req.body)) // expect-low: blocking-call
  res.sendStatus(204)
})

app.get('/letters/:name', async (req, res) => {
  const text = await fs.promises.readFile(`./assets/letters/${req.params.name}.json`, 'utf8')
  res.json(JSON.parse(text)) // expect-low: blocking-call
})

// One name in every folder: what the program knows, and not what came in.
app.get('/halls/:name/plan', async (req, res) => {
  const file = path.join('halls', req.params.name, 'plan.json')
  const text = await fs.promises.readFile(file, 'utf8')
  res.json(JSON.parse(text)) // expect-low: blocking-call
})

app.get('/halls/:name/days/:day', async (req, res) => {
  const text = await fs.promises.readFile(path.join('halls', req.params.name, req.params.day), 'utf8')
  res.json(JSON.parse(text)) // expect: blocking-call
})
