// Controllers of decorated classes outside of NestJS, with middleware that a container gives for a token.
import type { NextFunction, Request, Response } from 'express'
import { Container, injectable } from 'inversify'
import { BaseMiddleware, controller, httpGet, httpMethod, httpPost, InversifyExpressServer, requestBody } from 'inversify-express-utils'

const TYPES = { Signed: Symbol.for('Signed'), Audit: Symbol.for('Audit') }

@injectable()
class SignedMiddleware extends BaseMiddleware {
  handler(request: Request, response: Response, next: NextFunction) {
    if (!request.headers.authorization) {
      response.status(401).send('unauthorized')
      return
    }
    next()
  }
}

@injectable()
class AuditMiddleware extends BaseMiddleware {
  handler(_request: Request, _response: Response, next: NextFunction) {
    next()
  }
}

@controller('/invoices', TYPES.Signed)
export class InvoiceController {
  @httpGet('/:id') // entry: route GET /invoices/:id; before: TYPES.Signed; guards: auth
  one() {
    return {}
  }

  @httpPost('/', TYPES.Audit) // entry: route POST /invoices; before: TYPES.Signed, TYPES.Audit; guards: auth
  create(@requestBody() body: object) {
    return body
  }
}

@controller('/health')
export class HealthController {
  @httpMethod('get', '/') // entry: route GET /health; before: -
  show() {
    return 'up'
  }
}

const container = new Container()
container.bind<SignedMiddleware>(TYPES.Signed).to(SignedMiddleware)
container.bind<AuditMiddleware>(TYPES.Audit).to(AuditMiddleware)

export const server = new InversifyExpressServer(container as any)
