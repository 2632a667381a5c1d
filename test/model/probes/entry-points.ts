import { Controller, Get, Param, Post, UseGuards } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import Router from '@koa/router'
import { Worker } from 'bullmq'
import express, { Router as createRouter, type NextFunction, type Request, type Response } from 'express'

const app = express()
const orders = createRouter()
const admin = createRouter()
const koa = new Router()

const wrapped = (run: (req: Request, res: Response) => Promise<void>) => (req: Request, res: Response, next: NextFunction) => {
  run(req, res).catch(next)
}

app.get('/health', (_req, res) => void res.end()) // entry: route GET /health
orders.get('/:id', async (_req, res) => void res.end()) // entry: route GET /api/orders/:id
orders.post('/', wrapped(async (_req, res) => void res.end())) // entry: route POST /api/orders
admin.use('/orders', orders)
app.use('/api', admin)

function remove(_req: Request, res: Response) { // entry: route DELETE /orders/:id
  res.end()
}
app.delete('/orders/:id', remove)

koa.put('/orders/:id', async (ctx) => { // entry: route PUT /orders/:id
  ctx.body = {}
})

export const worker = new Worker('mails', async () => undefined) // entry: job mails

class Guard {}

@Controller('invoices')
export class InvoiceController {
  @Get(':id') // entry: route GET /invoices/:id
  find(@Param('id') id: string) {
    return id
  }

  @UseGuards(Guard) // entry: route POST /invoices
  @Post()
  create() {}

  @Cron('0 * * * *') // entry: cron 0 * * * *
  tick() {}
}
