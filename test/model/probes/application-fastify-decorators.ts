// Controllers of Fastify, whose decorators take the options of a route.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Controller, DELETE, GET, POST } from 'fastify-decorators'

async function signedIn(request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers.authorization) return reply.code(401).send()
}

async function noted(request: FastifyRequest) {
  request.log.info('asked')
}

const order = { body: { type: 'object', properties: { total: { type: 'number' } } } }

@Controller('/orders')
export class OrdersController {
  @GET('/:id', { preHandler: signedIn }) // entry: route GET /orders/:id; before: signedIn; guards: auth
  one() {
    return {}
  }

  @POST('/', { schema: order, preHandler: [signedIn] }) // entry: route POST /orders; before: schema, signedIn; guards: validate, auth
  add() {
    return {}
  }

  @POST('/signed', { preHandler: [noted], schema: order, onRequest: [signedIn] }) // entry: route POST /orders/signed; before: signedIn, schema, noted; guards: auth, validate
  addSigned() {
    return {}
  }

  @DELETE({ url: '/:id' }) // entry: route DELETE /orders/:id; before: -
  remove() {
    return {}
  }
}
