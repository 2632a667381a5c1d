import fs from 'node:fs'
import express from 'express'
import { readJsonSync } from 'fs-extra'
import { Jimp } from 'jimp'

const app = express()

app.get('/halls', (req, res) => {
  res.json(readJsonSync('halls.json')) // expect: blocking-call
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
