import express from 'express'
import mongoose, { Schema, type Connection, type Document, type Model } from 'mongoose'

interface CustomerDocument extends Document {
  email: string
  nickname: string
}

interface CustomerModel extends Model<CustomerDocument> {
  findByEmail(email: string): Promise<CustomerDocument | null>
}

interface Models {
  Customers: CustomerModel
}

const customerSchema = new Schema<CustomerDocument>({ email: String, nickname: { type: String, unique: true } })

/** The models of one tenant: what stands behind a type is said where it is made. */
function modelsOf(db: Connection): Models {
  const models = {} as Models
  models.Customers = db.model<CustomerDocument, CustomerModel>('customers', customerSchema)
  return models
}

const models = modelsOf(mongoose.createConnection('mongodb://localhost/shop'))
const app = express()

app.post('/customers', async (req, res) => {
  const { email, nickname } = req.body
  const known = await models.Customers.findOne({ email }) // expect: check-then-act
  if (known) return res.sendStatus(409)
  await models.Customers.create({ email, nickname })
  res.sendStatus(201)
})

app.post('/nicknames', async (req, res) => {
  const { email, nickname } = req.body
  const known = await models.Customers.findOne({ nickname }) // expect-low: check-then-act
  if (known) return res.sendStatus(409)
  await models.Customers.create({ email, nickname })
  res.sendStatus(201)
})
