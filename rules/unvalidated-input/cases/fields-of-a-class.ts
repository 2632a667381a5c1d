// What a class is made of by its fields is no whole body.
import express from 'express'
import { Schema, model } from 'mongoose'

const State = model('State', new Schema({ name: String, order: Number, role: String }))

class StateDto {
  constructor(
    readonly name: string,
    readonly order: number,
  ) {}
}
class OpenDto {
  constructor(values: Record<string, unknown>) {
    Object.assign(this, values)
  }
}

const app = express()
app.use(express.json())

app.post('/states', async (req, res) => {
  const { name, order } = req.body // expect-low: unvalidated-input
  const dto = new StateDto(String(name), order)
  await new State(dto).save()
  res.end()
})
app.post('/states/open', async (req, res) => {
  const dto = new OpenDto(req.body) // expect: unvalidated-input
  await new State(dto).save()
  res.end()
})

// What a class says of itself is made by its own code, of what it took.
class Visit {
  private readonly from: string
  private readonly seats: number
  readonly raw: Record<string, unknown>
  constructor(values: Record<string, any>) {
    this.from = values.from
    this.seats = values.seats
    this.raw = values
  }
  get summary() {
    return { name: String(this.from), order: this.seats * 2 }
  }
  get whole() {
    return this.raw
  }
}
app.post('/states/visits', async (req, res) => {
  const visit = new Visit(req.body)
  await new State({ ...visit.summary }).save()
  res.end()
})
app.post('/states/visits/whole', async (req, res) => {
  const visit = new Visit(req.body) // expect: unvalidated-input
  await new State(visit.whole).save()
  res.end()
})
app.listen(3000)
