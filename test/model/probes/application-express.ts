import express, { Router, type Express, type IRouter, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import passport from 'passport'

const log = (_req: Request, _res: Response, next: NextFunction) => next()
const limit = rateLimit({ windowMs: 60_000, limit: 5 })
const auth = passport.authenticate('jwt')
const onError = (_error: Error, _req: Request, res: Response, _next: NextFunction) => void res.end()
const wrap = (run: RequestHandler): RequestHandler => (req, res, next) => run(req, res, next)

const app = express()
app.use(log)
app.get('/early', (_req, res) => void res.end()) // entry: route GET /early; before: log; guards: -; errors: onError

const orders = Router()
orders.post('/', limit, (_req, res) => void res.end()) // entry: route POST /api/orders; before: log, auth, limit; guards: auth, limit
orders.use(limit)
orders.route('/:id').all(auth).get((_req, res) => void res.end()) // entry: route GET /api/orders/:id; before: log, auth, limit; guards: auth, limit
const api = Router()
api.use('/orders', auth, orders)
app.use('/api', api)

// Lists, spreads, conditions and wrappers.
const common = [log, auth]
app.post('/lists', [...common, process.env['CI'] ? limit : log], wrap((_req, res) => void res.end())) // before: log, log, auth, process.env['CI'] ? limit : log, wrap; guards: auth, limit

// Routers in a table.
const table = [{ path: '/users', router: Router() }]
const users = Router()
users.get('/', (_req, res) => void res.end()) // entry: route GET /v1/users
const routes = [{ path: '/users', route: users }]
for (const { path, route } of routes) app.use(`/v1${path}`, limit, route)
export const sizes = table.length

// A wrapper of the project.
function register(target: Express, method: 'get' | 'post', path: string, handler: RequestHandler, ...rest: RequestHandler[]) {
  target[method](path, auth, ...rest, handler)
}
register(app, 'post', '/wrapped', (_req, res) => void res.end()) // entry: route POST /wrapped; guards: auth

// A base class with the router of each controller.
interface RouteOptions {
  method: 'get' | 'post'
  path: string
  handler: RequestHandler
  middleware?: RequestHandler[]
}
class Controller {
  readonly app: IRouter

  constructor() {
    this.app = Router()
  }

  get router() {
    return this.app
  }

  protected route({ method, path, handler, middleware = [] }: RouteOptions) {
    this.app[method](path, log, ...middleware, wrap(handler.bind(this)))
  }

  protected post(path: string, handler: RequestHandler) {
    this.route({ method: 'post', path, handler, middleware: [limit] })
  }
}
class Invoices extends Controller {
  constructor() {
    super()
    this.route({ method: 'get', path: '/', handler: this.list })
    this.post('/pay', this.pay)
  }

  list(_req: Request, res: Response) { // entry: route GET /invoices; before: log, auth, log, wrap; guards: auth
    res.end()
  }

  pay(_req: Request, res: Response) { // entry: route POST /invoices/pay; before: log, auth, log, limit, wrap; guards: auth, limit
    res.end()
  }
}
class Tickets extends Controller {
  constructor() {
    super()
    this.post('/close', this.close)
  }

  close(_req: Request, res: Response) { // entry: route POST /tickets/close; before: log, log, limit, wrap
    res.end()
  }
}
app.use('/invoices', auth, new Invoices().router)
app.use('/tickets', new Tickets().router)

// Declared to be anything, an application takes paths all the same.
const bills = express.Router()
bills.get('/open', (_req, res) => { // entry: route GET /bills/open; before: log
  res.end()
})
const mountBills = (given: any) => {
  given.use('/bills', bills)
}
mountBills(app)

app.use(onError)
