// Many hand their filters to one function: each of them is told of.
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { model, Schema, type FilterQuery, type Model } from 'mongoose'

abstract class Repository<T> {
  constructor(protected readonly model: Model<T>) {}

  one(filter: FilterQuery<T>) {
    return this.model.findOne(filter).exec()
  }
}

interface Wallet {
  code: string
  token: string
  owner: string
}

class Wallets extends Repository<Wallet> {
  constructor() {
    super(model<Wallet>('Wallet', new Schema<Wallet>({ code: String, token: String, owner: String })))
  }
}

const wallets = new Wallets()
const wrap =
  (handler: (request: Request, response: Response) => Promise<unknown>): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    handler(request, response).catch(next)
  }

const app = express()
app.use(express.json())
app.post('/wallets/find', wrap(async (request, response) => response.json(await wallets.one({ code: request.body.code })))) // expect: nosql-injection
app.post('/wallets/reset', wrap(async (request, response) => response.json(await wallets.one({ token: request.body.token })))) // expect: nosql-injection
app.post('/wallets/mine', wrap(async (request, response) => response.json(await wallets.one({ owner: String(request.body.owner) }))))
