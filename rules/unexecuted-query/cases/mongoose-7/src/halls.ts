import { Schema, model } from 'mongoose'

const Hall = model('Hall', new Schema({ name: String }))

/** A document of this version is taken away at once; what asks for many is a query all the same. */
export async function close(name: string): Promise<void> {
  const hall = await Hall.findOne({ name })
  if (!hall) return
  hall.deleteOne() // expect: floating-promise
  Hall.deleteMany({ name }) // expect: unexecuted-query
}
