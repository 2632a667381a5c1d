import Fastify from 'fastify'
import CircuitBreaker from 'opossum'
import Stripe from 'stripe'
import got from 'got'
import ky from 'ky'

const server = Fastify()
const stripe = new Stripe('sk_test_placeholder')
const tax = got.extend({ prefixUrl: 'https://tax.example.com' }) // expect: external-call-without-timeout
const quick = got.extend({ timeout: { request: 2000 } })

async function loadScore(id: string): Promise<unknown> {
  const response = await fetch(`https://scores.example.com/${id}`) // expect: external-call-without-timeout
  return response.json()
}

async function loadLimit(id: string): Promise<unknown> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), 2000)
  try {
    const response = await fetch(`https://limits.example.com/${id}`, { signal: controller.signal })
    return await response.json()
  } finally {
    clearTimeout(timer)
  }
}

async function chargeCard(id: string): Promise<unknown> {
  return (await fetch(`https://cards.example.com/${id}`, { method: 'POST' })).json()
}

const breaker = new CircuitBreaker(chargeCard, { timeout: 3000 })

server.get<{ Params: { id: string } }>('/scores/:id', async (request) => {
  const { id } = request.params
  await stripe.customers.retrieve(id)
  await tax.get(`rates/${id}`)
  await quick.get(`rates/${id}`)
  await got.get('https://tax.example.com/countries') // expect: external-call-without-timeout
  await ky.get('https://tax.example.com/countries')
  await breaker.fire(id)
  return [await loadScore(id), await loadLimit(id)]
})

server.post('/orders', async (request) => {
  const options = { method: 'POST', body: JSON.stringify(request.body) }
  await fetch('https://orders.example.com', options) // expect: external-call-without-timeout
  const bounded = { method: 'POST', signal: AbortSignal.timeout(1000) }
  await fetch('https://orders.example.com', bounded)
  return { ok: true }
})

// ---- One system asked in many places: they want one function that says how long it may take

async function nameOf(seller: string): Promise<unknown> {
  return (await fetch(`https://api.sellers.example.com/${seller}/name`)).json() // expect: external-call-without-timeout
}

async function limitOf(seller: string): Promise<unknown> {
  return (await fetch(`https://api.sellers.example.com/${seller}/limit`)).json()
}

async function feesOf(seller: string): Promise<unknown> {
  return (await fetch(`https://api.sellers.example.com/${seller}/fees`)).json()
}

async function banksOf(seller: string): Promise<unknown> {
  return (await fetch(`https://api.sellers.example.com/${seller}/banks`)).json()
}

server.get<{ Params: { seller: string } }>('/sellers/:seller', async ({ params: { seller } }) => {
  const rating = await fetch(`https://ratings.example.com/${seller}`) // expect: external-call-without-timeout
  return [await nameOf(seller), await limitOf(seller), await feesOf(seller), await banksOf(seller), await rating.json()]
})
