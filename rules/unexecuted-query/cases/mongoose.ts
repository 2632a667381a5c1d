import mongoose, { Schema } from 'mongoose'

const Order = mongoose.model('Order', new Schema({ status: String }))

export async function close(id: string) {
  Order.updateOne({ _id: id }, { status: 'closed' }) // expect: unexecuted-query
  await Order.updateOne({ _id: id }, { status: 'closed' })
  Order.deleteMany({ status: 'draft' }).exec().catch(console.error)
  const query = Order.find({ status: 'open' })
  query.limit(10)
  return query.exec()
}
