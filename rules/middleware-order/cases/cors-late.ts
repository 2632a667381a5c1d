import cors from 'cors'
import express from 'express'

// Most routes are answered without the headers that the middleware adds.
const app = express()
app.get('/orders', (req, res) => res.json([]))
app.post('/orders', (req, res) => res.json({}))
app.get('/seats', (req, res) => res.json([]))
app.use(cors()) // expect: middleware-order
app.get('/invoices', (req, res) => res.json([]))
app.use((error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
  res.status(500).json({ error: error.name })
})

// What comes first is for the own origin alone.
const site = express()
site.get('/account', (req, res) => res.json({}))
site.use(cors())
site.get('/orders', (req, res) => res.json([]))
site.get('/seats', (req, res) => res.json([]))
site.use((error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
  res.status(500).json({ error: error.name })
})

app.listen(3000)
site.listen(3001)
