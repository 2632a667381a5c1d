const mongoose = require('mongoose')

const Order = mongoose.model('Order', new mongoose.Schema({ customer: String, state: String }))
const Coupon = mongoose.model('Coupon', new mongoose.Schema({ code: String, used: Boolean }))

module.exports = { Order, Coupon }
