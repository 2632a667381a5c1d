// What is mounted only where people develop or test, by the test around the mount or what a function says of it.
import { Router } from 'express'
import express from 'express'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const app = express()

const seeds = Router()
seeds.post('/:name', (req, res) => {
  res.json({ rows: readFileSync(`seeds/${req.params.name}.csv`, 'utf8').split('\n').length }) // expect-low: blocking-call
})

if (process.env.NODE_ENV === 'test' || process.env.NODE_ENV === 'development') {
  app.use('/seeds', seeds)
}

const reports = Router()
reports.get('/:name', (req, res) => {
  res.send(readFileSync(`reports/${req.params.name}.html`, 'utf8')) // expect: blocking-call
})

if (process.env.NODE_ENV !== 'test') {
  app.use('/reports', reports)
}

// Where the other side is open to everybody.
const plans = Router()
plans.get('/:name', (req, res) => {
  res.send(readFileSync(`plans/${req.params.name}.html`, 'utf8')) // expect: blocking-call
})

if (process.env.NODE_ENV === 'development' || process.env.SHOWS_PLANS) {
  app.use('/plans', plans)
}

interface MailOptions {
  readonly devMode?: boolean
  readonly folder: string
}

const isMailbox = (options: MailOptions) => options.devMode === true
const isNamed = (options: MailOptions) => options.folder !== ''

function mailbox(folder: string) {
  const router = Router()
  router.get('/:id', async (req, res) => {
    res.json(JSON.parse(await readFile(`${folder}/${req.params.id}.json`, 'utf8'))) // expect-low: blocking-call
  })
  return router
}

function archive(folder: string) {
  const router = Router()
  router.get('/:id', async (req, res) => {
    res.json(JSON.parse(await readFile(`${folder}/${req.params.id}.json`, 'utf8'))) // expect: blocking-call
  })
  return router
}

export function serveMails(options: MailOptions) {
  if (isMailbox(options) && options.folder !== '') app.use('/mailbox', mailbox(options.folder))
  if (isNamed(options)) app.use('/archive', archive(options.folder))
}
