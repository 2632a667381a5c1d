import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import mongoose from 'mongoose'

const app = express()

const Tag = mongoose.model('Tag', new mongoose.Schema({ name: String }))

function handled(handler: RequestHandler) {
  return async (req: Request, res: Response, next: NextFunction) => {
    Promise.resolve(handler(req, res, next)).catch((error) => next(error))
  }
}

async function addTag(values: { name: string }) {
  const known = await Tag.findOne({ name: values.name }) // expect: check-then-act
  if (known) throw new Error('there already')
  return Tag.create(values)
}

async function changeTag(id: string, values: { name: string }) {
  return Tag.findByIdAndUpdate(id, values)
}

// One adds, and another one changes: no request does both.
const add = handled(async (req, res) => {
  res.json(await addTag(req.body))
})

const change = handled(async (req, res) => {
  res.json(await changeTag(String(req.params.id), req.body))
})

app.post('/tags', add)
app.patch('/tags/:id', change)
app.listen(3000)
