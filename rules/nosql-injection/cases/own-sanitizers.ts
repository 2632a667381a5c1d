import express, { type NextFunction, type Request, type Response } from 'express'
import mongoSanitize from 'express-mongo-sanitize'
import { Schema, model } from 'mongoose'

const User = model('User', new Schema({ email: String, code: String }))

const sanitizer = mongoSanitize()
// A middleware of the project that hands the request to the library.
function clean(req: Request, res: Response, next: NextFunction) {
  if (process.env.NODE_ENV === 'test') return next()
  try {
    sanitizer(req, res, next)
  } catch (error) {
    next(error)
  }
}

function withoutOperators(value: any): any {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('$')).map(([key, inner]) => [key, withoutOperators(inner)]))
}

// One that does it itself.
function strip(req: Request, _res: Response, next: NextFunction) {
  req.body = withoutOperators(req.body)
  next()
}

// One that looks as if it did.
function trim(req: Request, _res: Response, next: NextFunction) {
  for (const key of Object.keys(req.body)) if (typeof req.body[key] === 'string') req.body[key] = req.body[key].trim()
  next()
}

// Whatever is sent is text afterwards, or a list of texts.
function escaped(value: unknown) {
  return String(value).replace(/</g, '&lt;')
}
function escape(req: Request, _res: Response, next: NextFunction) {
  for (const name in req.body) {
    if (Array.isArray(req.body[name])) {
      const texts: any[] = []
      for (const one of req.body[name]) texts.push(escaped(one))
      req.body[name] = texts
    } else {
      req.body[name] = escaped(req.body[name])
    }
  }
  next()
}

/** Of a package that has no types. */
declare const cleaner: any
function clear(req: Request, _res: Response, next: NextFunction) {
  for (const name in req.body) req.body[name] = cleaner.text(req.body[name])
  next()
}

// Lists stay as they are.
function escapeSome(req: Request, _res: Response, next: NextFunction) {
  for (const name of Object.keys(req.body)) if (!Array.isArray(req.body[name]) && typeof req.body[name] !== 'object') req.body[name] = escaped(req.body[name])
  next()
}

// Text becomes objects here.
function parse(req: Request, _res: Response, next: NextFunction) {
  for (const name in req.body) req.body[name] = JSON.parse(req.body[name])
  next()
}

const app = express()
app.use(express.json())

const escapedOnes = express.Router()
escapedOnes.use(escape)
escapedOnes.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email, code: req.body.code }))
})

const cleared = express.Router()
cleared.use(clear)
cleared.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email, code: req.body.code }))
})

const someEscaped = express.Router()
someEscaped.use(escapeSome)
someEscaped.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

const parsed = express.Router()
parsed.use(parse)
parsed.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

const cleaned = express.Router()
cleaned.use(clean)
cleaned.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})

const stripped = express.Router()
stripped.use(strip)
stripped.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email, code: req.body.code }))
})

const trimmed = express.Router()
trimmed.use(trim)
trimmed.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

app.use('/escaped', escapedOnes)
app.use('/cleared', cleared)
app.use('/some-escaped', someEscaped)
app.use('/parsed', parsed)
app.use('/cleaned', cleaned)
app.use('/stripped', stripped)
app.use('/trimmed', trimmed)
