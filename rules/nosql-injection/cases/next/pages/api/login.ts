import { MongoClient } from 'mongodb'
import type { NextApiRequest, NextApiResponse } from 'next'

const users = new MongoClient('mongodb://localhost').db('shop').collection('users')

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { email, password } = req.body
  res.json(await users.findOne({ email, password })) // expect: nosql-injection
}
