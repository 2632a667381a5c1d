import express, { type Request, type Response } from 'express'
import { listSettings, removeSetting } from '../parts/invoices'
import { requireCustomer } from '../middleware/require-customer'
import { OrderService } from '../services/order.service'
import { confirm } from '../services/ping'
import { logIn, sessionOf } from '../services/token.service'

const orders = new OrderService()
export const router = express.Router()

// Handlers answer; that is what they are for.
async function cancel(req: Request, res: Response) {
  res.json(await orders.cancel(Number(req.params.id), String(req.body.reason)))
}

router.use(requireCustomer)
router.post('/orders', (req, res) => orders.place(req, res))
router.post('/orders/:id/close', (req, res) => orders.close(Number(req.params.id), res))
router.delete('/orders/:id', cancel)
router.get('/session', async (req, res) => {
  res.json(await sessionOf(req))
})
router.post('/session', (req, res) => logIn(req, res))
router.post('/confirmations/:id', (req, res) => confirm(req, res))
router.all('/settings', (req, res) => (req.method === 'DELETE' ? removeSetting(req, res) : listSettings(req, res)))
