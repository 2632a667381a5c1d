const express = require('express')
const Joi = require('joi')
const mongoose = require('mongoose')

const Product = mongoose.model('Product', new mongoose.Schema({ name: String, price: Number }))
const router = express.Router()

router.post('/', async (req, res) => {
  res.json(await Product.create(req.body)) // expect: unvalidated-input
})

router.post('/new', async (req, res) => {
  const product = new Product(req.body) // expect: unvalidated-input
  await product.save()
  res.json(product)
})

router.put('/:id', async (req, res) => {
  res.json(await Product.findByIdAndUpdate(req.params.id, { $set: req.body }, { new: true })) // expect: unvalidated-input
})

router.post('/assigned', async (req, res) => {
  const product = await Product.findById(req.params.id)
  Object.assign(product, req.body) // expect: unvalidated-input
  await product.save()
  res.json(product)
})

// Mongoose casts what is written to the types of the schema.
router.post('/picked', async (req, res) => {
  const { name, price } = req.body // expect-low: unvalidated-input
  res.json(await Product.create({ name, price }))
})

// ---- Quiet neighbours -------------------------------------------------------------------------------------

const schema = Joi.object({ name: Joi.string().required(), price: Joi.number().required() })

router.post('/quiet', async (req, res) => {
  const { error, value } = schema.validate(req.body)
  if (error) return res.status(400).json(error.details)
  res.json(await Product.create(value))
})

router.post('/error-ignored', async (req, res) => {
  const { value } = schema.validate(req.body) // expect: unvalidated-input
  res.json(await Product.create(value))
})

function validateProduct(product) {
  return schema.validate(product)
}
router.post('/quiet/helper', async (req, res) => {
  const { error } = validateProduct(req.body)
  if (error) return res.status(400).send(error.message)
  res.json(await Product.create(req.body))
})

router.post('/quiet/coerced', async (req, res) => {
  res.json(await Product.create({ name: String(req.body.name), price: Number(req.body.price) }))
})

const app = express()
app.use(express.json())
app.use('/products', router)

// No route names it any more, as others of this file are.
async function applyAgain(req, res) {
  res.json(await Product.create(req.body)) // expect-low: unvalidated-input
}
module.exports.applyAgain = applyAgain
