// Statics of a schema that deal with what fails in them, and one that does not.
const mongoose = require('mongoose')

const shelfSchema = new mongoose.Schema({ shop: String })
shelfSchema.statics = {
  ofShop: async function (shop) {
    let shelf = null
    try {
      shelf = await Shelf.findOne({ shop }).exec()
    } catch (error) {} // expect: swallowed-error
    return shelf
  },
  mustHave: async function (shop) {
    return Shelf.findOne({ shop }).exec()
  },
}
const Shelf = mongoose.model('Shelf', shelfSchema)

exports.shelf = async (shop) => {
  let shelf = null
  try {
    shelf = await Shelf.ofShop(shop)
  } catch (error) {}
  return { shelf }
}

exports.other = async (shop) => {
  let shelf = null
  try {
    shelf = await Shelf.mustHave(shop)
  } catch (error) {} // expect: swallowed-error
  return { shelf }
}
