import type { APIGatewayProxyEvent } from 'aws-lambda'
import { MongoClient } from 'mongodb'

const orders = new MongoClient('mongodb://localhost').db('shop').collection('orders')

export const find = async (event: APIGatewayProxyEvent) => {
  const { token } = JSON.parse(event.body ?? '{}')
  const order = await orders.findOne({ token }) // expect: nosql-injection
  return { statusCode: 200, body: JSON.stringify(order) }
}

export const byNumber = async (event: APIGatewayProxyEvent) => {
  const order = await orders.findOne({ number: event.pathParameters?.number })
  return { statusCode: 200, body: JSON.stringify(order) }
}
