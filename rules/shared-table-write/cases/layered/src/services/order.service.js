const { Order } = require('../models')

exports.place = async (customer) => Order.create({ customer, state: 'placed' })
exports.ship = async (id) => Order.updateOne({ _id: id }, { state: 'shipped' })
