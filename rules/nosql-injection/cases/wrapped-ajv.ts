import Ajv from 'ajv'
import express, { type NextFunction, type Request, type Response } from 'express'
import { Schema, model } from 'mongoose'

const Seat = model('Seat', new Schema({ code: String, row: String }))
const ajv = new Ajv({ allErrors: true })

/** Says where in the request the mistake is. */
function explaining(validator: any) {
  return async (value: any) => {
    try {
      return validator(value)
    } catch (error) {
      throw new Error(`the request does not fit: ${String(error)}`)
    }
  }
}

/** Looks at nothing: what the validator answers is thrown away. */
function looking(validator: any) {
  return async (value: any) => {
    validator(value)
  }
}

const check = (schema: any) => async (req: Request, _res: Response, next: NextFunction) => {
  try {
    const validator = explaining(ajv.compile({ ...schema, $async: true }))
    await validator(req)
    next()
  } catch (error) {
    next(error)
  }
}

const look = (schema: any) => async (req: Request, _res: Response, next: NextFunction) => {
  const validator = looking(ajv.compile(schema))
  await validator(req)
  next()
}

const bodyWithCode = { type: 'object', properties: { body: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] } }, required: ['body'] }

const app = express()
app.use(express.json())

app.post('/seats/find', check(bodyWithCode), async (req, res) => {
  res.json(await Seat.findOne({ code: req.body.code }))
})

app.post('/seats/look', look(bodyWithCode), async (req, res) => {
  res.json(await Seat.findOne({ code: req.body.code })) // expect: nosql-injection
})
