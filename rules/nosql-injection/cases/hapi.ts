import Hapi from '@hapi/hapi'
import Joi from 'joi'
import { MongoClient } from 'mongodb'

const seats = new MongoClient('mongodb://localhost').db('shop').collection('seats')
const server = Hapi.server()

server.route({
  method: 'POST',
  path: '/seats/find',
  handler: async (request) => {
    const { label } = request.payload as { label: string }
    return seats.findOne({ label }) // expect: nosql-injection
  },
})

server.route({
  method: 'POST',
  path: '/seats/checked',
  options: { validate: { payload: Joi.object({ label: Joi.string().required() }) } },
  handler: async (request) => {
    const { label } = request.payload as { label: string }
    return seats.findOne({ label })
  },
})
