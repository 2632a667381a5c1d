import express from 'express'
import axios from 'axios'

const app = express()
const tax = axios.create({ baseURL: 'https://tax.example.com', timeout: 2000 })

app.get('/rates', async (req, res) => {
  res.json((await tax.get('/rates')).data) // expect: no-circuit-breaker
})

app.get('/countries', async (req, res) => {
  res.json((await tax.get('/countries')).data)
})

app.post('/quotes', async (req, res) => {
  res.json((await tax.post('/quotes', req.body)).data)
})

app.get('/weather', async (req, res) => {
  res.json(await (await fetch('https://weather.example.com', { signal: AbortSignal.timeout(1000) })).json())
})
