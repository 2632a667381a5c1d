// The classes of rows hold none of them; what they find does.
import { Schema, model, type Model } from 'mongoose'

interface User {
  email: string
  password: string
}

const UserModel: Model<User> = model<User>('User', new Schema<User>({ email: String, password: String }))
const models: { UserModel?: Model<User> } = { UserModel }

export async function start(id: string) {
  console.log('models', models)
  console.log('model', UserModel)
  const user = await UserModel.findById(id)
  console.log('first', user) // expect: sensitive-data-in-log
}
