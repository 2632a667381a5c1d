// Controllers whose routes say by the options of their decorators what they take.
import type { FastifyRequest } from 'fastify'
import { Controller, GET, Inject, PATCH, POST, Service } from 'fastify-decorators'
import { Schema, model } from 'mongoose'

const Order = model('Order', new Schema({ customer: String, total: Number, paid: Boolean }))

interface NewOrder {
  customer: string
  total: number
}

const createOrder = {
  body: { type: 'object', required: ['customer', 'total'], properties: { customer: { type: 'string' }, total: { type: 'number' } } },
}
const answer = { response: { 200: { type: 'object', properties: { paid: { type: 'boolean' } } } } }

@Service()
export class Orders {
  add(order: object) {
    return Order.create(order)
  }

  change(id: string, changes: object) {
    return Order.findByIdAndUpdate(id, changes)
  }
}

@Controller({ route: '/orders' })
export class OrdersController {
  @Inject(Orders) private readonly orders!: Orders

  @POST('/', { schema: createOrder })
  create(request: FastifyRequest<{ Body: NewOrder }>) {
    return this.orders.add(request.body)
  }

  @POST({ url: '/quick', options: { schema: createOrder } })
  quick(request: FastifyRequest<{ Body: NewOrder }>) {
    return this.orders.add(request.body)
  }

  // What it says of the answer says nothing of the request.
  @PATCH('/:id', { schema: answer })
  update(request: FastifyRequest<{ Params: { id: string }; Body: NewOrder }>) {
    return this.orders.change(request.params.id, request.body) // expect: unvalidated-input
  }

  @GET('/:id')
  one(request: FastifyRequest<{ Params: { id: string } }>) {
    return Order.findById(request.params.id)
  }
}
