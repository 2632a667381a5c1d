// Writes that are given as a list.
import { Queue, Worker, type Job } from 'bullmq'
import mongoose, { Schema } from 'mongoose'

const connection = { host: 'localhost' }
const Product = mongoose.model('Product', new Schema({ code: String, stock: Number, discount: Number }))

const stocks = new Queue('stocks', { connection })
export const start = () => stocks.add('all', {}, { attempts: 3 })

// The same values once more.
new Worker('stocks', async (job: Job) => {
  const products = await Product.find({ code: { $in: job.data.codes } }).lean()
  await Product.bulkWrite(products.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { discount: job.data.discount } } } })))
  const changes: { updateOne: { filter: object; update: object } }[] = []
  for (const { _id } of products) {
    changes.push({ updateOne: { filter: { _id }, update: { $set: { stock: job.data.stock } } } })
  }
  if (changes.length > 0) await Product.bulkWrite(changes)
}, { connection })

const sales = new Queue('sales', { connection })
export const sell = () => sales.add('all', {}, { attempts: 3 })

// One less each time.
new Worker('sales', async (job: Job) => {
  const products = await Product.find({ code: { $in: job.data.codes } }).lean()
  await Product.bulkWrite(products.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $inc: { stock: -1 } } } }))) // expect: missing-idempotency
  await Product.updateMany({ code: { $in: job.data.codes } }, { $set: { discount: 0 } })
}, { connection })

const copies = new Queue('copies', { connection })
export const copy = () => copies.add('all', {}, { attempts: 3 })

// Rows that are there twice.
new Worker('copies', async (job: Job) => {
  const products = await Product.find({ code: { $in: job.data.codes } }).lean()
  await Product.bulkWrite(products.map(({ code, stock }) => ({ insertOne: { document: { code: `${code}-copy`, stock: stock ?? 0 } } }))) // expect: missing-idempotency
  await Product.updateMany({ code: { $in: job.data.codes } }, { $set: { discount: 0 } })
}, { connection })
