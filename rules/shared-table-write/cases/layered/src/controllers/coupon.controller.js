const { Coupon } = require('../models')

// A handler of the same subject.
exports.create = async (req, res) => {
  res.json(await Coupon.create({ code: req.body.code, used: false }))
}
