import express, { Router, type Application, type Request, type Response } from 'express'

interface Routes {
  readonly router: Router
}

class AccountController {
  readonly logIn = async (_req: Request, res: Response) => void res.end()
  readonly signUp = async (_req: Request, res: Response) => void res.end()
}

class AccountRoutes implements Routes {
  private readonly path = '/accounts'
  readonly router = Router()
  private readonly controller = new AccountController()

  constructor() {
    this.register()
  }

  private register() {
    this.router.post(`${this.path}/signup`, this.controller.signUp) // expect: missing-rate-limit
    this.router.post(`${this.path}/login`, this.controller.logIn)
  }
}

class Server {
  readonly app: Application

  constructor(routes: Routes[]) {
    this.app = express()
    this.app.use(express.json())
    this.mount(routes)
  }

  private mount(routes: Routes[]) {
    routes.forEach((route) => {
      this.app.use('/api', route.router)
    })
  }
}

export const server = new Server([new AccountRoutes()])
