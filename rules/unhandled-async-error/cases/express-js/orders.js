const mongoose = require('mongoose')
const Order = mongoose.model('Order', new mongoose.Schema({ status: String }))

const catchAsync = (run) => (req, res, next) => {
  Promise.resolve(run(req, res, next)).catch((error) => next(error))
}

exports.create = async (req, res) => { // expect: unhandled-async-error
  res.json(await Order.create({ status: 'open' }))
}

exports.close = catchAsync(async (req, res) => {
  res.json(await Order.updateOne({ _id: req.params.id }, { status: 'closed' }))
})

exports.count = () => Order.countDocuments()
