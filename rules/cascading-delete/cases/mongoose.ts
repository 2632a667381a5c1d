import { Schema, model } from 'mongoose'

const postSchema = new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User' }, text: String })
export const Post = model('Post', postSchema)

const tokenSchema = new Schema({ owner: { type: Schema.Types.ObjectId, ref: 'Bot' }, value: String })
export const Token = model('Token', tokenSchema)

const userSchema = new Schema({ name: String })
userSchema.pre('deleteOne', { document: true, query: false }, async function () { // expect: cascading-delete
  await Post.deleteMany({ author: this._id })
})
export const User = model('User', userSchema)

const botSchema = new Schema({ name: String })
botSchema.pre('deleteOne', { document: true, query: false }, async function () { // expect-low: cascading-delete
  await Token.deleteMany({ owner: this._id })
})
// Saving deletes drafts, deleting does not.
botSchema.pre('save', async function () {
  await Post.deleteMany({ author: this._id, text: '' })
})
export const Bot = model('Bot', botSchema)
