import express from 'express'

const app = express()
const orders = express.Router()

app.get('/health', (req, res) => res.end())
orders.get('/', (req, res) => res.json([])) // expect: unversioned-route
orders.post('/', (req, res) => res.json({}))
orders.get('/:id', (req, res) => res.json({}))
orders.delete('/:id', (req, res) => res.end())
app.use('/orders', orders)
app.get('/customers', (req, res) => res.json([]))

app.listen(3000)
