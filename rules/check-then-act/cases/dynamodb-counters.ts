import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import express from 'express'

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const app = express()

// No change is lost, and the limit is passed all the same.
app.post('/events/:id/tickets', async (req, res) => {
  const { Item: event } = await db.send(new GetCommand({ TableName: 'events', Key: { id: req.params.id } })) // expect: check-then-act
  if (!event || event.sold >= 100) return res.status(409).end()
  await db.send(new UpdateCommand({ TableName: 'events', Key: { id: req.params.id }, UpdateExpression: 'ADD sold :one', ExpressionAttributeValues: { ':one': 1 } }))
  res.end()
})

// The condition is in the write.
app.post('/events/:id/last-tickets', async (req, res) => {
  const { Item: event } = await db.send(new GetCommand({ TableName: 'events', Key: { id: req.params.id } }))
  if (!event || event.sold >= 100) return res.status(409).end()
  await db.send(new UpdateCommand({ TableName: 'events', Key: { id: req.params.id }, UpdateExpression: 'ADD sold :one', ConditionExpression: 'sold < :most', ExpressionAttributeValues: { ':one': 1, ':most': 100 } }))
  res.end()
})
