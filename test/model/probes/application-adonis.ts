// AdonisJS: handlers by class and member, groups, resources.
import type {} from '@adonisjs/auth/initialize_auth_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import limiter from '@adonisjs/limiter/services/main'

class OrdersController {
  async index(_ctx: HttpContext) {} // entry: route GET /api/v1/orders; guards: auth
  async store(_ctx: HttpContext) {} // entry: route POST /api/v1/orders; before: knownUser, few; guards: auth, limit
}
class SeatsController {
  async index(_ctx: HttpContext) {} // entry: route GET /api/v1/seats; before: knownUser
  async show(_ctx: HttpContext) {} // entry: route GET /api/v1/seats/:id
  async destroy(_ctx: HttpContext) {} // entry: route DELETE /api/v1/seats/:id
}
class LoginController {
  async handle(_ctx: HttpContext) {} // entry: route POST /api/v1/login; before: -
}

const few = limiter.define('few', () => limiter.allowRequests(5).every('1 minute') as any)
const knownUser = async (ctx: HttpContext, next: () => Promise<void>) => {
  await ctx.auth.authenticateUsing()
  await next()
}

router.get('/', async () => 'up') // entry: route GET /; before: -
router
  .group(() => {
    router.post('/login', [LoginController])
    router
      .group(() => {
        router.get('/orders', [OrdersController, 'index'])
        router.post('/orders', [OrdersController, 'store']).use(few)
        router.resource('seats', SeatsController).apiOnly()
      })
      .use(knownUser)
  })
  .prefix('/api/v1')
