// Express 5 reads query strings flat; nothing but the names says here that these are its requests.
const mongoose = require('mongoose')
const Shop = mongoose.model('Shop', new mongoose.Schema({ city: String, owner: String }))

exports.inCity = async (req, res) => {
  const { city } = req.query
  res.json(await Shop.find({ city }))
}

exports.ofOwner = async (req, res) => {
  res.json(await Shop.find({ owner: req.body.owner })) // expect: nosql-injection
}
