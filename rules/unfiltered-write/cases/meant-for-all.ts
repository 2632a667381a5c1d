// Every row is meant, or the change itself says which.
import express from 'express'
import { Schema, model } from 'mongoose'

const Product = model('Product', new Schema({ name: String, categories: [String], shipping: String, price: Number }))
const Embedding = model('Embedding', new Schema({ product: String, values: [Number] }))

const app = express()
app.use(express.json())

app.delete('/categories/:id', async (req, res) => {
  await Product.updateMany({}, { $pull: { categories: req.params.id } })
  res.end()
})
app.post('/categories/:id', async (_req, res) => {
  await Product.updateMany({}, { $set: { categories: [] } }) // expect: unfiltered-write
  res.end()
})
app.post('/shipping', async (req, res) => {
  if (req.body.isGlobal && req.body.overwrite) await Product.updateMany({}, { $set: { shipping: String(req.body.shipping) } }) // expect-low: unfiltered-write
  res.end()
})

class Knowledge {
  async make(): Promise<void> {
    await Embedding.deleteMany({}) // expect-low: unfiltered-write
    await this.ofProducts()
  }
  private async ofProducts(): Promise<void> {
    for (const { id } of await Product.find({}, '_id').limit(1000)) await Embedding.create({ product: id, values: [] }) // expect: n-plus-one-query
  }
  async forget(): Promise<void> {
    await Embedding.deleteMany({}) // expect: unfiltered-write
    await this.tell()
  }
  private async tell(): Promise<void> {
    await Product.updateOne({ name: 'all' }, { price: 0 })
  }
}
const knowledge = new Knowledge()
app.post('/knowledge', async (_req, res) => {
  await knowledge.make()
  res.end()
})
app.post('/oblivion', async (_req, res) => {
  await knowledge.forget()
  res.end()
})
app.listen(3000)
