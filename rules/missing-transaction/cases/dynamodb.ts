import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import express from 'express'
import { randomUUID } from 'node:crypto'

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const app = express()

// A row that is put replaces what was there, and is made anew by each try.
app.post('/orders', async (req, res) => {
  const id = randomUUID()
  await db.send(new PutCommand({ TableName: 'orders', Item: { id, customerId: req.body.customerId } })) // expect: missing-transaction
  await db.send(new PutCommand({ TableName: 'order-lines', Item: { orderId: id, productId: req.body.productId } }))
  res.json({ id })
})

app.post('/orders/:id/ship', async (req, res) => {
  await db.send(new UpdateCommand({ TableName: 'orders', Key: { id: req.params.id }, UpdateExpression: 'SET shipped = :yes', ExpressionAttributeValues: { ':yes': true } })) // expect: missing-transaction
  await db.send(new UpdateCommand({ TableName: 'stock', Key: { id: req.body.productId }, UpdateExpression: 'ADD amount :n', ExpressionAttributeValues: { ':n': -1 } }))
  res.end()
})

app.post('/orders/whole', async (req, res) => {
  const id = randomUUID()
  await db.send(
    new TransactWriteCommand({
      TransactItems: [{ Put: { TableName: 'orders', Item: { id } } }, { Put: { TableName: 'order-lines', Item: { orderId: id, productId: req.body.productId } } }],
    }),
  )
  res.json({ id })
})
