import { Hono } from 'hono'

const app = new Hono()

app.get('/api/wallets', (c) => c.json([])) // expect: unversioned-route
app.post('/api/wallets', (c) => c.json({}))
app.get('/api/wallets/:id', (c) => c.json({}))
app.put('/api/wallets/:id', (c) => c.json({}))
app.delete('/api/wallets/:id', (c) => c.json({}))

export default app
