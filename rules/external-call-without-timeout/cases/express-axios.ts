import express from 'express'
import axios from 'axios'
import pTimeout from 'p-timeout'

const app = express()
const shipping = axios.create({ baseURL: 'https://shipping.example.com' }) // expect: external-call-without-timeout
const billing = axios.create({ baseURL: 'https://billing.example.com', timeout: 5000 })
const OPTIONS = { timeout: 3000, headers: { accept: 'application/json' } }
const catalogue = axios.create(OPTIONS)

function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const timer = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too slow')), milliseconds))
  return Promise.race([work, timer])
}

app.get('/rates', async (req, res) => {
  const rates = await axios.get('https://rates.example.com/latest') // expect: external-call-without-timeout
  const bounded = await axios.get('https://rates.example.com/latest', { timeout: 2000 })
  const signalled = await axios.get('https://rates.example.com/latest', { signal: AbortSignal.timeout(2000) })
  res.json([rates.data, bounded.data, signalled.data])
})

app.post('/shipments', async (req, res) => {
  await shipping.post('/shipments', req.body)
  await shipping.get('/shipments')
  await billing.post('/invoices', req.body)
  await catalogue.get('/products')
  await axios.post('https://hooks.example.com', { id: 1 }, { headers: { accept: '*/*' } }) // expect: external-call-without-timeout
  await axios({ url: 'https://hooks.example.com', method: 'POST' }) // expect: external-call-without-timeout
  await withTimeout(axios.get('https://slow.example.com'), 1000)
  await pTimeout(axios.get('https://slow.example.com'), { milliseconds: 1000 })
  res.sendStatus(202)
})

app.get('/weather', async (req, res) => {
  const request = fetch('https://weather.example.com')
  const timer = new Promise((resolve) => setTimeout(resolve, 1000))
  res.json(await Promise.race([request, timer]))
})

// What no call gives, the parameter says itself.
const read = (path: string, options = { timeout: 2000 }) => axios.get(`https://stock.example.com${path}`, options)
const count = (path: string, options = { responseType: 'json' as const }) => axios.get(`https://stock.example.com${path}`, options) // expect: external-call-without-timeout

app.get('/stock', async (req, res) => {
  res.json([await read('/orders'), await count('/orders')])
})

/** Not on the way of a request. */
export async function importRates(): Promise<unknown> {
  return axios.get('https://rates.example.com/history')
}

app.listen(3000)
