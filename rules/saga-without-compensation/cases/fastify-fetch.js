import fastify from 'fastify'

const app = fastify()

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.json()
}

async function reserveSeat(seat) {
  const response = await fetch('https://seats.example.com/reservations', { method: 'POST', body: JSON.stringify({ seat }) })
  return response.json()
}

async function chargeWallet(wallet, amount) {
  const response = await fetch('https://wallets.example.com/charges', { method: 'POST', body: JSON.stringify({ wallet, amount }) })
  return response.json()
}

async function cancelSeat(id) {
  await fetch(`https://seats.example.com/reservations/${id}`, { method: 'DELETE' })
}

app.post('/tickets', async (request) => {
  const seat = await reserveSeat(request.body.seat) // expect: saga-without-compensation
  await chargeWallet(request.body.wallet, request.body.amount)
  return seat
})

app.post('/tickets/safe', async (request) => {
  const seat = await reserveSeat(request.body.seat)
  try {
    await chargeWallet(request.body.wallet, request.body.amount)
  } catch (error) {
    await cancelSeat(seat.id)
    throw error
  }
  return seat
})

// What the services do is not known: it may bind nobody.
app.post('/forms', async (request) => {
  await post('https://crm.example.com/people', request.body) // expect-low: saga-without-compensation
  await post('https://erp.example.com/people', request.body)
  return {}
})

// Each by itself: what fails does not stop the other.
app.post('/tickets/both', async (request) => {
  const [seat] = await Promise.allSettled([reserveSeat(request.body.seat), chargeWallet(request.body.wallet, request.body.amount)])
  return seat
})

// Both only ask, whatever the method is.
async function getTransfers(account) {
  return post('https://ledger.example.com/transfers', { account })
}

async function findShipments(account) {
  return post('https://parcels.example.com/shipments', { account })
}

app.get('/overview', async (request) => {
  const transfers = await getTransfers(request.query.account)
  const shipments = await findShipments(request.query.account)
  return { transfers, shipments }
})

// One service, which may do both at once.
const PARCELS = 'https://parcels.example.com'
app.post('/parcels', async (request) => {
  const label = await fetch(`${PARCELS}/labels`, { method: 'POST', body: JSON.stringify({ order: request.body.order }) }) // expect-low: saga-without-compensation
  await fetch(`${PARCELS}/shipments`, { method: 'POST', body: JSON.stringify({ order: request.body.order }) })
  return label.json()
})

// What the two are together says nothing of each.
async function captureOrder(first, second) {
  await fetch(first, { method: 'POST' }) // expect-low: saga-without-compensation
  await fetch(second, { method: 'POST' })
}

app.post('/captures', async (request) => {
  await captureOrder(request.body.first, request.body.second)
})
