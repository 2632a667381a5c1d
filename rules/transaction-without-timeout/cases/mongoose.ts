import mongoose, { Schema, model } from 'mongoose'

const Ticket = model('Ticket', new Schema({ state: String }))

// The server ends a transaction after a minute.
export async function sellAll(ids: string[]) {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    for (const id of ids) await Ticket.updateOne({ _id: id }, { state: 'sold' }, { session })
  })
}
