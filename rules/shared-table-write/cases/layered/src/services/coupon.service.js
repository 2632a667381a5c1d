const { Coupon, Order } = require('../models')

// Files of one layer are weaker borders than folders.
exports.redeem = async (id, code) => {
  await Coupon.updateOne({ code }, { used: true })
  await Order.updateOne({ _id: id }, { state: 'discounted' }) // expect-low: shared-table-write
}
