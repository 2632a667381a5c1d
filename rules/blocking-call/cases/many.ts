// The list that is kept in the file has no end.
import express from 'express'
import { readFile, writeFile } from 'node:fs/promises'

const app = express()
const day = () => `visits/${new Date().getDay()}.json`

app.get('/visits', async (_req, res) => {
  res.json(JSON.parse(await readFile(day(), 'utf8'))) // expect: blocking-call
})

app.post('/visits', async (req, res) => {
  const visits: unknown[] = JSON.parse(await readFile(day(), 'utf8')) // expect: blocking-call
  visits.push(req.body.visit)
  if (visits.length > 24) console.log('many visits')
  await writeFile(day(), JSON.stringify(visits))
  res.end()
})
